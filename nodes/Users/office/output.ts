import { verbose } from '../../shared/operation/options';
import { outputProperties } from '../../shared/operation/output';

export const officeSimplified = [
	'id',
	'name',
	'address',
	'city',
	'state',
	'zip_code',
	'phone_number',
	'doctor',
	'exam_rooms',
	'online_scheduling',
] as const;

export const officeOutput = outputProperties(officeSimplified, [
	'archived',
	'country',
	'end_time',
	'fax_number',
	'office_work_schedule',
	'online_timeslots',
	'start_time',
	'tax_id_number_professional',
]);

export const verboseOffice = verbose('the times the office offers for booking online');
