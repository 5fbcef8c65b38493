import type { IDataObject } from 'n8n-workflow';
import type { Practice } from '../../support/practice';
import type { OperationCase } from './index';

const note = { clinicalNoteId: '={{ { __rl: true, mode: "id", value: $json.id } }}' };

/** Notes of the first two appointments, locked, so that their PDFs are there. */
function lock({ simulator: { store } }: Practice): void {
	const notes = store.collection('clinical_notes');
	for (const id of ['1', '2']) {
		const fields: IDataObject = { appointment: id, signee: { locked_by: '1' } };
		if (notes.get(id)) notes.update(id, fields as never);
		else notes.insert(fields as never);
	}
}

export const clinicalNotesCases: Record<string, OperationCase> = {
	'clinicalNote.downloadPdf': {
		parameters: note,
		items: [{ id: '1' }, { id: '2' }],
		prepare: lock,
	},
	'clinicalNote.get': { parameters: note, items: [{ id: '1' }, { id: '2' }], prepare: lock },
};
