import { declare } from '../../shared/fields/field';
import { needed, text } from '../../shared/fields/kinds';
import type { Table } from '../../shared/operation/crud';
import { recordPath } from '../../shared/operation/crudParameters';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';

const { roomName } = declare({
	roomName: needed(text({ label: 'Exam Room Name', eg: 'Exam Room 4' })),
});

/** Adds a room, which appointments then name by its number. */
export const addExamRoom = (table: Table) =>
	defineOperation({
		value: 'addExamRoom',
		name: 'Add Exam Room',
		action: 'Add exam room to office',
		description: 'Add a room to an office, after those that it has',
		creates: true,
		properties: [...table.chosen, property(roomName), optionsCollection()],
		execute: async ({ api, params }) =>
			// The contract describes no body; a room has a name wherever DrChrono shows one.
			await api.post(`${recordPath(table, params)}/add_exam_room`, { name: params.roomName }),
	});
