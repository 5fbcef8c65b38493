import { choice, longText, text, texts, yesNo } from '../shared/fields/kinds';
import { ofChosen } from '../shared/locators/chosen';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { noteFields, template } from './noteFields';

const OF = 'clinical_note_template';

export const noteField = crud({
	...noteFields,
	path: 'clinical_note_field_types',
	one: 'note field',
	many: 'note fields',
	operations: {
		get: 'Look up one field: its type and the values that it allows',
		getAll: 'List the fields of a note template, whose IDs Note Value needs',
		update: 'Change a field, such as its name or the values that it allows',
	},
	fields: {
		allowed_values: texts({ about: 'What may be chosen, where it is a field with choices' }),
		archived: yesNo({ about: 'Whether the field is out of use' }),
		comment: longText({ about: 'What the practice notes about the field' }),
		data_type: choice(
			{
				String: ['Text', 'A text, or one of the allowed values'],
				Checkbox: ['Checkbox', 'True or False'],
				FreeDraw: ['Drawing', 'Drawn by hand'],
				Header: 'Header',
				NullCheckbox: ['Checkbox with Three States', '0 not selected, 1 no, 2 yes'],
				Photo: 'Photo',
				Subheader: 'Subheader',
				TwoStrings: ['Two Texts', 'With a slash between, such as a blood pressure'],
			},
			{ about: 'What kind of value the field holds' },
		),
		name: text({ eg: 'Chief Complaint' }),
		required: yesNo({ about: 'Whether a note should not be locked before the field has a value' }),
	},
	readOnly: ['id', OF],
	filters: {
		[OF]: template('Only fields of this template'),
		doctor: doctor('Only fields of this doctor’s templates'),
	},
	simplified: [
		...['id', 'name', OF, 'data_type', 'allowed_values', 'required', 'archived', 'comment'],
	],
	within: {
		fields: { [OF]: template('Whose fields the list below shows. With By ID none is needed.') },
		query: ofChosen(OF, 'note template'),
	},
});
