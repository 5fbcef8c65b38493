import type { IDataObject } from 'n8n-workflow';
import { SEARCH } from '../fields/field';
import { property } from '../operation/operation';
import { textOf } from '../messages/words';
import { searchByName } from './locator';

/** Documents whose description, date or patient's ID contains what was typed. */
export const searchDocuments = searchByName('/api/documents', documentName);

export const documentLocator = property({
	displayName: 'Document',
	name: 'documentId',
	type: 'resourceLocator',
	[SEARCH]: searchDocuments,
	required: true,
	default: { mode: 'list', value: '' },
	description:
		'The list finds what is typed in the description, the date or the patient’s ID. In a practice with very many documents use Get Many with a patient, and By ID.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a document…',
			typeOptions: { searchListMethod: 'searchDocuments', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 45012345',
			hint: 'The id that Get Many, Upload and the Polling Trigger give',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '[0-9]+',
						errorMessage: 'A document ID is a whole number, such as 45012345',
					},
				},
			],
		},
	],
});

function documentName({ description, date, patient }: IDataObject): string {
	const name = textOf(description) || 'No description';
	return [name, textOf(date), patient ? `patient ${textOf(patient)}` : '']
		.filter(Boolean)
		.join(' · ');
}
