import { text } from '../../collection';
import type { Special } from '../../contracted';
import { fileAddress } from '../../contracted/files';
import { type JsonObject, isJsonObject } from '../../json';
import type { Practice } from '../../practice';
import * as seeds from '../../seeding/wave/notes';
import { shelve } from '../../seeding/wave/messages';
import type { Call } from '../../route';

/** A note has no ID of its own and tells no time [spec]: its appointment names it. */
const noteId = (fields: JsonObject): JsonObject => ({ ...fields, id: text(fields, 'appointment') });

/** The sections of a note: of each template the values that were written. */
function sections({ store }: Practice, appointment: string): JsonObject[] {
	const types = store.collection('clinical_note_field_types');
	const values = store
		.collection('clinical_note_field_values')
		.all()
		.filter((value) => text(value, 'appointment') === appointment);
	return store
		.collection('clinical_note_templates')
		.all()
		.map((template) => ({
			clinical_note_template: template.id,
			name: template.name,
			values: values
				.filter(({ clinical_note_field: field }) => {
					const type = types.get(Number(field));
					return type !== undefined && text(type, 'clinical_note_template') === String(template.id);
				})
				.map(({ id, clinical_note_field, value }) => ({ id, clinical_note_field, value })),
		}))
		.filter(({ values: written }) => written.length > 0);
}

/** What an appointment tells of its note; the PDF is there once the note is locked. */
export function noteOfAppointment(appointment: string, call: Call): JsonObject | undefined {
	const note = call.practice.store.collection('clinical_notes').get(appointment);
	if (!note) return undefined;
	const locked = isJsonObject(note.signee) && note.signee.locked_by !== null;
	return {
		locked,
		pdf: locked ? fileAddress(pdfOf(call.practice, appointment), call) : '',
		updated_at: note.updated_at,
	};
}

const pdfs = new WeakMap<Practice, Map<string, string>>();

/** The shelf's ID of a note's PDF, made when somebody asks for it. */
function pdfOf(practice: Practice, appointment: string): string {
	const made = pdfs.get(practice) ?? new Map<string, string>();
	pdfs.set(practice, made);
	const id = made.get(appointment) ?? shelve(practice, `Clinical note ${appointment}`);
	made.set(appointment, id);
	return id;
}

export const noteSpecials: Readonly<Record<string, Special>> = {
	clinical_notes: {
		seed: seeds.seedClinicalNotes,
		prepare: noteId,
		computed: (row, { practice }): JsonObject => {
			const written = sections(practice, text(row, 'appointment'));
			return written.length > 0 ? { clinical_note_sections: written } : {};
		},
	},
	clinical_note_field_types: { seed: seeds.seedNoteFields },
	clinical_note_field_values: { seed: seeds.seedNoteValues },
	clinical_note_templates: { seed: seeds.seedNoteTemplates },
};
