import type { IDataObject } from 'n8n-workflow';
import { daysFrom, today } from '../input/dates';
import { SEARCH } from '../fields/field';
import { property } from '../operation/operation';
import { textOf } from '../messages/words';
import { searchByName } from './locator';

/** How far the list looks ahead, in days: a whole calendar would be many pages. */
const DAYS_AHEAD = 14;

/** The appointments of the next days, by time, patient ID or reason. */
export const searchAppointments = searchByName(
	'/api/appointments',
	appointmentName,
	(functions) => {
		const first = today(functions.getTimezone());
		return { date_range: `${first}/${daysFrom(first, DAYS_AHEAD - 1)}` };
	},
);

/** IDs are texts: a number, or `2021-03-01_123` for one day of a recurring appointment. */
export const appointmentLocator = property({
	displayName: 'Appointment',
	name: 'appointmentId',
	type: 'resourceLocator',
	[SEARCH]: searchAppointments,
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The list finds what you type in the date and time, the patient’s ID or the reason',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an appointment…',
			hint: 'Shows the next 14 days; for another one switch to By ID',
			typeOptions: { searchListMethod: 'searchAppointments', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 150001',
			hint: 'The id that Get Many and the DrChrono Trigger give. One day of a recurring appointment has an ID such as 2021-03-01_150001.',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '[0-9][0-9-]*(?:_[0-9-]+)?',
						errorMessage: 'An appointment ID looks like 150001 or 2021-03-01_150001',
					},
				},
			],
		},
	],
});

/** How an appointment reads in a list: its time, whose it is and its reason. */
export function appointmentName({ scheduled_time, patient, reason }: IDataObject): string {
	const time = textOf(scheduled_time).slice(0, 16).replace('T', ' ');
	const who = textOf(patient) ? `Patient ${textOf(patient)}` : 'Break';
	return [time, who, textOf(reason)].filter(Boolean).join(' · ');
}
