import { line, noteTemplates } from '../shared/locators/lookups';
import { recordLocator, type RecordList } from '../shared/locators/record';

/** The fields of the practice's note templates. */
export const noteFields: RecordList = {
	target: '/api/clinical_note_field_types',
	one: 'a note field',
	method: 'searchNoteFields',
	title: (record) => line(record.name, record.data_type),
	eg: '315001',
	hint: 'Note Field → Get Many with a template lists the IDs',
};

/** A field of a note template, picked by name; said what for. */
export const noteField = (about: string) => recordLocator(noteFields, 'Note Field', { about });

/** A note template, picked by name; said what for. */
export const template = (about: string) => recordLocator(noteTemplates, 'Note Template', { about });
