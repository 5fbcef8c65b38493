import { choice, date, text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { crud } from '../shared/operation/crud';

export const feeSchedulePlan = crud({
	path: 'fee_schedules_v2',
	one: 'fee schedule plan',
	many: 'fee schedule plans',
	operations: {
		get: 'Look up one plan: for whom and from when its prices are good',
		getAll: 'List fee schedules as plans with their prices, as DrChrono keeps them today',
	},
	readOnly: ['created_at', 'specialities', 'updated_at'],
	filters: {
		assignee_type: choice(
			{ individual: 'Individual', speciality: 'Specialty' },
			{ about: 'Only plans for doctors one by one, or for specialties' },
		),
		assignees: text({ about: 'Only plans for these, with commas between' }),
		effective_date: date({ about: 'Only plans that are good from this day on' }),
		ineffective_date: date({ about: 'Only plans that end on this day' }),
		payer_id: text({ label: 'Payer IDs', eg: '99999', about: 'With commas between' }),
		plan_name: text({ about: 'Only the plan of this name' }),
		specialities: text({ label: 'Specialties', about: 'With commas between' }),
	},
	simplified: [
		...['id', 'plan_name', 'payer_id', 'assignee_type', 'assignees', 'effective_date'],
		...['ineffective_date', 'items'],
	],
	title: ({ plan_name, effective_date }) => line(plan_name, effective_date),
	eg: '495001',
	hint: 'Fee Schedule Plan → Get Many lists the IDs',
});
