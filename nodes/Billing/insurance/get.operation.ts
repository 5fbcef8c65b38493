import { declare } from '../../shared/fields/field';
import { needed, text } from '../../shared/fields/kinds';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import type { Table } from '../../shared/operation/crud';
import { path } from '../../shared/transport/urls';
import { clearinghouse } from '../choices';

const fields = declare({
	payer_type: clearinghouse,
	payerId: needed(
		text({ label: 'Payer ID', eg: '60054', hint: 'Insurance → Get Many lists the IDs' }),
	),
});

/** DrChrono names a payer by its ID at the clearinghouse, which is no number of DrChrono’s. */
export const getInsurance = ({ simplified, output }: Table) =>
	defineOperation({
		value: 'get',
		name: 'Get',
		action: 'Get insurance',
		description: 'Look up one payer of a clearinghouse by its payer ID',
		simplified,
		properties: [fields.payer_type, fields.payerId, ...output, optionsCollection()],
		execute: async ({ api, params }) =>
			await api.get(path`/api/insurances/${params.payerId}`, { payer_type: params.payer_type }),
	});
