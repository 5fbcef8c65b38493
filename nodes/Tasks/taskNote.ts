import { changedSince, longText, needed } from '../shared/fields/kinds';
import { ofChosen } from '../shared/locators/chosen';
import { line, tasks } from '../shared/locators/lookups';
import { recordLocator } from '../shared/locators/record';
import { crud } from '../shared/operation/crud';
import { archived } from './choices';

export const taskNote = crud({
	path: 'task_notes',
	one: 'task note',
	many: 'task notes',
	operations: {
		create: 'Add a note to a task',
		createMany: 'Add a note for each input item',
		get: 'Read one note',
		getAll: 'List notes, of one task or of all',
		update: 'Change a note, or put it out of use',
	},
	fields: {
		task: needed(recordLocator(tasks, 'Task', { about: 'The task that the note is about' })),
		text: needed(longText({ eg: 'Left a message, will call again on Monday' })),
		archived: archived('note'),
	},
	readOnly: ['id', 'created_at', 'created_by', 'updated_at'],
	filters: {
		since: changedSince('notes'),
		task: recordLocator(tasks, 'Task', { about: 'Only notes of this task' }),
	},
	simplified: ['id', 'task', 'text', 'archived', 'created_by', 'created_at', 'updated_at'],
	title: ({ text, created_at }) => line(text, created_at),
	within: {
		fields: { task: recordLocator(tasks, 'Task', { about: 'Whose notes the list below shows' }) },
		query: ofChosen('task'),
	},
	eg: '245001',
	hint: 'Task Note → Get Many lists the IDs',
});
