import { changedSince, needed, text } from '../shared/fields/kinds';
import { practiceGroups, taskCategories } from '../shared/locators/lookups';
import { recordLocator } from '../shared/locators/record';
import { crud } from '../shared/operation/crud';
import { archived } from './choices';

export const taskCategory = crud({
	...taskCategories,
	path: 'task_categories',
	one: 'task category',
	many: 'task categories',
	operations: {
		create: 'Set up a category that tasks can have',
		createMany: 'Set up a category for each input item',
		get: 'Look up one category',
		getAll: 'List the categories of tasks, those of DrChrono’s own among them, and their IDs',
		update: 'Rename a category, or put it out of use',
	},
	fields: {
		name: needed(text({ eg: 'Referrals' })),
		practice_group: needed(
			recordLocator(practiceGroups, 'Practice Group', { about: 'Whose tasks can have it' }),
		),
		archived: archived('category'),
	},
	readOnly: ['id', 'created_at', 'is_global', 'updated_at'],
	filters: { since: changedSince('categories') },
	simplified: ['id', 'name', 'is_global', 'archived', 'practice_group', 'updated_at'],
});
