import {
	color,
	date,
	dateRange,
	described,
	needed,
	text,
	zonedDateTime,
} from '../shared/fields/kinds';
import { optionalDoctorLocator } from '../shared/locators/doctor';
import { optionalExamRoomLocator } from '../shared/locators/examRoom';
import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { office } from '../shared/locators/visits';
import { textOf } from '../shared/messages/words';
import { crud } from '../shared/operation/crud';

export const blockedTime = crud({
	path: 'schedule_blocks',
	one: 'blocked time',
	many: 'blocked times',
	operations: {
		create: 'Keep a doctor’s time free of appointments: lunch, a meeting, a vacation',
		createMany: 'Block time for each input item, such as the days of a vacation calendar',
		delete: 'Open the time for appointments again',
		get: 'Look up one blocked time',
		getAll: 'List what is blocked, on a day or from one day to another',
		update: 'Move or rename a blocked time',
	},
	fields: {
		provider: needed(
			described(optionalDoctorLocator, { label: 'Doctor', about: 'Whose time is blocked' }),
		),
		office: needed(office('Where the time is blocked')),
		start_time: needed(zonedDateTime({ about: 'From when on' })),
		end_time: needed(zonedDateTime({ about: 'Until when' })),
		color: color({ about: 'The color in the calendar' }),
		description: text({ eg: 'Lunch', about: 'What the calendar says of it' }),
		exam_room: described(optionalExamRoomLocator, {
			about: 'A room of the office; a blocked time needs none',
		}),
	},
	readOnly: ['id', 'appointment_break', 'practice_group', 'series'],
	filters: {
		date: date({ about: 'Only what is blocked on this day' }),
		date_range: dateRange({ about: 'Only what is blocked from one day to another' }),
		doctor: doctor('Only blocked time of this doctor'),
		office: office('Only blocked time in this office'),
	},
	simplified: [
		...['id', 'description', 'start_time', 'end_time', 'provider', 'office', 'exam_room'],
		...['color', 'series', 'appointment_break'],
	],
	title: ({ start_time, description }) =>
		line(textOf(start_time).slice(0, 16).replace('T', ' '), description),
	fixed: ['provider'],
	eg: '610001',
	hint: 'Blocked Time → Get Many lists the IDs',
});
