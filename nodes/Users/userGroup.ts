import { userGroups } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const userGroup = crud({
	...userGroups,
	path: 'user_groups',
	one: 'user group',
	many: 'user groups',
	operations: {
		get: 'Look up one group and who is in it',
		getAll: 'List the groups of users, to whom tasks can be given, and their IDs',
	},
	readOnly: ['created_at'],
	filters: { doctor: doctor('Only groups of this doctor’s practice') },
	simplified: ['id', 'name', 'members', 'practice_group', 'archived', 'updated_at'],
});
