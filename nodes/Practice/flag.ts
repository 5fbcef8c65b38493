import { color, needed, text, wholeNumber } from '../shared/fields/kinds';
import { flagTypes } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const flag = crud({
	...flagTypes,
	path: 'patient_flag_types',
	one: 'flag',
	many: 'flags',
	operations: {
		create: 'Set up a flag that patients can have',
		createMany: 'Set up a flag for each input item',
		get: 'Look up one flag',
		getAll: 'List the flags that patients can have, and their IDs',
		update: 'Rename a flag, or change its color or priority',
	},
	fields: {
		name: needed(text({ eg: 'Fall Risk' })),
		doctor: needed(doctor('Whose patients can have it')),
		color: color({ about: 'How the flag looks in the chart' }),
		priority: wholeNumber({ about: 'Where it stands among the flags of a patient' }),
	},
	readOnly: ['created_at', 'updated_at'],
	filters: { doctor: doctor('Only flags of this doctor') },
	simplified: ['id', 'name', 'color', 'priority', 'doctor', 'archived', 'updated_at'],
});
