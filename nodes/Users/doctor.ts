import { doctors } from '../shared/locators/doctor';
import { crud } from '../shared/operation/crud';

export const doctor = crud({
	...doctors,
	path: 'doctors',
	one: 'doctor',
	many: 'doctors',
	operations: {
		get: 'Look up one doctor: name, specialty, contact details, time zone',
		getAll: 'List the doctors of the practice group and their IDs',
	},
	readOnly: [
		'cell_phone',
		'country',
		'doctor_work_schedule',
		'group_npi_number',
		'home_phone',
		'is_account_suspended',
		'job_title',
		'practice_group',
		'profile_picture',
		'website',
	],
	simplified: [
		'id',
		'first_name',
		'last_name',
		'suffix',
		'specialty',
		'email',
		'office_phone',
		'timezone',
		'npi_number',
		'practice_group_name',
	],
});
