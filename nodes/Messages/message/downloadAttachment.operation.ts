import { fileAt, outputFileField } from '../../shared/fileOutput';
import { textOf } from '../../shared/messages/words';
import type { Table } from '../../shared/operation/crud';
import { recordPath } from '../../shared/operation/crudParameters';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';

/** The address of an attachment is good for a short time, so the message is read for a fresh one. */
export const downloadAttachment = (table: Table) =>
	defineOperation({
		value: 'downloadAttachment',
		name: 'Download Attachment',
		action: 'Download message attachment',
		description: 'Get the file of a message, such as a fax, to file it in a chart',
		properties: [...table.chosen, outputFileField, optionsCollection()],
		execute: async ({ api, params, node, itemIndex }) => {
			const message = await api.get(recordPath(table, params));
			const { id, title, type, patient, doctor, received_at, attachment } = message;
			return await fileAt(
				node,
				{ record: { id, title, type, patient, doctor, received_at }, noun: 'message' },
				textOf(attachment),
				{ field: params.binaryPropertyName, options: params.options, itemIndex },
			);
		},
	});
