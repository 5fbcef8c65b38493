import { choice, dateTime, longText, needed, rows, text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor, patient } from '../shared/locators/people';
import { recordLocator } from '../shared/locators/record';
import { users } from '../shared/locators/user';
import { crud } from '../shared/operation/crud';
import { createWithFile } from '../shared/operation/createWithFile';
import { downloadAttachment } from './message/downloadAttachment.operation';
import { MESSAGE_TYPES } from './message/types';

const user = (label: string, about: string) => recordLocator(users, label, { about });

export const message = crud({
	path: 'messages',
	one: 'message',
	many: 'messages',
	operations: {
		delete: 'Put a message out of the way',
		get: 'Look up one message: from whom it is, who takes care of it',
		getAll: 'List what is in the message center, such as the faxes that came in since yesterday',
		update: 'Change a message, such as its patient, its title or who takes care of it',
	},
	fields: {
		doctor: needed(doctor('In whose message center it is')),
		title: needed(text({ eg: 'Referral for Jane Doe' })),
		message_notes: rows({ text: longText() }, { row: 'Note', label: 'Notes' }),
		owner: user('Owner', 'The user whose message it is'),
		patient: patient('Whom the message is about'),
		responsible_user: user('Responsible User', 'Who takes care of it'),
	},
	readOnly: [
		...['id', 'archived', 'attachment', 'doctor_first_name', 'doctor_last_name'],
		...['doctor_middle_name', 'outgoing_fax_recipient_fax_number', 'outgoing_fax_recipient_name'],
		...['owner_first_name', 'owner_last_name', 'patient_first_name', 'patient_last_name'],
		...['patient_middle_name', 'read', 'received_at', 'responsible_user_first_name'],
		...['responsible_user_last_name', 'starred', 'type', 'type_description', 'updated_at'],
		'workflow_step',
	],
	filters: {
		doctor: doctor('Only messages of this doctor'),
		owner: user('Owner', 'Only messages that this user owns'),
		patient: patient('Only messages about this patient'),
		received_since: dateTime({ about: 'Only messages that came in at this time or later' }),
		responsible_user: user('Responsible User', 'Only messages that this user takes care of'),
		type: choice(MESSAGE_TYPES, { about: 'Only messages of this kind', open: true }),
		updated_since: dateTime({
			label: 'Changed Since',
			about: 'Only messages made or changed at this time or later',
		}),
	},
	simplified: [
		...['id', 'title', 'type', 'patient', 'doctor', 'responsible_user', 'received_at', 'read'],
		...['attachment', 'updated_at'],
	],
	title: ({ title, type_description: kind, received_at }) => line(title, kind, received_at),
	eg: '510001',
	hint: 'Message → Get Many lists the IDs',
	more: (table) => [
		createWithFile(table, {
			field: 'attachment',
			description: 'Put a message into a doctor’s message center, with a file if you have one',
			about: 'The file to attach; without one leave the field empty',
		}),
		downloadAttachment(table),
	],
});
