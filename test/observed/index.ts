import type { JsonObject } from '../simulator/json';
import * as appointments from './appointments';
import * as charts from './charts';

/** A record as practices have seen it, and the resource of the API that gave it. */
export interface Observed {
	readonly what: string;
	/** `/api/appointments` */
	readonly path: string;
	readonly record: JsonObject;
	/** What a reader of Simplified cannot do without. */
	readonly essential: readonly string[];
}

const VISIT = ['id', 'patient', 'doctor', 'office', 'scheduled_time', 'duration', 'status'];
const DOCUMENT = ['id', 'patient', 'doctor', 'description', 'date', 'metatags', 'document'];

/**
 * Records of every shape that has been seen, with made-up people, numbers and times. What a real record
 * has and the contract lacks is here, so that no test needs an account to know that it passes through.
 */
export const observed: readonly Observed[] = [
	{
		what: 'an appointment in a list',
		path: '/api/appointments',
		record: appointments.listedAppointment,
		essential: VISIT,
	},
	{
		what: 'an appointment with its verbose fields',
		path: '/api/appointments',
		record: appointments.createdAppointment,
		essential: VISIT,
	},
	{
		what: 'a break made in the calendar',
		path: '/api/appointments',
		record: appointments.calendarBreak,
		essential: [...VISIT, 'exam_room', 'appt_is_break'],
	},
	{
		what: 'a patient with the state written out',
		path: '/api/patients',
		record: charts.listedPatient,
		essential: ['id', 'chart_id', 'first_name', 'last_name', 'date_of_birth', 'gender', 'email'],
	},
	{
		what: 'a document with tags in a text',
		path: '/api/documents',
		record: charts.documentWithTextTags,
		essential: DOCUMENT,
	},
	{
		what: 'a document with tags in a list',
		path: '/api/documents',
		record: charts.documentWithListTags,
		essential: DOCUMENT,
	},
	{
		what: 'a doctor',
		path: '/api/doctors',
		record: charts.doctor,
		essential: ['id', 'first_name', 'last_name', 'specialty'],
	},
	{
		what: 'blocked time',
		path: '/api/schedule_blocks',
		record: appointments.scheduleBlock,
		essential: ['id', 'provider', 'office', 'start_time', 'end_time', 'description', 'exam_room'],
	},
];

export { freeTimes, statusTransitions } from './appointments';
export * from './deliveries';
export * from './refusals';
