import type { Field } from '../shared/fields/field';
import { date, needed, shown, text, wholeNumber, type About } from '../shared/fields/kinds';
import { appointmentProfiles } from '../shared/locators/appointmentProfile';
import { examRoomLocator } from '../shared/locators/examRoom';
import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { recordLocator } from '../shared/locators/record';
import { office } from '../shared/locators/visits';
import { crud } from '../shared/operation/crud';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The API counts the days of a week from Monday, which is 0. */
const weekDays = (about: About) =>
	({
		...shown(about),
		type: 'multiOptions',
		default: [],
		options: DAYS.map((name, value) => ({ name, value })),
	}) as const satisfies Field;
const profile = (about: string) =>
	recordLocator(appointmentProfiles, 'Appointment Profile', { about });

export const appointmentTemplate = crud({
	path: 'appointment_templates',
	one: 'appointment template',
	many: 'appointment templates',
	operations: {
		create: 'Set aside a time of the week for one kind of appointment',
		createMany: 'Make a template of each input item',
		delete: 'Put a template out of use',
		get: 'Look up one template',
		getAll: 'List the times that are set aside, for example those of a day',
		update: 'Change a template, such as its days or its time',
	},
	fields: {
		profile: needed(profile('The kind of appointment')),
		office: needed(office('Where the appointments are')),
		exam_room: needed(examRoomLocator),
		scheduled_time: needed(text({ label: 'Start Time', eg: '09:00:00', about: 'Of the day' })),
		date_end: date({ label: 'Last Day', about: 'Until when the template is good' }),
		date_start: date({ label: 'First Day', about: 'From when on the template is good' }),
		duration: wholeNumber({ label: 'Duration (Minutes)', initial: 60, least: 1 }),
		week_days: weekDays({ about: 'On which days of the week' }),
	},
	readOnly: ['id', 'archived', 'open_slots'],
	filters: {
		available: date({ label: 'Available On', about: 'Only templates that are good on this day' }),
		doctor: doctor('Only templates of this doctor'),
		office: office('Only templates of this office'),
		profile: profile('Only templates for this kind of appointment'),
		week_days: weekDays({ about: 'Only templates for these days of the week' }),
	},
	simplified: [
		...['id', 'profile', 'office', 'exam_room', 'scheduled_time', 'duration', 'week_days'],
		...['date_start', 'date_end', 'archived'],
	],
	verbose: 'with Available On the slots that are still open',
	title: ({ scheduled_time, week_days: days, date_start }) =>
		line(
			scheduled_time,
			Array.isArray(days) && days.map((day) => DAYS[Number(day)]).join(', '),
			date_start,
		),
	eg: '620001',
	hint: 'Appointment Template → Get Many lists the IDs',
});
