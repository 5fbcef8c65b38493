import { described, rows, text, wholeNumber, yesNo } from '../shared/fields/kinds';
import { optionalDoctorLocator } from '../shared/locators/doctor';
import { offices } from '../shared/locators/office';
import { crud } from '../shared/operation/crud';
import { addExamRoom } from './office/addExamRoom.operation';

export const office = crud({
	...offices,
	path: 'offices',
	one: 'office',
	many: 'offices',
	operations: {
		get: 'Look up one office: address, phone number, exam rooms',
		getAll: 'List the offices of the practice, their exam rooms and their IDs',
		update: 'Change the hours of an office, or whether patients book there online',
	},
	fields: {
		archived: yesNo({ about: 'Whether the office is out of use' }),
		end_time: text({
			label: 'Closes At',
			eg: '18:00:00',
			about: 'The full hour at which the calendar ends',
		}),
		online_scheduling: yesNo({ about: 'Whether patients can book online' }),
		online_timeslots: rows(
			{
				day: wholeNumber({ about: '0 is Monday, 6 is Sunday' }),
				hour: wholeNumber({ initial: 9 }),
				minute: wholeNumber({ about: '0, 15, 30 or 45' }),
			},
			{ row: 'Time', about: 'These replace the times that can be booked online' },
		),
		start_time: text({
			label: 'Opens At',
			eg: '08:00:00',
			about: 'The full hour at which the calendar begins',
		}),
	},
	readOnly: ['country', 'fax_number', 'office_work_schedule', 'tax_id_number_professional'],
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
	more: (table) => [addExamRoom(table)],
});
