import { text } from '../../collection';
import type { Special } from '../../contracted';
import { orNothing, reference, required } from '../../fields';
import type { RowTest } from '../../filters';
import { type JsonObject, isJsonObject } from '../../json';
import type { Call } from '../../route';
import * as seeds from '../../seeding/wave/tasks';
import { badRequest } from '../../errors';
import { isDate } from '../../time';

const dueOf = ({ due_date }: JsonObject): string =>
	isJsonObject(due_date) ? text(due_date, 'time') : '';

/** @throws {ApiError} 400 */
function day(name: string, value: string): string {
	if (!isDate(value.slice(0, 10))) throw badRequest({ [name]: ['Enter a valid date.'] });
	return value.slice(0, 10);
}

function dueWithin(value: string): RowTest {
	const [first, last] = value.split('/').map((one) => day('due_at_range', one));
	return (row) => dueOf(row) >= first && dueOf(row).slice(0, 10) <= last && dueOf(row) !== '';
}

/** Who made a record is who asks for it. */
const byUser = (record: JsonObject, { token }: Call): JsonObject => ({
	...record,
	created_by: token.userId,
});

/** Tasks and the practice's lists that they are made of. */
export const taskSpecials: Readonly<Record<string, Special>> = {
	tasks: {
		seed: seeds.seedTasks,
		fields: {
			status: required(reference('task_statuses')),
			category: orNothing(reference('task_categories')),
			assignee_group: orNothing(reference('user_groups')),
		},
		filters: {
			due_at_date: (value) => {
				const wanted = day('due_at_date', value);
				return (row) => dueOf(row).startsWith(wanted);
			},
			due_at_since: (value) => {
				const first = day('due_at_since', value);
				return (row) => dueOf(row) >= first;
			},
			due_at_range: dueWithin,
			due_at_unknown: (value) => (row) => (dueOf(row) === '') === /^(?:true|1)$/i.test(value),
		},
		complete: (record, call) => ({
			...byUser(record, call),
			assigned_by: call.token.userId,
		}),
	},
	task_categories: { seed: seeds.seedTaskCategories },
	task_notes: { seed: seeds.seedTaskNotes, complete: byUser },
	task_statuses: { seed: seeds.seedTaskStatuses },
	task_templates: { seed: seeds.seedTaskTemplates },
	user_groups: { seed: seeds.seedUserGroups },
	staff: { seed: seeds.seedStaff },
};
