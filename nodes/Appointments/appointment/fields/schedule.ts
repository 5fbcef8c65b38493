import type { INodeProperties } from 'n8n-workflow';
import { property } from '../../../shared/operation/operation';
import { statuses, weekdays } from './choices';

const OWN_VALUE =
	'For a status that your practice set up itself, switch to Expression and write its name';

export const scheduledTime = property({
	displayName: 'Scheduled Time',
	name: 'scheduled_time',
	type: 'dateTime',
	required: true,
	default: '',
	hint: 'By the clock on the office’s wall',
	description:
		'When it begins, such as 2021-02-14T13:40. A time that has a zone of its own, such as $now, is converted to the Office Time Zone under Options.',
});

export const duration = property({
	displayName: 'Duration (Minutes)',
	name: 'duration',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: 30,
});

export const isBreak = property({
	displayName: 'Break',
	name: 'appt_is_break',
	type: 'boolean',
	default: false,
	description: 'Whether to block the time on the calendar, without a patient',
});

export const status = property({
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: statuses,
	allowArbitraryValues: true,
	default: 'Confirmed',
	description: OWN_VALUE,
});

export const allowOverlappingField: INodeProperties = {
	displayName: 'Allow Overlapping',
	name: 'allow_overlapping',
	type: 'boolean',
	default: false,
	description: 'Whether to book the time even if the doctor or the room is taken then',
};

/** What, how it looks on the calendar, and how it comes again. */
export const schedule: INodeProperties[] = [
	isBreak,
	duration,
	scheduledTime,
	status,
	{
		displayName: 'Cloned From',
		name: 'cloned_from',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'The ID of the appointment that this one is a copy of',
	},
	{
		displayName: 'Color',
		name: 'color',
		type: 'color',
		default: '',
		description: 'How the appointment looks on the calendar',
	},
	{
		displayName: 'Custom Status',
		name: 'custom_status',
		type: 'string',
		default: '',
		placeholder: 'e.g. Waiting for Labs',
		description: 'The name of a status that your practice set up itself',
	},
	{
		displayName: 'Notes',
		name: 'notes',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Bring the insurance card',
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		placeholder: 'e.g. Annual physical',
	},
	{
		displayName: 'Recur End Date',
		name: 'recur_end_date',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'The last day on which a recurring appointment can take place',
	},
	{
		displayName: 'Recur Start Date',
		name: 'recur_start_date',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'The first day on which a recurring appointment can take place',
	},
	{
		displayName: 'Recurring Appointment',
		name: 'recurring_appointment',
		type: 'boolean',
		default: false,
		description: 'Whether the appointment takes place again and again, on the Recurring Days',
	},
	{
		displayName: 'Recurring Days',
		name: 'recurring_days',
		type: 'multiOptions',
		options: weekdays,
		default: [],
		description: 'The days of the week on which a recurring appointment takes place',
	},
	{
		displayName: 'Recurs Every (Weeks)',
		name: 'recurs_every',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1,
		description: 'With 2 a recurring appointment takes place every other week',
	},
	{
		displayName: 'Reminder Profile',
		name: 'reminder_profile',
		type: 'string',
		default: '',
		placeholder: 'e.g. 170001',
		description:
			'The ID of a set of reminders that your practice made in DrChrono. Only for an appointment that has no reminders yet.',
	},
	{
		displayName: 'Walk-In',
		name: 'is_walk_in',
		type: 'boolean',
		default: false,
		description: 'Whether the patient came without an appointment',
	},
];
