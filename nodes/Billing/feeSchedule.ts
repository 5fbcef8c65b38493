import { changedSince, choice, text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const feeSchedule = crud({
	path: 'fee_schedules',
	one: 'fee schedule',
	many: 'fee schedules',
	operations: {
		get: 'Look up the prices of one code for one payer',
		getAll: 'List the prices of codes, by payer. Read-only: fee schedules are kept in DrChrono.',
	},
	readOnly: [
		...['billing_description', 'cpt_hcpcs_modifier1', 'cpt_hcpcs_modifier2'],
		...['cpt_hcpcs_modifier3', 'cpt_hcpcs_modifier4', 'created_at', 'description', 'doctor'],
		...['insured_out_of_network_price', 'ndc_code', 'ndc_quantity', 'ndc_units', 'office'],
		...['picklist_category', 'updated_at'],
	],
	filters: {
		code: text({ eg: '99213', about: 'Only the prices of this code' }),
		code_type: choice(
			{
				CPT: 'CPT',
				Custom: 'Custom',
				HCPCS: 'HCPCS',
				ICD10: 'ICD-10',
				ICD9: 'ICD-9',
				Revenue: 'Revenue',
			},
			{ about: 'Only codes of this kind' },
		),
		doctor: doctor('Only the prices of this doctor'),
		payer_id: text({ label: 'Payer ID', eg: '99999', about: 'Only the prices for this payer' }),
		since: changedSince('prices'),
	},
	simplified: [
		...['id', 'code', 'code_type', 'plan_name', 'payer_id', 'base_price', 'cash_price'],
		...['insured_price', 'allowed_amount', 'description'],
	],
	title: ({ code, plan_name, base_price }) => line(code, plan_name, base_price),
	eg: '490001',
	hint: 'Fee Schedule → Get Many lists the IDs',
});
