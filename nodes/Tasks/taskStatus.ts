import { changedSince, choice, needed, text } from '../shared/fields/kinds';
import { practiceGroups, taskStatuses } from '../shared/locators/lookups';
import { recordLocator } from '../shared/locators/record';
import { crud } from '../shared/operation/crud';
import { archived, category } from './choices';

export const taskStatus = crud({
	...taskStatuses,
	path: 'task_statuses',
	one: 'task status',
	many: 'task statuses',
	operations: {
		create: 'Set up a status that tasks can have',
		createMany: 'Set up a status for each input item',
		get: 'Look up one status',
		getAll: 'List the statuses that tasks can have, and their IDs',
		update: 'Rename a status, or put it out of use',
	},
	fields: {
		name: needed(text({ eg: 'Waiting for Lab' })),
		practice_group: needed(
			recordLocator(practiceGroups, 'Practice Group', { about: 'Whose tasks can have the status' }),
		),
		archived: archived('status'),
		status_category: choice(
			{ O: 'Open', P: 'In Progress', H: 'On Hold', C: 'Complete' },
			{ about: 'What the status means, whatever it is called' },
		),
		task_category: category({ about: 'Only tasks of this category can have it' }, 'Task Category'),
	},
	readOnly: ['id', 'created_at', 'updated_at'],
	filters: { since: changedSince('statuses') },
	simplified: [
		...['id', 'name', 'status_category', 'task_category', 'archived', 'practice_group'],
		'updated_at',
	],
});
