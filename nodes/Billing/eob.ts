import { amount, choice, date, needed, text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { createWithFile } from '../shared/operation/createWithFile';

export const eob = crud({
	path: 'eobs',
	one: 'EOB',
	many: 'EOBs',
	operations: {
		get: 'Look up one explanation of benefits',
		getAll: 'List explanations of benefits: which insurer paid how much with which check',
	},
	fields: {
		doctor: needed(doctor('Who was paid')),
		insurance_payer_name: needed(text({ label: 'Payer Name', eg: 'Example Health Plan' })),
		insurance_payer_id: needed(
			text({ label: 'Payer ID', eg: '99999', about: 'Insurance → Get Many finds it by name' }),
		),
		insurance_payer_trace_number: needed(
			text({ label: 'Payer Trace Number', about: 'The number of the check or the transfer' }),
		),
		check_date: date({ about: 'Left out, it is today' }),
		deposit_date: date({ about: 'When the money was deposited' }),
		payment_method: choice(
			{
				CHK: 'Check',
				ACH: 'ACH (Automated Clearing House)',
				BOPCCP: 'ACH, Cash Concentration (CCD+)',
				BOPCTX: 'ACH, Corporate Trade Exchange (CTX)',
				FWT: 'Federal Wire Transfer',
				NON: 'Non-Payment Data',
				VPAY: 'VPay',
			},
			{ about: 'How the insurer paid' },
		),
		total_paid: amount({ about: 'Left out, it is 0' }),
	},
	readOnly: ['id', 'posted_date', 'scanned_eob', 'updated_at'],
	filters: { doctor: doctor('Only what this doctor was paid') },
	simplified: [
		...['id', 'doctor', 'insurance_payer_name', 'insurance_payer_id', 'total_paid', 'check_date'],
		...['deposit_date', 'payment_method', 'insurance_payer_trace_number', 'posted_date'],
	],
	title: ({ check_date, insurance_payer_name: payer, total_paid }) =>
		line(check_date, payer, total_paid),
	eg: '470001',
	hint: 'EOB → Get Many lists the IDs',
	more: (table) => [
		createWithFile(table, {
			field: 'scanned_eob',
			description: 'Enter an explanation of benefits, with its scan if you have one',
			about: 'The scan; without it leave the field empty',
		}),
	],
});
