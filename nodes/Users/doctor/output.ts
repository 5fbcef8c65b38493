import { outputProperties } from '../../shared/operation/output';

export const doctorSimplified = [
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
] as const;

export const doctorOutput = outputProperties(doctorSimplified, [
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
]);
