import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { property } from '../operation';
import { text } from '../words';
import { containing, searchPage } from './locator';

/**
 * DrChrono does not search documents, of which a practice has very many: so many pages of its list are
 * looked through at once, and no more, since each is a request of the hour's 500.
 */
const MAXIMUM_PAGES = 4;

export const documentLocator = property({
	displayName: 'Document',
	name: 'documentId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The document to work with',
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

/** Documents whose description, date or patient's ID contains what was typed. */
export async function searchDocuments(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	let token = paginationToken;
	for (let page = 1; ; page++) {
		const found = containing(
			await searchPage(this, '/api/documents', {}, token, documentName),
			filter,
		);
		token = found.paginationToken;
		if (found.results.length > 0 || !token || page === MAXIMUM_PAGES) return found;
	}
}

function documentName({ description, date, patient }: IDataObject): string {
	const name = text(description) || 'No description';
	return [name, text(date), patient ? `patient ${text(patient)}` : ''].filter(Boolean).join(' · ');
}
