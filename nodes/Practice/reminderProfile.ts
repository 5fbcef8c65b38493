import { choice, needed, rows, text, wholeNumber } from '../shared/fields/kinds';
import { reminderProfiles } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const reminderProfile = crud({
	...reminderProfiles,
	path: 'reminder_profiles',
	one: 'reminder profile',
	many: 'reminder profiles',
	operations: {
		create: 'Set up how patients are reminded of their appointments',
		createMany: 'Set up a profile for each input item',
		delete: 'Delete a profile',
		get: 'Look up one profile',
		getAll: 'List the profiles and their IDs, which an appointment’s Reminder Profile takes',
		update: 'Rename a profile, or change when and how it reminds',
	},
	fields: {
		doctor: needed(doctor('Whose profile it is')),
		reminders: needed(
			rows(
				{
					amount: wholeNumber({ initial: 1, least: 1, about: 'How many of the Unit before' }),
					type: choice({
						email: 'Email',
						sms: 'Text Message',
						phone: 'Phone',
						auto_call: 'Automatic Call',
					}),
					unit: choice(
						{ minutes: 'Minutes', hours: 'Hours', days: 'Days', weeks: 'Weeks' },
						{ initial: 'days' },
					),
				},
				{ row: 'Reminder', about: 'How long before the appointment, and how. One at least.' },
			),
		),
		name: text({ eg: 'Two days and two hours before' }),
	},
	readOnly: ['id'],
	filters: { doctor: doctor('Only profiles of this doctor') },
	simplified: ['id', 'name', 'reminders', 'doctor'],
});
