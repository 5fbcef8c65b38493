import { declare } from '../../shared/fields/field';
import { longText, needed } from '../../shared/fields/kinds';
import type { Table } from '../../shared/operation/crud';
import { idOf, recordPath } from '../../shared/operation/crudParameters';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';

const { note } = declare({
	note: needed(longText({ eg: 'Please call the patient when it is ready' })),
});

/** Adds to what the pharmacy is told of a medication; what is there stays. */
export const appendPharmacyNote = (table: Table) =>
	defineOperation({
		value: 'appendPharmacyNote',
		name: 'Append Pharmacy Note',
		action: 'Append pharmacy note to medication',
		description: 'Add a sentence to what the pharmacy is told, after what is there already',
		creates: true,
		properties: [...table.chosen, property(note), optionsCollection()],
		execute: async ({ api, params }) => {
			// The contract does not say what the note is called: clients in use send it under either name,
			// and DrChrono drops fields that it does not know.
			const body = { note: params.note, text: params.note };
			await api.patch(`${recordPath(table, params)}/append_to_pharmacy_note`, body);
			return { id: idOf(table, params), appended: true };
		},
	});
