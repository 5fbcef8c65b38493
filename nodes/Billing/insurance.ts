import { choice, needed, text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { crud } from '../shared/operation/crud';

export const insurance = crud({
	path: 'insurances',
	one: 'insurance',
	many: 'insurances',
	operations: {
		getAll: 'Search the payers of a clearinghouse by name, payer ID or state',
	},
	readOnly: [],
	filters: {
		payer_type: needed(
			choice(
				{ emdeon: 'Emdeon', gateway: 'Gateway', ihcfa: 'iHCFA' },
				{ label: 'Clearinghouse', about: 'Whose list of payers to search' },
			),
		),
		term: text({
			label: 'Search Term',
			eg: 'Example Health',
			about: 'Part of the name or of the payer ID, or the state',
		}),
	},
	simplified: ['payer_name', 'payer_id', 'state'],
	title: ({ payer_name, payer_id }) => line(payer_name, payer_id),
	eg: '99999',
});
