import { text } from '../collection';
import { type FieldSet, initialValues, readOnly } from '../fields';
import { type Filter, equals, idEquals, notBefore } from '../filters';
import { collectionRoutes } from '../resourceRoutes';
import type { Json, JsonObject } from '../json';
import type { Resource } from '../route';

interface Watched {
	readonly name: string;
	readonly scope: string;
	readonly permission?: string;
	/** Fields and what they are where a new record leaves them out. */
	readonly fields: JsonObject;
	readonly verboseOnly?: readonly string[];
	readonly filters: Readonly<Record<string, Filter>>;
	readonly prepare?: (fields: JsonObject) => JsonObject;
}

const byId = (...names: string[]): Record<string, Filter> =>
	Object.fromEntries(names.map((name) => [name, idEquals(name)]));

/** A resource that nodes only watch: it can be read; records come and change by way of the store. */
function watched(resource: Watched): Resource {
	const { name, scope, permission, fields, verboseOnly, filters, prepare } = resource;
	const shown: FieldSet = Object.fromEntries(
		Object.entries(fields).map(([field, initial]: [string, Json]) => [field, readOnly(initial)]),
	);
	return {
		collections: [{ name, timestamps: true, defaults: initialValues(shown), prepare }],
		routes: collectionRoutes({
			path: `/api/${name}`,
			collection: name,
			scope,
			permission,
			operations: ['list', 'get'],
			fields: shown,
			verboseOnly,
			filters,
		}),
	};
}

export const messages = watched({
	name: 'messages',
	scope: 'messages',
	permission: 'message-center',
	fields: {
		...{ id: null, doctor: null, patient: null, owner: '', responsible_user: null, title: '' },
		...{ type: 'PI', type_description: 'Patient Incoming Message', attachment: null },
		...{ received_at: null, updated_at: null, read: false, starred: false, archived: false },
		...{ workflow_step: '', message_notes: [] },
		...{ doctor_first_name: '', doctor_middle_name: '', doctor_last_name: '' },
		...{ owner_first_name: '', owner_last_name: '' },
		...{ patient_first_name: '', patient_middle_name: '', patient_last_name: '' },
		...{ responsible_user_first_name: '', responsible_user_last_name: '' },
		...{ outgoing_fax_recipient_fax_number: '', outgoing_fax_recipient_name: '' },
	},
	filters: {
		...byId('doctor', 'patient', 'owner', 'responsible_user'),
		type: equals('type'),
		updated_since: notBefore('updated_at'),
		received_since: notBefore('received_at'),
	},
});

export const labResults = watched({
	name: 'patient_lab_results',
	scope: 'labs',
	permission: 'manage-patients',
	fields: {
		...{ id: null, patient: null, ordering_doctor: null, title: '', loinc_code: '' },
		...{ date_test_performed: null, lab_result_value: '', lab_result_value_as_float: null },
		...{ lab_result_value_units: '', lab_normal_range: '', lab_normal_range_units: '' },
		...{ lab_abnormal_flag: '', lab_order_status: 'Results Received', doctor_signoff: false },
		...{ doctor_comments: '', scanned_in_result: null, lab_imported_from_ccr: null },
		...{ created_at: null, updated_at: null },
	},
	filters: { ...byId('patient', 'ordering_doctor', 'doctor'), since: notBefore('updated_at') },
});

export const tasks = watched({
	name: 'tasks',
	scope: 'tasks',
	fields: {
		...{ id: null, title: '', status: 1, priority: '20', category: null, due_date: null },
		...{ assignee_user: null, assignee_group: null, assigned_by: null, created_by: null },
		...{ notes: [], associated_items: [], archived: false, created_at: null, updated_at: null },
	},
	verboseOnly: ['associated_items', 'notes'],
	filters: {
		...byId('status', 'category', 'assignee_user', 'assignee_group'),
		since: notBefore('updated_at'),
	},
});

/** A note has no ID of its own and tells no time [spec]: its appointment names it. */
const noteId = (fields: JsonObject): JsonObject => ({
	...fields,
	id: text(fields, 'appointment'),
});

export const clinicalNotes = watched({
	name: 'clinical_notes',
	scope: 'clinical',
	permission: 'clinical-notes',
	fields: {
		...{ appointment: null, patient: null, archived: false, clinical_note_sections: [] },
		signee: { locked_by: null, supervisor_locked_by: null },
	},
	filters: { ...byId('patient', 'doctor', 'office'), since: notBefore('updated_at') },
	prepare: noteId,
});

export const watchedResources: readonly Resource[] = [messages, labResults, tasks, clinicalNotes];
