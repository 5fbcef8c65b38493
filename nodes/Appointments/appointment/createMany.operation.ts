import type { IDataObject } from 'n8n-workflow';
import { keyOf } from '../../shared/operation/likeness';
import { createAll } from '../../shared/operation/bulk';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { optionalExamRoomLocator } from '../../shared/locators/examRoom';
import { optionalOfficeLocator } from '../../shared/locators/office';
import { defineBulkOperation, property } from '../../shared/operation/operation';
import {
	batchSize,
	batchSizeOf,
	ignoreUnknownFields,
	officeTimeZone,
	optionsCollection,
} from '../../shared/operation/options';
import { recordOfItem, requireFields } from '../../shared/input/records';
import { appointmentFields, appointmentSimplified } from './fields';
import { allowOverlapping, appointmentOutput, overlapping, requireLength } from './record';

const placed = keyOf(['patient', 'doctor', 'office', 'exam_room', 'scheduled_time']);

const likeness = {
	// DrChrono may give a break the room 0, whichever was named.
	key: (record: IDataObject) =>
		placed(record.patient === null ? { ...record, exam_room: undefined } : record),
};

const rules = {
	fields: appointmentFields,
	required: ['doctor', 'office', 'exam_room', 'scheduled_time'],
	noun: 'appointment',
};

export const createMany = defineBulkOperation({
	value: 'createMany',
	name: 'Create Many',
	action: 'Create many appointments',
	creates: true,
	description:
		'Book an appointment for each input item. For lists, such as those from another system.',
	simplified: appointmentSimplified,
	properties: [
		property({
			displayName:
				'Each input item becomes an appointment. Its fields must have DrChrono’s names, such as patient (the ID), scheduled_time, duration (minutes), doctor, office and exam_room; use an Edit Fields node before this one to rename them. A break has a field appt_is_break that is true, in place of a patient.',
			name: 'createManyNotice',
			type: 'notice',
			default: '',
		}),
		property({
			...optionalDoctorLocator,
			description: 'The doctor of those appointments whose item names none in a field “doctor”',
		}),
		property({
			...optionalOfficeLocator,
			description: 'The office of those appointments whose item names none in a field “office”',
		}),
		property({
			...optionalExamRoomLocator,
			description:
				'The room of those appointments whose item names none in a field “exam_room”. Choose the office first.',
		}),
		...appointmentOutput,
		optionsCollection(allowOverlapping, batchSize, ignoreUnknownFields, officeTimeZone),
	],
	prepare: ({ api, node, params, itemIndex, reading }) => {
		const { doctor, office, exam_room, options } = params;
		const { json } = node.getInputData()[itemIndex];
		// A free slot of Availability is an appointment but for its end, which the duration says too.
		const item = { ...json, end: undefined };
		const defaults = { doctor, office, exam_room };
		const record = recordOfItem(item, rules, options, reading, defaults);
		const isBreak = record.appt_is_break === true;
		if (!isBreak) requireFields(record, ['patient'], rules.noun);
		requireLength(record);
		return {
			itemIndex,
			params,
			api,
			body: { ...record, ...(isBreak && { patient: null }), ...overlapping(options) },
			query: {},
			batchSize: batchSizeOf(options),
		};
	},
	executeAll: (records) => createAll('/api/appointments', records, likeness),
});
