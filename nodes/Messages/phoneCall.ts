import {
	amount,
	changedSince,
	dateTime,
	longText,
	needed,
	text,
	wholeNumber,
} from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor, patient, inChart } from '../shared/locators/people';
import { appointment } from '../shared/locators/visits';
import { crud } from '../shared/operation/crud';

export const phoneCall = crud({
	path: 'comm_logs',
	one: 'phone call',
	many: 'phone calls',
	operations: {
		create: 'Enter a call in a patient’s communication log',
		createMany: 'Enter a call for each input item',
		get: 'Look up one call',
		getAll: 'List the calls with patients',
		update: 'Change what the log says of a call',
	},
	fields: {
		patient: needed(patient('With whom the call was')),
		doctor: needed(doctor('For whom the call was made or taken')),
		appointment: appointment('What the call was about. Its time becomes that of the call.'),
		cash_charged: amount({ about: 'What the patient is charged for the call' }),
		duration: wholeNumber({ label: 'Duration (Minutes)', about: 'How long the call took' }),
		message: longText({ about: 'What was said' }),
		scheduled_time: dateTime({ label: 'Time of the Call' }),
		title: text({ eg: 'Asked about the results' }),
		type: text({ about: 'What kind of call it was' }),
	},
	readOnly: ['id', 'archived', 'author', 'created_at', 'updated_at'],
	filters: {
		doctor: doctor('Only calls for this doctor'),
		patient: patient('Only calls with this patient'),
		since: changedSince('calls'),
	},
	simplified: [
		...['id', 'patient', 'doctor', 'title', 'message', 'scheduled_time', 'duration', 'type'],
		...['author', 'updated_at'],
	],
	title: ({ scheduled_time, title }) => line(scheduled_time, title),
	...inChart,
	eg: '530001',
	hint: 'Phone Call → Get Many lists the IDs',
});
