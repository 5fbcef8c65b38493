import type { INodePropertyOptions } from 'n8n-workflow';

/** What DrChrono itself has; a practice may have statuses of its own besides. */
export const statuses: INodePropertyOptions[] = [
	{ name: 'Arrived', value: 'Arrived' },
	{ name: 'Cancelled', value: 'Cancelled' },
	{ name: 'Checked In', value: 'Checked In' },
	{ name: 'Checked In Online', value: 'Checked In Online' },
	{ name: 'Complete', value: 'Complete' },
	{ name: 'Confirmed', value: 'Confirmed' },
	{ name: 'In Room', value: 'In Room' },
	{ name: 'In Session', value: 'In Session' },
	{ name: 'No Show', value: 'No Show' },
	{ name: 'No Status', value: '' },
	{ name: 'Not Confirmed', value: 'Not Confirmed' },
	{ name: 'Rescheduled', value: 'Rescheduled' },
];

export const billingStatuses: INodePropertyOptions[] = [
	{ name: 'Auto Accident Claim', value: 'Auto Accident Claim' },
	{ name: 'Balance Due', value: 'Balance Due' },
	{ name: 'Bill Insurance', value: 'Bill Insurance' },
	{ name: 'Bill Secondary Insurance', value: 'Bill Secondary Insurance' },
	{ name: 'Durable Medical Equipment Claim', value: 'Durable Medical Equipment Claim' },
	{ name: 'Internal Review', value: 'Internal Review' },
	{ name: 'Not Set', value: '' },
	{ name: 'Paid In Full', value: 'Paid In Full' },
	{ name: 'Settled', value: 'Settled' },
	{ name: "Worker's Comp Claim", value: "Worker's Comp Claim" },
];

export const weekdays: INodePropertyOptions[] = [
	{ name: 'Monday', value: 'Monday' },
	{ name: 'Tuesday', value: 'Tuesday' },
	{ name: 'Wednesday', value: 'Wednesday' },
	{ name: 'Thursday', value: 'Thursday' },
	{ name: 'Friday', value: 'Friday' },
	{ name: 'Saturday', value: 'Saturday' },
	{ name: 'Sunday', value: 'Sunday' },
];

/** SNOMED CT codes, which the API takes. */
export const smokingStatuses: INodePropertyOptions[] = [
	{ name: 'Every Day', value: '449868002' },
	{ name: 'Former Smoker', value: '8517006' },
	{ name: 'Heavy Tobacco Smoker', value: '428071000124103' },
	{ name: 'Light Tobacco Smoker', value: '428061000124105' },
	{ name: 'Never Smoked', value: '266919005' },
	{ name: 'Not Recorded', value: 'blank' },
	{ name: 'Smoker, How Often Is Unknown', value: '77176002' },
	{ name: 'Some Days', value: '428041000124106' },
	{ name: 'Unknown If Ever Smoked', value: '266927001' },
];
