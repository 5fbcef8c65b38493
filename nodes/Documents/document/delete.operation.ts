import { documentLocator } from '../../shared/locators/document';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';

export const deleteDocument = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete document',
	description: 'Take a document out of the chart. DrChrono keeps it in its archive.',
	properties: [
		property({
			displayName:
				'DrChrono archives a deleted document: it no longer shows in the chart, but it is kept. This node cannot bring it back.',
			name: 'deleteNotice',
			type: 'notice',
			default: '',
		}),
		documentLocator,
		optionsCollection(),
	],
	execute: async ({ api, params }) => {
		await api.delete(path`/api/documents/${params.documentId}`);
		return { id: params.documentId, deleted: true };
	},
});
