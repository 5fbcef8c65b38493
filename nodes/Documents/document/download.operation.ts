import { NodeOperationError } from 'n8n-workflow';
import { outputFileField } from '../../shared/fileOutput';
import { storeFile } from '../../shared/files';
import { documentLocator } from '../../shared/locators/document';
import { defineOperation, RecordWithFiles } from '../../shared/operation/operation';
import { maximumWaitMs, optionsCollection } from '../../shared/operation/options';
import { download as downloadFile } from '../../shared/transport/download';
import { path } from '../../shared/transport/urls';
import { textOf } from '../../shared/messages/words';
import { hasFile, withFile } from './file';

export const download = defineOperation({
	value: 'download',
	name: 'Download',
	action: 'Download document',
	description: 'Get the file of a document, to send or store it elsewhere',
	properties: [documentLocator, outputFileField, optionsCollection()],
	execute: async ({ api, params, node, itemIndex }) => {
		const { documentId, binaryPropertyName, options } = params;
		const stored = await api.get(path`/api/documents/${documentId}`);
		const record = await withFile(api, node, stored);
		if (!hasFile(record)) {
			throw new NodeOperationError(
				node.getNode(),
				`DrChrono is still preparing the file of this document [item ${itemIndex}]`,
				{ itemIndex, description: 'Download it later, for example after a Wait node.' },
			);
		}
		const { binary, bytes } = await downloadFile(
			node,
			textOf(record.document),
			{ maximumWaitMs: maximumWaitMs(options), itemIndex },
			async (file) => await storeFile(node, file),
		);
		const { id, patient, doctor, description, date, metatags } = record;
		const { fileName, mimeType } = binary;
		return new RecordWithFiles(
			{ id, patient, doctor, description, date, metatags, fileName, mimeType, bytes },
			{ [binaryPropertyName]: binary },
		);
	},
});
