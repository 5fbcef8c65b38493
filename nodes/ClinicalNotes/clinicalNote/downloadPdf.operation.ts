import type { IDataObject } from 'n8n-workflow';
import { fileAt, outputFileField } from '../../shared/fileOutput';
import { textOf } from '../../shared/messages/words';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';
import { noteLocator } from './note';

/** DrChrono gives the address of a note's PDF with the appointment, if that is asked for verbosely. */
export const downloadPdf = defineOperation({
	value: 'downloadPdf',
	name: 'Download PDF',
	action: 'Download clinical note as PDF',
	description:
		'Get the note of an appointment as DrChrono prints it, to send or store it elsewhere',
	properties: [noteLocator, outputFileField, optionsCollection()],
	execute: async ({ api, params, node, itemIndex }) => {
		const { clinicalNoteId, binaryPropertyName, options } = params;
		const target = path`/api/appointments/${clinicalNoteId}`;
		const { id, patient, doctor, clinical_note } = await api.get(target, { verbose: true });
		const { pdf, locked, updated_at } = (clinical_note ?? {}) as IDataObject;
		return await fileAt(
			node,
			{ record: { appointment: id, patient, doctor, locked, updated_at }, noun: 'clinical note' },
			textOf(pdf),
			{ field: binaryPropertyName, options, itemIndex },
		);
	},
});
