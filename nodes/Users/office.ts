import { described } from '../shared/fields/kinds';
import { optionalDoctorLocator } from '../shared/locators/doctor';
import { offices } from '../shared/locators/office';
import { crud } from '../shared/operation/crud';

export const office = crud({
	...offices,
	path: 'offices',
	one: 'office',
	many: 'offices',
	operations: {
		get: 'Look up one office: address, phone number, exam rooms',
		getAll: 'List the offices of the practice, their exam rooms and their IDs',
	},
	readOnly: [
		'archived',
		'country',
		'end_time',
		'fax_number',
		'office_work_schedule',
		'online_timeslots',
		'start_time',
		'tax_id_number_professional',
	],
	filters: {
		doctor: described(optionalDoctorLocator, { about: 'Only offices that belong to this doctor' }),
	},
	simplified: [
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
	],
	verbose: 'the times the office offers for booking online',
});
