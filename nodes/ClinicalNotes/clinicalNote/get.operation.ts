import type { Table } from '../../shared/operation/crud';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';
import { noteLocator } from './note';

export const get = (output: Table['output'], simplified: readonly string[]) =>
	defineOperation({
		value: 'get',
		name: 'Get',
		action: 'Get clinical note',
		description: 'Read the note of one appointment, section by section',
		simplified,
		properties: [noteLocator, ...output, optionsCollection()],
		execute: async ({ api, params }) =>
			await api.get(path`/api/clinical_notes/${params.clinicalNoteId}`),
	});
