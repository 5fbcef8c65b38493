import { changedSince } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { office } from '../shared/locators/visits';
import { crud } from '../shared/operation/crud';

export const paymentLog = crud({
	path: 'patient_payment_log',
	one: 'payment log',
	many: 'payment log entries',
	operations: {
		get: 'Look up one entry of the log',
		getAll: 'List who entered, changed or deleted patient payments, and when. Read-only.',
	},
	readOnly: [],
	filters: {
		doctor: doctor('Only payments to this doctor'),
		office: office('Only payments in this office'),
		since: changedSince('entries'),
	},
	simplified: [
		...['id', 'action', 'amount', 'patient', 'appointment', 'doctor', 'payment_method', 'source'],
		...['created_by', 'updated_at'],
	],
	title: ({ action, amount, updated_at }) => line(action, amount, updated_at),
	eg: '440001',
	hint: 'Payment Log → Get Many lists the IDs',
});
