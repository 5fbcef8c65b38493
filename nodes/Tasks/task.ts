import {
	changedSince,
	choice,
	date,
	dateRange,
	dateTime,
	group,
	longText,
	needed,
	rows,
	text,
	wholeNumber,
	yesNo,
} from '../shared/fields/kinds';
import { tasks } from '../shared/locators/lookups';
import { crud } from '../shared/operation/crud';
import {
	archived,
	assigneeGroup,
	assigneeUser,
	category,
	priority,
	status,
	subjects,
} from './choices';
import { complete } from './task/complete.operation';

export const task = crud({
	...tasks,
	path: 'tasks',
	one: 'task',
	many: 'tasks',
	operations: {
		create: 'Give a user or a group of the practice something to do',
		createMany: 'Make a task of each input item',
		get: 'Look up one task, its notes and what it is about',
		getAll: 'List tasks, such as those of one user that are due today',
		update: 'Change a task, such as its status, whose it is or when it is due',
	},
	fields: {
		title: needed(text({ eg: 'Call the patient about the results', about: 'What is to be done' })),
		status: needed(status({ about: 'One of the statuses that your practice set up, by name' })),
		archived: archived('task'),
		assignee_group: assigneeGroup({ about: 'Whose task it is: a group, or else a user' }),
		assignee_user: assigneeUser({ about: 'Whose task it is: a user, or else a group' }),
		associated_items: rows(
			{
				type: choice(subjects, { initial: 'Patient' }),
				value: { ...wholeNumber({ label: 'ID', least: 1, initial: 1 }), required: true },
			},
			{
				row: 'Item',
				label: 'About',
				about:
					'The records that the task is about, such as a patient or a lab result, by their IDs',
			},
		),
		category: category({ about: 'One of the categories that your practice set up, by name' }),
		due_date: group({ time: dateTime({ label: 'Due At' }) }, { about: 'When it has to be done' }),
		notes: rows({ text: longText() }, { row: 'Note', about: 'What there is to say about it' }),
		priority: priority(),
	},
	readOnly: ['id', 'assigned_by', 'created_at', 'created_by', 'updated_at'],
	filters: {
		assignee_group: assigneeGroup({ about: 'Only tasks of this group' }),
		assignee_user: assigneeUser({ about: 'Only tasks of this user' }),
		category: category({ about: 'Only tasks of this category' }),
		due_at_date: date({ label: 'Due On', about: 'Only tasks that are due on this day' }),
		due_at_range: dateRange({
			label: 'Due Between',
			about: 'Only tasks due from one day to another',
		}),
		due_at_since: date({ label: 'Due Since', about: 'Only tasks due on this day or later' }),
		due_at_unknown: yesNo({
			label: 'Without Due Date',
			initial: true,
			about: 'Whether to list only tasks that have no due date',
		}),
		since: changedSince('tasks'),
		status: status({ about: 'Only tasks of this status' }),
	},
	simplified: [
		...['id', 'title', 'status', 'priority', 'due_date', 'assignee_user', 'assignee_group'],
		...['category', 'archived', 'updated_at'],
	],
	verbose: 'the notes and the records that a task is about',
	more: (table) => [complete(table)],
});
