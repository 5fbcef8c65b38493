import type { Choices } from '../../../shared/fields/kinds';

/** What DrChrono itself has; a practice may have statuses of its own besides. */
export const statuses = {
	Arrived: 'Arrived',
	Cancelled: 'Cancelled',
	'Checked In': 'Checked In',
	'Checked In Online': 'Checked In Online',
	Complete: 'Complete',
	Confirmed: 'Confirmed',
	'In Room': 'In Room',
	'In Session': 'In Session',
	'No Show': 'No Show',
	'': 'No Status',
	'Not Confirmed': 'Not Confirmed',
	Rescheduled: 'Rescheduled',
} as const satisfies Choices;

export const billingStatuses = {
	'Auto Accident Claim': 'Auto Accident Claim',
	'Balance Due': 'Balance Due',
	'Bill Insurance': 'Bill Insurance',
	'Bill Secondary Insurance': 'Bill Secondary Insurance',
	'Durable Medical Equipment Claim': 'Durable Medical Equipment Claim',
	'Internal Review': 'Internal Review',
	'Paid In Full': 'Paid In Full',
	Settled: 'Settled',
	"Worker's Comp Claim": "Worker's Comp Claim",
} as const satisfies Choices;

export const weekdays = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday',
] as const;

/** SNOMED CT codes, which the API takes. */
export const smokingStatuses = {
	'449868002': 'Every Day',
	'8517006': 'Former Smoker',
	'428071000124103': 'Heavy Tobacco Smoker',
	'428061000124105': 'Light Tobacco Smoker',
	'266919005': 'Never Smoked',
	blank: 'Not Recorded',
	'77176002': 'Smoker, How Often Is Unknown',
	'428041000124106': 'Some Days',
	'266927001': 'Unknown If Ever Smoked',
} as const satisfies Choices;
