import { described } from '../shared/fields/kinds';
import { optionalDoctorLocator } from '../shared/locators/doctor';
import { users } from '../shared/locators/user';
import { crud } from '../shared/operation/crud';
import { getCurrent } from './getCurrent';

export const user = crud({
	...users,
	path: 'users',
	one: 'user',
	many: 'users',
	operations: {
		get: 'Look up one person with a login: whether a doctor or staff, and for which doctor',
		getAll: 'List everybody with a login: doctors and staff',
	},
	readOnly: ['permissions'],
	filters: {
		doctor: described(optionalDoctorLocator, { about: 'Only this doctor and their staff' }),
	},
	simplified: ['id', 'username', 'doctor', 'is_doctor', 'is_staff', 'practice_group'],
	initial: 'getCurrent',
	more: (table) => [
		getCurrent(
			table,
			'/api/users/current',
			'See whose DrChrono login the credential is connected with. A good first test.',
		),
	],
});
