import { changedSince, longText, needed } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { appointment, inAppointment } from '../shared/locators/visits';
import { textOf } from '../shared/messages/words';
import { crud } from '../shared/operation/crud';
import { noteField, template } from './noteFields';
import { exportValues } from './noteValue/export.operation';

export const noteValue = crud({
	path: 'clinical_note_field_values',
	one: 'note value',
	many: 'note values',
	operations: {
		create: 'Write into a field of an appointment’s note: the way to add text to a note',
		createMany: 'Write a value for each input item',
		get: 'Read what stands in one field of a note',
		getAll: 'List what was written into notes. For many thousands use Export.',
		update: 'Change what stands in a field of a note',
	},
	fields: {
		appointment: needed(appointment('Whose note it is written into')),
		clinical_note_field: needed(noteField('The field of a note template that it is written into')),
		value: needed(
			longText({
				about:
					'A text. A checkbox takes True or False, one with three states 0, 1 or 2, a field with choices one of its allowed values.',
			}),
		),
	},
	readOnly: ['id', 'created_at', 'updated_at'],
	filters: {
		appointment: appointment('Only values in the note of this appointment'),
		clinical_note_field: noteField('Only values of this field'),
		clinical_note_template: template('Only values of this template’s fields'),
		doctor: doctor('Only values in notes of this doctor'),
		since: changedSince('values'),
	},
	simplified: [
		...['id', 'appointment', 'clinical_note_field', 'value', 'created_at', 'updated_at'],
	],
	title: ({ value, clinical_note_field: field }) => line(value, `field ${textOf(field)}`),
	...inAppointment,
	fixed: ['appointment', 'clinical_note_field'],
	eg: '316001',
	hint: 'Note Value → Get Many lists the IDs',
	more: ({ output, simplified }) => [exportValues(output, simplified)],
});
