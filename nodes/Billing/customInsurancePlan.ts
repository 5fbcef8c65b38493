import { changedSince, text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { recordLocator } from '../shared/locators/record';
import { users } from '../shared/locators/user';
import { crud } from '../shared/operation/crud';

export const customInsurancePlan = crud({
	path: 'custom_insurance_plan_names',
	one: 'custom insurance plan',
	many: 'custom insurance plans',
	operations: {
		get: 'Look up one plan name of the practice',
		getAll: 'List the practice’s own names for insurance plans. Read-only.',
	},
	readOnly: [],
	filters: {
		doctor: doctor('Only names that this doctor uses'),
		name: text({ about: 'Only plans of this name' }),
		since: changedSince('names'),
		user: recordLocator(users, 'User', { about: 'Only names that this user made' }),
	},
	simplified: [
		...['id', 'insurance_plan_name', 'doctor', 'user', 'archived', 'created_at', 'updated_at'],
	],
	title: (record) => line(record.insurance_plan_name),
	eg: '499001',
	hint: 'Custom Insurance Plan → Get Many lists the IDs',
});
