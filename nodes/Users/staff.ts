import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const staff = crud({
	path: 'staff',
	one: 'staff member',
	many: 'staff members',
	operations: {
		get: 'Look up one member of staff: name, contact details, login',
		getAll: 'List the staff of the practice. They are added in DrChrono only.',
	},
	readOnly: ['created_at', 'updated_at'],
	filters: { doctor: doctor('Only the staff of this doctor') },
	simplified: [
		...['id', 'first_name', 'last_name', 'username', 'user_id', 'email', 'cell_phone'],
		...['home_phone', 'doctor', 'active'],
	],
	title: ({ last_name, first_name, username }) => line(last_name, first_name, username),
	eg: '165001',
	hint: 'Staff Member → Get Many lists the IDs',
});
