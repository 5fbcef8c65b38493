import { color, needed, text, wholeNumber, yesNo } from '../shared/fields/kinds';
import { appointmentProfiles } from '../shared/locators/appointmentProfile';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const appointmentProfile = crud({
	...appointmentProfiles,
	path: 'appointment_profiles',
	one: 'appointment profile',
	many: 'appointment profiles',
	operations: {
		create: 'Set up a kind of appointment, with its duration and color',
		createMany: 'Set up a profile for each input item',
		delete: 'Put a kind of appointment out of use',
		get: 'Look up one profile',
		getAll: 'List the kinds of appointments that the practice set up',
		update: 'Change a kind of appointment',
	},
	fields: {
		name: needed(text({ eg: 'Physical exam' })),
		color: needed(color({ about: 'The color in the calendar' })),
		online_scheduling: needed(yesNo({ about: 'Whether patients can book it online' })),
		doctor: doctor('For whose appointments it is'),
		duration: wholeNumber({
			label: 'Duration (Minutes)',
			initial: 30,
			least: 1,
			about: 'How long such an appointment takes',
		}),
		reason: text({ about: 'The reason that such an appointment gets' }),
		sort_order: wholeNumber({ about: 'Lower ones come first in a patient’s appointments' }),
	},
	readOnly: ['id', 'archived'],
	filters: { doctor: doctor('Only profiles of this doctor') },
	simplified: [
		...['id', 'name', 'duration', 'color', 'reason', 'online_scheduling', 'doctor', 'sort_order'],
		'archived',
	],
});
