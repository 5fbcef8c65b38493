import { longText, needed, text, yesNo } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const customField = crud({
	path: 'custom_demographics',
	one: 'custom field',
	many: 'custom fields',
	operations: {
		create: 'Set up a field of the practice’s own for every patient',
		createMany: 'Set up a field for each input item',
		get: 'Look up one field',
		getAll: 'List the practice’s own fields of patients, and their IDs',
		update: 'Rename a field, change its values, or put it out of use',
	},
	fields: {
		name: needed(text({ eg: 'Preferred Hospital' })),
		doctor: needed(doctor('Whose patients have the field')),
		allowed_values: text({
			eg: 'North,South,West',
			about: 'The values it can have, with commas between',
		}),
		archived: yesNo({ about: 'Whether the field is out of use' }),
		description: longText(),
		template_name: text({
			eg: 'preferred_hospital',
			about: 'By which clinical notes show the field: letters, numbers and underscores only',
		}),
	},
	readOnly: ['id'],
	filters: { doctor: doctor('Only fields of this doctor’s patients') },
	simplified: [
		'id',
		'name',
		'description',
		'allowed_values',
		'template_name',
		'doctor',
		'archived',
	],
	title: (record) => line(record.name),
	eg: '610001',
	hint: 'Custom Field → Get Many lists the IDs',
});
