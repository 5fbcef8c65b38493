import { withoutBlanks } from '../../shared/input/blanks';
import { appointmentLocator } from '../../shared/locators/appointment';
import { defineOperation } from '../../shared/operation/operation';
import { officeTimeZone, optionsCollection, returnRecord } from '../../shared/operation/options';
import { changeRecord, fieldsCollection } from '../../shared/input/records';
import { path } from '../../shared/transport/urls';
import { appointment, appointmentFields } from './fields';
import { allowOverlapping, overlapping } from './record';

/** What may change along with the time. */
const withTheTime = ['doctor', 'duration', 'exam_room', 'office'];

export const reschedule = defineOperation({
	value: 'reschedule',
	name: 'Reschedule',
	action: 'Reschedule appointment',
	description: 'Move an appointment to another time. It keeps its duration, doctor and room.',
	properties: [
		appointmentLocator,
		{ ...appointment.scheduled_time, displayName: 'New Time' },
		fieldsCollection(
			{ name: 'additionalFields', displayName: 'Additional Fields' },
			appointmentFields.filter(({ name }) => withTheTime.includes(name)),
		),
		optionsCollection(allowOverlapping, officeTimeZone, returnRecord),
	],
	execute: async ({ api, params }) => {
		const { appointmentId: id, scheduled_time, additionalFields, options } = params;
		const changes = { scheduled_time, ...withoutBlanks(additionalFields) };
		const body = { ...changes, ...overlapping(options) };
		const target = path`/api/appointments/${id}`;
		return await changeRecord(api, { target, id, changes, body }, options);
	},
});
