import { text } from '../../collection';
import type { JsonObject } from '../../json';
import type { Practice } from '../../practice';
import { dayBefore, fakerFor, sow, stampBefore } from '../sow';

const STATUSES = [
	['Open', 'O'],
	['In Progress', 'P'],
	['On Hold', 'H'],
	['Completed', 'C'],
];
const CATEGORIES = ['Front Desk', 'Clinical', 'Billing'];
const GROUPS = ['Front Desk', 'Nurses'];

const TITLES = [
	'Call the patient about the results',
	'Send the referral letter',
	'Check the coverage before the visit',
	'Ask for the records of the last clinic',
	'Refill request from the pharmacy',
	'Schedule the follow-up',
];

export function seedTaskStatuses(practice: Practice): void {
	const rows = STATUSES.map(([name, status_category]) => ({ name, status_category }));
	sow(
		practice,
		'task_statuses',
		rows.map((row) => ({ ...row, practice_group: 1 })),
	);
}

export function seedTaskCategories(practice: Practice): void {
	sow(
		practice,
		'task_categories',
		CATEGORIES.map((name) => ({ name, practice_group: 1, is_global: '' })),
	);
}

export function seedUserGroups(practice: Practice): void {
	const members = practice.store.users.all().map(({ id }) => String(id));
	sow(
		practice,
		'user_groups',
		GROUPS.map((name) => ({ name, practice_group: '1', members })),
	);
}

export function seedTaskTemplates(practice: Practice): void {
	const template = { name: 'Abnormal result', default_title: TITLES[0], default_status: 1 };
	sow(practice, 'task_templates', [{ ...template, default_priority: '30', practice_group: '1' }]);
}

/** Open tasks, some of them overdue, and a few that are done. */
export function seedTasks(practice: Practice): void {
	const faker = fakerFor(practice, 'tasks');
	const patients = practice.store.patients.all();
	const rows = Array.from({ length: 12 }, (_, index): JsonObject => {
		const patient = patients.length > 0 ? faker.helpers.arrayElement(patients) : undefined;
		return {
			title: TITLES[index % TITLES.length],
			status: index < 9 ? (index % 3) + 1 : 4,
			category: (index % CATEGORIES.length) + 1,
			priority: ['10', '20', '30', '40'][index % 4],
			assignee_user: index % 3 === 2 ? null : '1',
			assignee_group: index % 3 === 2 ? 1 : null,
			created_by: '1',
			assigned_by: '1',
			due_date: { time: stampBefore(practice, 3 - index, '17:00:00') },
			associated_items: patient ? [{ task: index + 1, type: 'Patient', value: patient.id }] : [],
			notes: [],
			created_at: stampBefore(practice, 14 - index),
			updated_at: stampBefore(practice, 14 - index),
		};
	});
	sow(practice, 'tasks', rows);
}

/** One note on each of the first tasks. */
export function seedTaskNotes(practice: Practice): void {
	const tasks = practice.store.collection('tasks').all().slice(0, 3);
	const rows = tasks.map(({ id }) => ({ task: id, text: 'Left a message.', created_by: '1' }));
	sow(practice, 'task_notes', rows);
}

/** One user's record in the list of staff each. */
export function seedStaff(practice: Practice): void {
	const faker = fakerFor(practice, 'staff');
	const rows = practice.store.users.all().map((user) => ({
		user_id: String(user.id),
		username: text(user, 'username'),
		doctor: text(user, 'doctor'),
		first_name: faker.person.firstName(),
		last_name: faker.person.lastName(),
		email: `${text(user, 'username')}@example.com`,
		active: 'true',
		cell_phone: '(212) 555-0142',
		created_at: `${dayBefore(practice, 700)}T08:00:00`,
	}));
	sow(practice, 'staff', rows);
}
