import { changedSince, longText, needed, text } from '../shared/fields/kinds';
import { taskTemplates } from '../shared/locators/lookups';
import { crud } from '../shared/operation/crud';
import { archived, assigneeGroup, assigneeUser, category, priority, status } from './choices';

export const taskTemplate = crud({
	...taskTemplates,
	path: 'task_templates',
	one: 'task template',
	many: 'task templates',
	operations: {
		create: 'Set up a template, from which people in DrChrono make tasks',
		createMany: 'Set up a template for each input item',
		get: 'Look up what a template fills in',
		getAll: 'List the templates and their IDs',
		update: 'Change what a template fills in, or put it out of use',
	},
	fields: {
		name: needed(text({ eg: 'New patient call' })),
		archived: archived('template'),
		default_assignee_group: assigneeGroup({ about: 'Whose the tasks are' }, 'Default Group'),
		default_assignee_user: assigneeUser({ about: 'Whose the tasks are' }, 'Default User'),
		default_category: category({}, 'Default Category'),
		default_due_date_offset: text({
			eg: '3 00:00:00',
			about: 'How long after it is made a task is due: days, a blank, then hours:minutes:seconds',
		}),
		default_note: longText({ about: 'What the first note of a task says' }),
		default_priority: priority(),
		default_status: status({}, 'Default Status'),
		default_title: text({ about: 'What a task is called' }),
	},
	readOnly: ['id', 'created_at', 'practice_group', 'updated_at'],
	filters: {
		assignee_group: assigneeGroup({ about: 'Only templates for this group' }),
		assignee_user: assigneeUser({ about: 'Only templates for this user' }),
		category: category({ about: 'Only templates of this category' }),
		since: changedSince('templates'),
		status: status({ about: 'Only templates with this status' }),
	},
	simplified: [
		...['id', 'name', 'default_title', 'default_status', 'default_category', 'default_priority'],
		...['default_assignee_user', 'default_assignee_group', 'default_due_date_offset', 'archived'],
	],
});
