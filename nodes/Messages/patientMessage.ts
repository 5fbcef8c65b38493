import { changedSince, longText, needed, text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor, patient, inChart } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const patientMessage = crud({
	path: 'patient_messages',
	one: 'patient message',
	many: 'patient messages',
	operations: {
		create: 'Send a message to a patient’s onpatient account',
		createMany: 'Send a message for each input item',
		get: 'Read one message',
		getAll: 'List the messages between patients and the practice',
		update: 'Change a message',
	},
	fields: {
		patient: needed(patient('Who gets the message')),
		doctor: needed(doctor('In whose name it is sent')),
		subject: needed(text({ eg: 'Your visit tomorrow' })),
		body: longText({ label: 'Message' }),
	},
	readOnly: ['id', 'attachments', 'created_at', 'message', 'updated_at'],
	filters: {
		doctor: doctor('Only messages of this doctor'),
		patient: patient('Only messages of this patient'),
		since: changedSince('messages'),
	},
	simplified: [
		...['id', 'patient', 'doctor', 'subject', 'body', 'attachments', 'message', 'created_at'],
		'updated_at',
	],
	title: ({ subject, created_at }) => line(subject, created_at),
	...inChart,
	fixed: ['patient', 'doctor'],
	eg: '520001',
	hint: 'Patient Message → Get Many lists the IDs',
});
