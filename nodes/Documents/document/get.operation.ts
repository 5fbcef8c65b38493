import { documentLocator } from '../../shared/locators/document';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get document',
	description:
		'Read what DrChrono knows of a document: patient, date, tags. Download gives its file.',
	properties: [documentLocator, optionsCollection()],
	execute: async ({ api, params }) => await api.get(path`/api/documents/${params.documentId}`),
});
