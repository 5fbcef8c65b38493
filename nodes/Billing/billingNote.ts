import { longText, needed } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { appointment, inAppointment } from '../shared/locators/visits';
import { crud } from '../shared/operation/crud';

export const billingNote = crud({
	path: 'claim_billing_notes',
	one: 'billing note',
	many: 'billing notes',
	operations: {
		create: 'Add a note to the bill of an appointment. It cannot be changed afterwards.',
		createMany: 'Add a billing note for each input item',
		get: 'Read one billing note',
		getAll: 'List the notes on bills, of one appointment or of all',
	},
	fields: {
		appointment: needed(appointment('On whose bill the note is')),
		text: needed(longText({ eg: 'Called the payer, claim is in review' })),
	},
	readOnly: ['id', 'created_at', 'created_by'],
	filters: {
		appointment: appointment('Only notes on the bill of this appointment'),
		doctor: doctor('Only notes on bills of this doctor'),
	},
	simplified: ['id', 'appointment', 'text', 'created_at', 'created_by'],
	title: ({ text, created_at }) => line(text, created_at),
	...inAppointment,
	eg: '460001',
	hint: 'Billing Note → Get Many lists the IDs',
});
