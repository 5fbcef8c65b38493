import { text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { crud } from '../shared/operation/crud';
import { clearinghouse } from './choices';
import { getInsurance } from './insurance/get.operation';

export const insurance = crud({
	path: 'insurances',
	one: 'insurance',
	many: 'insurances',
	operations: {
		getAll: 'Search the payers of a clearinghouse by name, payer ID or state',
	},
	readOnly: [],
	filters: {
		payer_type: clearinghouse,
		term: text({
			label: 'Search Term',
			eg: 'Example Health',
			about: 'Part of the name or of the payer ID, or the state',
		}),
	},
	simplified: ['payer_name', 'payer_id', 'state'],
	title: ({ payer_name, payer_id }) => line(payer_name, payer_id),
	eg: '99999',
	more: (table) => [getInsurance(table)],
});
