import type { IDataObject } from 'n8n-workflow';
import { property } from '../operation/operation';
import { textOf } from '../messages/words';
import { searchByName } from './locator';

export const officeLocator = property({
	displayName: 'Office',
	name: 'office',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'An office of your practice, found by name or city',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an office…',
			typeOptions: { searchListMethod: 'searchOffices', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 130001',
			hint: 'DrChrono Users → Office → Get Many lists the IDs',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '[0-9]+',
						errorMessage: 'An office ID is a whole number, such as 130001',
					},
				},
			],
		},
	],
});

/** The same locator where an office may be left out: among filters and additional fields. */
export const optionalOfficeLocator = property({ ...officeLocator, required: false });

/** The offices of the practice whose name or place contains what was typed. */
export const searchOffices = searchByName('/api/offices', officeName);

function officeName({ name, city }: IDataObject): string {
	return [name, city].map(textOf).filter(Boolean).join(' · ');
}
