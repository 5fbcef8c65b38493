import { appointmentLocator } from '../../shared/locators/appointment';
import { defineOperation } from '../../shared/operation/operation';
import { officeTimeZone, optionsCollection, returnRecord } from '../../shared/operation/options';
import {
	changeRecord,
	changesOf,
	fieldsCollection,
	fieldsToClear,
} from '../../shared/input/records';
import { path } from '../../shared/transport/urls';
import { appointmentFields } from './fields';
import { allowOverlapping, overlapping } from './record';

/** Without a patient an appointment is a break; that is chosen when it is created. */
const NECESSARY = ['patient', 'doctor', 'office', 'exam_room', 'scheduled_time'];
const changeable = appointmentFields.filter(({ name }) => name !== 'allow_overlapping');

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update appointment',
	description:
		'Change the fields you add and leave the others as they are. What is empty changes nothing.',
	properties: [
		appointmentLocator,
		fieldsCollection({ name: 'updateFields', displayName: 'Update Fields' }, changeable),
		fieldsToClear(changeable, NECESSARY),
		optionsCollection(allowOverlapping, officeTimeZone, returnRecord),
	],
	execute: async ({ api, params }) => {
		const { appointmentId: id, options } = params;
		const changes = changesOf(params, changeable);
		const body = { ...changes, ...overlapping(options) };
		const target = path`/api/appointments/${id}`;
		return await changeRecord(api, { target, id, changes, body }, options);
	},
});
