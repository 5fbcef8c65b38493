import type { IDataObject } from 'n8n-workflow';
import { daysFrom, mondayOf, monthOf } from '../../shared/input/dates';
import { property } from '../../shared/operation/operation';
import { ParameterIssue } from '../../shared/input/parameters';
import { windowsOf, type DateWindow } from './windows';

/** In the order of a calendar: what is over, what comes, what one sets oneself. */
const past = [{ name: 'Yesterday', value: 'yesterday' }];
const near = [
	{ name: 'Today', value: 'today' },
	{ name: 'Tomorrow', value: 'tomorrow' },
	{ name: 'This Week', value: 'thisWeek', description: 'From Monday to Sunday' },
	{ name: 'Next Week', value: 'nextWeek' },
	{ name: 'Next 7 Days', value: 'next7Days', description: 'Today and the six days after it' },
	{ name: 'This Month', value: 'thisMonth' },
];
const ownDays = [
	{ name: 'Date', value: 'date', description: 'One day you set' },
	{
		name: 'Date Range',
		value: 'dateRange',
		description: 'From one day to another, a week or years',
	},
];

const dateMode = property({
	displayName: 'Dates',
	name: 'dateMode',
	type: 'options',
	// What n8n shows below depends on it.
	noDataExpression: true,
	default: 'today',
	options: [...near, ...ownDays],
	description: 'Which days to look at. Today is today where the office is.',
});

const dayParameters = [
	property({
		displayName: 'Date',
		name: 'date',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		required: true,
		displayOptions: { show: { dateMode: ['date'] } },
		default: '',
		description: 'The day, by the office’s calendar',
	}),
	property({
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		required: true,
		displayOptions: { show: { dateMode: ['dateRange'] } },
		default: '',
		description: 'The first day',
	}),
	property({
		displayName: 'End Date',
		name: 'endDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		required: true,
		displayOptions: { show: { dateMode: ['dateRange'] } },
		default: '',
		description: 'The last day, which is included',
	}),
] as const;

/** Days, for a list that is asked for days. */
export const dayProperties = [dateMode, ...dayParameters] as const;

/** Days, or a time since which something happened. */
export const periodProperties = [
	property({
		...dateMode,
		options: [
			...past,
			...near,
			{ name: 'Last Month', value: 'lastMonth' },
			...ownDays,
			{
				name: 'Occurring Since',
				value: 'occurredSince',
				description: 'Taking place after a time you set, however far ahead',
			},
			{
				name: 'Changed Since',
				value: 'since',
				description: 'Booked or changed after a time you set, whatever day they are on',
			},
		],
		description: 'Which appointments to list. Today is today where the office is.',
	}),
	...dayParameters,
	property({
		displayName: 'Changed Since',
		name: 'since',
		type: 'dateTime',
		required: true,
		displayOptions: { show: { dateMode: ['since'] } },
		default: '',
		description: 'Appointments booked or changed at this time or later, by the office’s clock',
	}),
	property({
		displayName: 'Occurring Since',
		name: 'occurred_since',
		type: 'dateTime',
		required: true,
		displayOptions: { show: { dateMode: ['occurredSince'] } },
		default: '',
		description: 'Appointments that take place at this time or later, by the office’s clock',
	}),
] as const;

interface Period {
	readonly dateMode: string;
	readonly date: string | null;
	readonly startDate: string | null;
	readonly endDate: string | null;
	readonly since?: string | null;
	readonly occurred_since?: string | null;
}

/**
 * The queries that together read a period, in its order; each has one of the date parameters that
 * DrChrono insists on. A long range takes several: see windows.ts.
 * @param today the date of today where the office is
 * @throws ParameterIssue for a range that ends before it starts
 */
export function* periodQueries(period: Period, today: string): Generator<IDataObject> {
	const { since, occurred_since } = period;
	if (period.dateMode === 'since') yield { since };
	else if (period.dateMode === 'occurredSince') yield { occurred_since };
	else {
		for (const { first, last } of windowsOf(daysOf(period, today))) {
			yield first === last ? { date: first } : { date_range: `${first}/${last}` };
		}
	}
}

function daysOf({ dateMode: mode, date, startDate, endDate }: Period, today: string): DateWindow {
	const monday = mondayOf(today);
	switch (mode) {
		case 'yesterday':
			return oneDay(daysFrom(today, -1));
		case 'tomorrow':
			return oneDay(daysFrom(today, 1));
		case 'thisWeek':
			return { first: monday, last: daysFrom(monday, 6) };
		case 'nextWeek':
			return { first: daysFrom(monday, 7), last: daysFrom(monday, 13) };
		case 'next7Days':
			return { first: today, last: daysFrom(today, 6) };
		case 'thisMonth':
			return monthOf(today);
		case 'lastMonth':
			return monthOf(daysFrom(monthOf(today).first, -1));
		case 'date':
			return oneDay(date ?? today);
		case 'dateRange':
			return range(startDate ?? today, endDate ?? today);
		default:
			return oneDay(today);
	}
}

function oneDay(date: string): DateWindow {
	return { first: date, last: date };
}

/** 20 years: DrChrono gives half a year at a time, so that is 40 requests. */
const MAXIMUM_RANGE_DAYS = 20 * 366;

function range(first: string, last: string): DateWindow {
	if (last < first) throw new ParameterIssue('is before the start date', ['End Date']);
	if (last > daysFrom(first, MAXIMUM_RANGE_DAYS)) {
		throw new ParameterIssue('is more than 20 years after the start date', ['End Date']);
	}
	return { first, last };
}
