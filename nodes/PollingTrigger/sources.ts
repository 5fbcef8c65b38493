import type { INodeProperties } from 'n8n-workflow';
import { get as appointment } from '../Appointments/appointment/get.operation';
import { patient } from '../Patients/patient';
import { offeredFields } from '../shared/operation/output';
import {
	appointmentFilters,
	clinicalNoteFilters,
	documentFilters,
	labResultFilters,
	messageFilters,
	patientFilters,
	taskFilters,
} from './filters';
import { moreSources } from './moreSources';

/**
 * How a new record is told from a changed one: by the field that holds the time of its creation; by
 * its ID, where that only ever grows; or, where the record has neither, by whether it was seen before.
 */
export type Origin =
	| { readonly kind: 'time'; readonly field: string }
	| { readonly kind: 'ascendingId' }
	| { readonly kind: 'firstSight' };

/** A list that can be asked for what changed since a time. All from the API's contract. */
export interface Source {
	readonly value: string;
	readonly name: string;
	readonly path: string;
	/** The query parameter for the time. */
	readonly since: 'since' | 'updated_since';
	/** The field that names the record; '' where nothing does: then it is what it says. */
	readonly id: string;
	readonly origin: Origin;
	/** How far back the first read goes beyond the overlap, in days, to know what is not new. */
	readonly lookBackDays: number;
	readonly filters: readonly INodeProperties[];
	readonly simplified: readonly string[];
	readonly others: readonly string[];
}

const list = (names: string): string[] => names.trim().split(/\s+/);

/** What the node of these records offers too, but for what a list has only when it is asked verbosely. */
const listed = (operations: Parameters<typeof offeredFields>[0], verbose: string): string[] =>
	offeredFields(operations).filter((name) => !list(verbose).includes(name));

const createdAt: Origin = { kind: 'time', field: 'created_at' };

const appointments: Source = {
	value: 'appointment',
	name: 'Appointments',
	path: '/api/appointments',
	since: 'since',
	id: 'id',
	origin: createdAt,
	lookBackDays: 0,
	filters: appointmentFilters,
	simplified: list(
		'id patient doctor office scheduled_time duration status reason exam_room updated_at',
	),
	others: listed(
		[appointment],
		`clinical_note custom_fields custom_vitals extended_updated_at reminders status_transitions
			vitals`,
	),
};

/** The contract has neither a time nor an ID of its own in a clinical note; its appointment names it. */
const clinicalNotes: Source = {
	value: 'clinicalNote',
	name: 'Clinical Notes',
	path: '/api/clinical_notes',
	since: 'since',
	id: 'appointment',
	origin: { kind: 'firstSight' },
	lookBackDays: 7,
	filters: clinicalNoteFilters,
	simplified: list('appointment patient archived signee'),
	others: list('clinical_note_sections'),
};

const documents: Source = {
	value: 'document',
	name: 'Documents',
	path: '/api/documents',
	since: 'since',
	id: 'id',
	origin: { kind: 'ascendingId' },
	lookBackDays: 30,
	filters: documentFilters,
	simplified: list('id patient doctor description date document metatags archived updated_at'),
	others: [],
};

/** `/api/lab_results` cannot be asked for changes; the results in the patients' charts can. */
const labResults: Source = {
	value: 'labResult',
	name: 'Lab Results',
	path: '/api/patient_lab_results',
	since: 'since',
	id: 'id',
	origin: createdAt,
	lookBackDays: 0,
	filters: labResultFilters,
	simplified: list(`id patient ordering_doctor title lab_result_value lab_result_value_units
		lab_abnormal_flag lab_normal_range date_test_performed updated_at`),
	others: list(`created_at doctor_comments doctor_signoff lab_imported_from_ccr
		lab_normal_range_units lab_order_status lab_result_value_as_float loinc_code
		scanned_in_result`),
};

const messages: Source = {
	value: 'message',
	name: 'Messages',
	path: '/api/messages',
	since: 'updated_since',
	id: 'id',
	origin: { kind: 'ascendingId' },
	lookBackDays: 7,
	filters: messageFilters,
	simplified: list(
		'id patient doctor type title received_at read archived responsible_user updated_at',
	),
	others: list(`attachment doctor_first_name doctor_last_name doctor_middle_name message_notes
		outgoing_fax_recipient_fax_number outgoing_fax_recipient_name owner owner_first_name
		owner_last_name patient_first_name patient_last_name patient_middle_name
		responsible_user_first_name responsible_user_last_name starred type_description
		workflow_step`),
};

const patients: Source = {
	value: 'patient',
	name: 'Patients',
	path: '/api/patients',
	since: 'since',
	id: 'id',
	origin: createdAt,
	lookBackDays: 0,
	filters: patientFilters,
	simplified: list(
		'id chart_id first_name last_name date_of_birth gender email cell_phone doctor updated_at',
	),
	others: listed(
		patient.operations,
		`auto_accident_insurance custom_demographics patient_flags patient_flags_attached
			primary_insurance referring_doctor secondary_insurance tertiary_insurance
			workers_comp_insurance`,
	),
};

const tasks: Source = {
	value: 'task',
	name: 'Tasks',
	path: '/api/tasks',
	since: 'since',
	id: 'id',
	origin: createdAt,
	lookBackDays: 0,
	filters: taskFilters,
	simplified: list(
		'id title status priority category assignee_user assignee_group due_date created_by updated_at',
	),
	others: list('archived assigned_by created_at'),
};

/** What is watched most, with its fields in the form. */
export const usualSources: readonly Source[] = [
	appointments,
	clinicalNotes,
	documents,
	labResults,
	messages,
	patients,
	tasks,
];

/** Every list that can be asked for changes, in the order in which n8n shows them. */
export const sources: readonly Source[] = [...usualSources, ...moreSources].sort((a, b) =>
	a.name.localeCompare(b.name),
);
