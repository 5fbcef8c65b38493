import type { INodeProperties } from 'n8n-workflow';
import { property } from '../../shared/operation';
import { statuses, weekdays } from './choices';

const OWN_VALUE =
	'For one that your practice set up itself, switch to Expression and write its name.';

export const scheduledTime = property({
	displayName: 'Scheduled Time',
	name: 'scheduled_time',
	type: 'dateTime',
	required: true,
	default: '',
	description:
		'When it begins, by the clock on the office’s wall. A time with an offset or Z is converted to the Office Time Zone.',
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
	description: 'Whether to block the time for a break, without a patient',
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
	description: 'Whether to book the time even if something else is booked then',
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
		description: 'ID of the appointment that this one is a copy of',
	},
	{
		displayName: 'Color',
		name: 'color',
		type: 'color',
		default: '',
		description: 'On the calendar',
	},
	{
		displayName: 'Custom Status',
		name: 'custom_status',
		type: 'string',
		default: '',
		placeholder: 'e.g. Waiting for Labs',
		description: 'The name of a status that the practice set up itself',
	},
	{
		displayName: 'Notes',
		name: 'notes',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
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
		description: 'The day after which a recurring appointment comes no more',
	},
	{
		displayName: 'Recur Start Date',
		name: 'recur_start_date',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'The day from which a recurring appointment comes again',
	},
	{
		displayName: 'Recurring Appointment',
		name: 'recurring_appointment',
		type: 'boolean',
		default: false,
		description: 'Whether the appointment comes again on the Recurring Days',
	},
	{
		displayName: 'Recurring Days',
		name: 'recurring_days',
		type: 'multiOptions',
		options: weekdays,
		default: [],
		description: 'The days of the week on which a recurring appointment comes',
	},
	{
		displayName: 'Recurs Every (Weeks)',
		name: 'recurs_every',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1,
		description: 'With 2 a recurring appointment comes every other week',
	},
	{
		displayName: 'Reminder Profile',
		name: 'reminder_profile',
		type: 'string',
		default: '',
		placeholder: 'e.g. 170001',
		description:
			'ID of a set of reminders that the practice made. Only for an appointment that has no reminders yet.',
	},
	{
		displayName: 'Walk-In',
		name: 'is_walk_in',
		type: 'boolean',
		default: false,
		description: 'Whether the patient came without an appointment',
	},
];
