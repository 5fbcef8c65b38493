import { text } from '../../collection';
import type { JsonObject } from '../../json';
import type { Practice } from '../../practice';
import { fakerFor, sow, stampBefore } from '../sow';

const FIELDS = ['Chief Complaint', 'Assessment', 'Plan'];

export function seedNoteTemplates(practice: Practice): void {
	const clinical_note_fields = FIELDS.map((name) => ({ name, data_type: 'String' }));
	const template = { name: 'Office Visit', doctor: '1', is_persistent: false, is_onpatient: false };
	sow(practice, 'clinical_note_templates', [
		{ ...template, clinical_note_fields, order: { on_complete_note: 1, on_ipad: 1 } },
	]);
}

export function seedNoteFields(practice: Practice): void {
	const field = { clinical_note_template: '1', data_type: 'String', required: false };
	sow(
		practice,
		'clinical_note_field_types',
		FIELDS.map((name) => ({ ...field, name, allowed_values: [], comment: '' })),
	);
}

/** Appointments whose time is over, the last first. */
function visits(practice: Practice) {
	const now = stampBefore(practice, 0, '23:59:59');
	return practice.store
		.collection('appointments')
		.all()
		.filter((row) => row.patient !== null && text(row, 'scheduled_time') < now)
		.sort((a, b) => (text(a, 'scheduled_time') < text(b, 'scheduled_time') ? 1 : -1));
}

/** What was written into the notes: a value for each field of each visit. */
export function seedNoteValues(practice: Practice): void {
	const faker = fakerFor(practice, 'clinical_note_field_values');
	const rows = visits(practice).flatMap((visit) =>
		FIELDS.map((_, index): JsonObject => {
			const at = `${text(visit, 'scheduled_time').slice(0, 10)}T18:00:00`;
			return {
				clinical_note_field: index + 1,
				appointment: Number(visit.id),
				value: `Synthetic: ${faker.word.words(6)}.`,
				created_at: at,
				updated_at: at,
			};
		}),
	);
	sow(practice, 'clinical_note_field_values', rows);
}

/** A note for each visit of the last weeks; those of the last days, and some older, are not locked. */
export function seedClinicalNotes(practice: Practice): void {
	const rows = visits(practice).map((visit, index): JsonObject => {
		const locked = index > 5 && index % 7 !== 0;
		const at = `${text(visit, 'scheduled_time').slice(0, 10)}T18:00:00`;
		return {
			id: String(visit.id),
			appointment: String(visit.id),
			patient: text(visit, 'patient'),
			archived: false,
			signee: { locked_by: locked ? '1' : null, supervisor_locked_by: null },
			created_at: at,
			updated_at: at,
		};
	});
	sow(practice, 'clinical_notes', rows);
}
