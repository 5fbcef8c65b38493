import { needed, text, yesNo } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { appointment } from '../shared/locators/visits';
import { textOf } from '../shared/messages/words';
import { crud } from '../shared/operation/crud';

export const telehealthAppointment = crud({
	path: 'telehealth_appointments',
	one: 'telehealth appointment',
	many: 'telehealth appointments',
	operations: {
		create: 'Make an appointment a video visit, and get the address of its room',
		createMany: 'Make a video visit for each input item',
		get: 'Look up one video visit: its address and how long it took',
		getAll: 'List video visits, of one appointment or of a doctor',
		update: 'Change what is stored of a video visit',
	},
	fields: {
		appointment: needed(appointment('The appointment that is a video visit')),
		overlapping_duration: text({ about: 'How long both sides were in the room' }),
		sent_patient_email: yesNo({
			label: 'Email Sent',
			about: 'Whether the patient was sent an email about it',
		}),
	},
	readOnly: ['id', 'created_at', 'duration', 'telehealth_url', 'updated_at'],
	filters: {
		appointment: appointment('Only the video visit of this appointment'),
		doctor: doctor('Only video visits of this doctor'),
	},
	simplified: [
		...['id', 'appointment', 'telehealth_url', 'sent_patient_email', 'duration'],
		...['overlapping_duration', 'created_at', 'updated_at'],
	],
	title: ({ appointment: of, created_at }) => line(`Appointment ${textOf(of)}`, created_at),
	eg: '630001',
	hint: 'Telehealth Appointment → Get Many lists the IDs',
});

export const telehealthEvent = crud({
	path: 'telehealth_appointment_history',
	one: 'telehealth event',
	many: 'telehealth events',
	operations: {
		get: 'Look up one event',
		getAll: 'List who entered and left video rooms, and when. Read-only.',
	},
	readOnly: [],
	filters: { doctor: doctor('Only events of this doctor’s video visits') },
	simplified: ['id', 'event_type', 'description', 'timestamp'],
	title: ({ event_type, timestamp }) => line(event_type, timestamp),
	eg: '640001',
	hint: 'Telehealth Event → Get Many lists the IDs',
});
