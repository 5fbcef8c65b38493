import type { IDataObject } from 'n8n-workflow';
import { createAll } from '../../shared/operation/bulk';
import { withoutBlanks } from '../../shared/input/blanks';
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
import { recordOfItem } from '../../shared/input/records';
import { appointmentFields, appointmentSimplified } from './fields';
import { allowOverlapping, appointmentOutput, overlapping, requireLength } from './record';

const required = ['doctor', 'office', 'exam_room', 'scheduled_time'];

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
	prepare: ({ api, node, params, itemIndex, timeZone }) => {
		const { doctor, office, exam_room, options } = params;
		const { json } = node.getInputData()[itemIndex];
		// A free slot of Availability is an appointment but for its end, which the duration says too.
		const given = withoutBlanks({ ...json, end: undefined });
		const item = { ...withoutBlanks({ doctor, office, exam_room }), ...given };
		const rules = {
			fields: appointmentFields,
			required: isBreak(json) ? required : [...required, 'patient'],
			noun: 'appointment',
		};
		const record = recordOfItem(item, rules, options, { timeZone });
		requireLength(record);
		return {
			itemIndex,
			params,
			api,
			body: {
				...record,
				...(isBreak(json) && { patient: null, appt_is_break: true }),
				...overlapping(options),
			},
			query: {},
			batchSize: batchSizeOf(options),
		};
	},
	executeAll: (records) => createAll('/api/appointments', records),
});

function isBreak({ appt_is_break: flag }: IDataObject): boolean {
	return flag === true || flag === 'true';
}
