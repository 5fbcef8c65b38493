import type { IDataObject } from 'n8n-workflow';
import { property } from '../operation/operation';
import { textOf } from '../messages/words';
import { searchByName } from './locator';

export const appointmentProfileLocator = property({
	displayName: 'Appointment Profile',
	name: 'profile',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description:
		'A kind of appointment that the practice set up. It gives a new appointment its color, duration and reason where you leave them out.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a profile…',
			typeOptions: { searchListMethod: 'searchAppointmentProfiles', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 140001',
			hint: 'From List shows the profiles by name',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '[0-9]+',
						errorMessage: 'A profile ID is a whole number, such as 140001',
					},
				},
			],
		},
	],
});

/** The practice's kinds of appointments whose name contains what was typed. */
export const searchAppointmentProfiles = searchByName('/api/appointment_profiles', profileName);

function profileName({ name, duration }: IDataObject): string {
	const minutes = textOf(duration);
	return [textOf(name), minutes && `${minutes} min`].filter(Boolean).join(' · ');
}
