import { date, dateRange } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { chartFilters, inChart } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { appointment } from './fields';

export const procedure = crud({
	path: 'procedures',
	one: 'procedure',
	many: 'procedures',
	operations: {
		get: 'Look up one procedure; needs Billing: Read',
		getAll: 'List procedures that were carried out. They can only be read, with Billing: Read.',
	},
	readOnly: ['created_at', 'updated_at'],
	filters: {
		...chartFilters,
		appointment: appointment('Only procedures of this appointment'),
		mu_date: date({ label: 'Measured On', about: 'Only procedures that count on this day' }),
		mu_date_range: dateRange({
			label: 'Measured Between',
			about: 'Only procedures that count from one day to another',
		}),
		service_date: date({ about: 'Only procedures of this day' }),
	},
	simplified: [
		...['id', 'patient', 'code', 'procedure_type', 'description', 'date', 'status', 'doctor'],
		...['appointment', 'updated_at'],
	],
	title: ({ code, description, date: day }) => line(code, description, day),
	within: inChart.within,
	eg: '495001',
	hint: 'Procedure → Get Many lists the IDs',
});
