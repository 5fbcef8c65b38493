import { line } from '../shared/locators/lookups';
import { chartFilters, inChart } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { appointment } from './fields';

export const careTeamMember = crud({
	path: 'care_team_members',
	one: 'care team member',
	many: 'care team members',
	operations: {
		get: 'Look up one member of a care team',
		getAll: 'List who looks after patients. The care team is changed in DrChrono only.',
	},
	readOnly: [],
	filters: { ...chartFilters, appointment: appointment('Only members named at this appointment') },
	simplified: ['id', 'patient', 'user', 'appointment', 'created_at'],
	title: ({ user, created_at }) => line(user, created_at),
	within: inChart.within,
	eg: '470001',
	hint: 'Care Team Member → Get Many lists the IDs',
});
