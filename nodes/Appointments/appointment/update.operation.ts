import { appointmentLocator } from '../../shared/locators/appointment';
import { defineOperation } from '../../shared/operation/operation';
import { officeTimeZone, optionsCollection, returnRecord } from '../../shared/operation/options';
import { changedRecord, fieldsCollection, requireChanges } from '../../shared/input/records';
import { path } from '../../shared/transport/urls';
import { appointmentFields } from './fields';
import { allowOverlapping, overlapping } from './record';

/** Without a patient an appointment is a break; that is chosen when it is created. */
const NECESSARY = ['patient', 'doctor', 'office', 'exam_room', 'scheduled_time'];
const necessary = appointmentFields.filter(({ name }) => NECESSARY.includes(name));

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update appointment',
	description: 'Change the fields you add and leave the others as they are',
	properties: [
		appointmentLocator,
		fieldsCollection({ name: 'updateFields', displayName: 'Update Fields' }, appointmentFields, [
			'allow_overlapping',
		]),
		optionsCollection(allowOverlapping, officeTimeZone, returnRecord),
	],
	execute: async ({ api, params }) => {
		const { appointmentId, updateFields, options } = params;
		requireChanges(updateFields, { noun: 'appointment', fields: necessary });
		const target = path`/api/appointments/${appointmentId}`;
		await api.patch(target, { ...updateFields, ...overlapping(options) });
		return await changedRecord(api, target, { id: appointmentId, ...updateFields }, options);
	},
});
