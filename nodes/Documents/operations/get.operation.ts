import { documentLocator } from '../../shared/locators/document';
import { defineOperation } from '../../shared/operation';
import { optionsCollection } from '../../shared/options';
import { path } from '../../shared/transport/urls';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get document',
	description: 'Retrieve what is known of a document by ID. Its file comes with Download.',
	properties: [documentLocator, optionsCollection()],
	execute: async ({ api, params }) => await api.get(path`/api/documents/${params.documentId}`),
});
