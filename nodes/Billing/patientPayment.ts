import { amount, changedSince, choice, date, longText, needed, text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor, patient, inChart } from '../shared/locators/people';
import { appointment } from '../shared/locators/visits';
import { crud } from '../shared/operation/crud';
import { paymentMethod } from './choices';
import { lineItemId } from './lineItemId';

export const patientPayment = crud({
	path: 'patient_payments',
	one: 'patient payment',
	many: 'patient payments',
	operations: {
		create: 'Enter what a patient paid. It cannot be changed or deleted through the API.',
		createMany: 'Enter a payment for each input item',
		get: 'Look up one payment',
		getAll: 'List what patients paid, such as today’s payments',
	},
	fields: {
		patient: needed(patient('Who paid')),
		amount: amount({ eg: '25.00', about: 'What was paid; not 0' }),
		appointment: appointment('What was paid for. Left out, it is that of the line item.'),
		doctor: doctor('Who was paid'),
		line_item: lineItemId('The procedure that was paid for, by its ID'),
		notes: longText(),
		payment_method: paymentMethod({ about: 'How it was paid' }),
		payment_transaction_type: choice(
			{
				COINSR: 'Coinsurance',
				COPAY: 'Copay',
				COR: 'Correction',
				OTHR: 'Other',
				REF: 'Refund',
			},
			{ label: 'Payment Type', about: 'Left out, it is an ordinary payment' },
		),
		received_date: date({ about: 'When the money came in' }),
		trace_number: text({ about: 'The number of the check or of the card’s transaction' }),
	},
	readOnly: ['id', 'created_at', 'created_by', 'posted_date', 'updated_at'],
	filters: {
		doctor: doctor('Only what this doctor was paid'),
		patient: patient('Only what this patient paid'),
		posted_date: date({ about: 'Only payments that were posted on this day' }),
		since: changedSince('payments'),
	},
	simplified: [
		...['id', 'patient', 'amount', 'payment_method', 'payment_transaction_type', 'posted_date'],
		...['appointment', 'line_item', 'doctor', 'notes'],
	],
	title: ({ posted_date, amount: paid, notes }) => line(posted_date, paid, notes),
	...inChart,
	eg: '430001',
	hint: 'Patient Payment → Get Many lists the IDs',
});
