import { choice } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { chartFilters, inChart } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

const planTypes = {
	'1': 'Goal',
	'2': 'Patient Education',
	'3': 'Patient Decision Aid',
	'4': 'Patient Clinical Instruction',
	'5': 'Referral',
	'6': 'Health Concern',
} as const;

export const carePlan = crud({
	path: 'care_plans',
	one: 'care plan',
	many: 'care plans',
	operations: {
		get: 'Read one entry of a care plan',
		getAll: 'List goals, instructions and referrals. DrChrono lets nobody write them from outside.',
	},
	readOnly: ['appointment', 'code', 'code_system', 'created_at', 'updated_at'],
	filters: {
		...chartFilters,
		plan_type: choice(planTypes, { about: 'Only entries of this kind' }),
	},
	simplified: [
		...['id', 'patient', 'plan_type', 'title', 'description', 'instructions', 'scheduled_date'],
		...['code', 'appointment', 'updated_at'],
	],
	title: ({ title, description, scheduled_date }) => line(title || description, scheduled_date),
	within: inChart.within,
	eg: '460001',
	hint: 'Care Plan → Get Many lists the IDs',
});
