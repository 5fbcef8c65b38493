import type { IDataObject } from 'n8n-workflow';
import { property } from '../operation/operation';
import { textOf } from '../messages/words';
import { searchByName } from './locator';

export const doctorLocator = property({
	displayName: 'Doctor',
	name: 'doctor',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'A doctor of your practice, found by name or specialty',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a doctor…',
			typeOptions: { searchListMethod: 'searchDoctors', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 120001',
			hint: 'DrChrono Users → Doctor → Get Many lists the IDs',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '[0-9]+',
						errorMessage: 'A doctor ID is a whole number, such as 120001',
					},
				},
			],
		},
	],
});

/** The same locator where a doctor may be left out: among filters and additional fields. */
export const optionalDoctorLocator = property({ ...doctorLocator, required: false });

/** The doctors of the practice group whose name contains what was typed. */
export const searchDoctors = searchByName('/api/doctors', doctorName);

function doctorName({ first_name, last_name, specialty }: IDataObject): string {
	const name = [last_name, first_name].map(textOf).filter(Boolean).join(', ');
	return [name, textOf(specialty)].filter(Boolean).join(' · ');
}
