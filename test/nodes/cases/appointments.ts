import { locator } from '../../support/patients';
import type { Practice } from '../../support/practice';
import type { OperationCase } from './index';

const each = { appointmentId: '={{ { __rl: true, mode: "id", value: $json.id } }}' };
const two = [{ id: '1' }, { id: '2' }] as const;
const slot = { doctor: locator(1), office: locator(1), exam_room: locator(1) };
const at = (hour: string) => ({ scheduled_time: `2031-03-03T${hour}:00:00` });

const times = { start_time: '2031-03-03T12:00', end_time: '2031-03-03T13:00' };
const block = { provider: locator(1), office: locator(1), ...times };
const blockItem = { provider: 1, office: 1, ...times };
const template = { profile: 1, office: 1, exam_room: 1, scheduled_time: '09:00:00' };
const video = { telehealthAppointmentId: '={{ { __rl: true, mode: "id", value: $json.id } }}' };

/** A video visit goes by its appointment. */
function videoVisits({ simulator: { store } }: Practice): void {
	for (const appointment of [1, 2])
		store.collection('telehealth_appointments').insert({ appointment });
}

export const appointmentsCases: Record<string, OperationCase> = {
	'appointment.create': {
		parameters: {
			...slot,
			patientId: locator(1),
			scheduled_time: '={{ $json.scheduled_time }}',
			duration: 30,
		},
		items: [at('09'), at('10')],
	},
	'appointment.createMany': {
		parameters: slot,
		items: [
			{ ...at('09'), patient: 1, duration: 30 },
			{ ...at('10'), patient: 2, duration: 30 },
		],
	},
	'appointment.get': { parameters: each, items: two },
	'appointment.getAll': { parameters: { dateMode: 'today', limit: 1 } },
	'appointment.update': {
		parameters: { ...each, updateFields: { reason: 'Follow-up' } },
		items: two,
	},
	'appointment.setStatus': { parameters: { ...each, status: 'Arrived' }, items: two },
	'appointment.reschedule': {
		parameters: { ...each, scheduled_time: '={{ $json.scheduled_time }}' },
		items: [
			{ id: '1', ...at('09') },
			{ id: '2', ...at('10') },
		],
	},
	'appointment.cancel': { parameters: each, items: two },
	'appointment.delete': { parameters: each, items: two },
	'availability.getAll': {
		parameters: { dateMode: 'date', date: '2031-03-03', duration: 30, limit: 1 },
	},
	'blockedTime.create': { parameters: block },
	'blockedTime.createMany': { parameters: {}, items: [blockItem, blockItem] },
	'appointmentTemplate.create': {
		parameters: {
			...{ profile: locator(1), office: locator(1), exam_room: locator(1) },
			scheduled_time: '09:00:00',
		},
	},
	'appointmentTemplate.createMany': { parameters: {}, items: [template, template] },
	'telehealthAppointment.get': { parameters: video, items: two, prepare: videoVisits },
	'telehealthAppointment.update': {
		parameters: { ...video, updateFields: { sent_patient_email: true } },
		items: two,
		prepare: videoVisits,
	},
};
