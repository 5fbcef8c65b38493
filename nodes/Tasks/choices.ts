import { choice, yesNo, type About } from '../shared/fields/kinds';
import { taskCategories, taskStatuses, userGroups } from '../shared/locators/lookups';
import { recordLocator } from '../shared/locators/record';
import { users } from '../shared/locators/user';

type Words = Omit<About, 'label'>;

export const priority = (about: About = {}) =>
	choice(
		{ '10': 'Low', '20': 'Medium', '30': 'High', '40': 'Urgent' },
		{ initial: '20', ...about },
	);
export const status = (about: Words, label = 'Status') => recordLocator(taskStatuses, label, about);
export const category = (about: Words, label = 'Category') =>
	recordLocator(taskCategories, label, about);
export const assigneeUser = (about: Words, label = 'Assigned User') =>
	recordLocator(users, label, about);
export const assigneeGroup = (about: Words, label = 'Assigned Group') =>
	recordLocator(userGroups, label, about);
export const archived = (one: string) => yesNo({ about: `Whether the ${one} is out of use` });

/** What a task can be about. */
export const subjects = {
	Appointment: 'Appointment',
	Communication: 'Communication',
	Document: 'Document',
	'Lab document': 'Lab Document',
	'Lab order': 'Lab Order',
	'Lab result': 'Lab Result',
	Message: 'Message',
	Patient: 'Patient',
} as const;
