import { changedSince, date } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { appointment, inAppointment } from '../shared/locators/visits';
import { crud } from '../shared/operation/crud';
import { lineItemId } from './lineItemId';

export const transaction = crud({
	path: 'transactions',
	one: 'transaction',
	many: 'transactions',
	operations: {
		get: 'Look up one transaction: what an insurer paid or adjusted, and why',
		getAll:
			'List what insurers paid and adjusted. Transactions are read-only: post them in DrChrono.',
	},
	readOnly: [
		...['adjustment_group_code', 'adjustment_reason', 'check_date', 'created_at', 'insurance'],
		...['ins_name', 'patient', 'trace_number', 'updated_at'],
	],
	filters: {
		appointment: appointment('Only transactions of this appointment'),
		doctor: doctor('Only transactions of this doctor'),
		line_item: lineItemId('Only transactions of this line item, by its ID'),
		posted_date: date({ about: 'Only transactions that were posted on this day' }),
		since: changedSince('transactions'),
	},
	simplified: [
		...['id', 'line_item', 'appointment', 'patient', 'posted_date', 'ins_paid', 'adjustment'],
		...['adjustment_reason', 'claim_status', 'doctor'],
	],
	title: ({ posted_date, ins_paid, adjustment }) => line(posted_date, ins_paid, adjustment),
	...inAppointment,
	eg: '420001',
	hint: 'Transaction → Get Many lists the IDs',
});
