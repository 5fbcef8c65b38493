import {
	boolean,
	choice,
	date,
	decimal,
	type FieldSet,
	integer,
	item,
	listOf,
	nested,
	orNothing,
	readOnly,
	reference,
	required,
	text,
	timestamp,
} from '../../fields';

const STATUSES = [
	...['', 'Arrived', 'Checked In', 'Checked In Online', 'In Room', 'In Session', 'Complete'],
	...['Confirmed', 'Not Confirmed', 'Rescheduled', 'Cancelled', 'No Show'],
];

/** Statuses that this practice set up itself. */
export const CUSTOM_STATUSES = ['Waiting for Labs', 'Ready for Provider'];

const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

const SMOKING = [
	...['blank', '449868002', '428041000124106', '8517006', '266919005', '77176002'],
	...['266927001', '428071000124103', '428061000124105'],
];

const measure = () => ({ ...integer(), initial: null });

/** Numbers, in answers too, unlike the decimals elsewhere [spec]. */
function number() {
	const checked = decimal();
	return {
		...checked,
		parse: (...[value, store]: Parameters<typeof checked.parse>) => {
			const parsed = checked.parse(value, store);
			return parsed.ok && parsed.value !== null
				? { ok: true as const, value: Number(parsed.value) }
				: parsed;
		},
	};
}

const vitals: FieldSet = {
	height: number(),
	height_units: text(),
	weight: number(),
	weight_units: text(),
	bmi: readOnly(''),
	blood_pressure_1: measure(),
	blood_pressure_2: measure(),
	temperature: number(),
	temperature_units: text(),
	pulse: measure(),
	respiratory_rate: measure(),
	oxygen_saturation: number(),
	pain: text(),
	smoking_status: choice(SMOKING),
	head_circumference: number(),
	head_circumference_units: text(),
};

export const appointmentFields: FieldSet = {
	id: readOnly(),
	status: choice([...STATUSES, ...CUSTOM_STATUSES]),
	custom_status: text(),
	doctor: required(reference('doctors')),
	office: required(reference('offices')),
	exam_room: required(integer()),
	patient: required(orNothing(reference('patients'))),
	scheduled_time: required(timestamp()),
	duration: integer(),
	reason: text(),
	notes: text(10_000),
	color: text(),
	profile: orNothing(reference('appointment_profiles')),
	appt_is_break: boolean(),
	is_walk_in: boolean(),
	allow_overlapping: boolean(),
	reminder_profile: text(),
	cloned_from: integer(),
	recurring_appointment: boolean(),
	recurring_days: listOf(choice(WEEKDAYS)),
	recurs_every: integer(),
	recur_start_date: date(),
	recur_end_date: date(),
	base_recurring_appointment: readOnly(null),
	recurrence_instance_key: readOnly(null),
	is_virtual_base: readOnly(false),
	deleted_flag: readOnly(false),
	icd9_codes: listOf(text()),
	icd10_codes: listOf(text()),
	billing_status: text(),
	billing_provider: text(),
	billing_notes: readOnly([]),
	supervising_provider: text(),
	payment_profile: text(),
	resubmit_claim_original_id: integer(),
	first_billed_date: readOnly(null),
	last_billed_date: readOnly(null),
	first_edi_date: readOnly(null),
	last_edi_date: readOnly(null),
	ins1_status: readOnly(''),
	ins2_status: readOnly(''),
	primary_insurer_name: readOnly(''),
	primary_insurer_payer_id: readOnly(''),
	primary_insurance_id_number: readOnly(''),
	secondary_insurer_name: readOnly(''),
	secondary_insurer_payer_id: readOnly(''),
	secondary_insurance_id_number: readOnly(''),
	created_by: readOnly(''),
	created_at: readOnly(),
	updated_at: readOnly(),
	extended_updated_at: readOnly(null),
	reminders: readOnly([]),
	status_transitions: readOnly([]),
	vitals: nested(vitals),
	custom_fields: listOf(
		item({
			field_type: required(integer()),
			field_value: text(),
			created_at: readOnly(null),
			updated_at: readOnly(null),
		}),
	),
	custom_vitals: listOf(item({ vital_type: required(integer()), value: text() })),
	clinical_note: nested({ pdf: readOnly(''), locked: boolean(), updated_at: timestamp() }),
};

/** There with `verbose=true` only (`x-verbose-required` of the OpenAPI). */
export const verboseOnlyAppointmentFields = [
	...['reminders', 'vitals', 'custom_fields', 'custom_vitals', 'clinical_note'],
	...['extended_updated_at', 'status_transitions'],
];

/** Wishes of a request, which no record keeps. */
export const writeOnlyAppointmentFields = ['allow_overlapping', 'reminder_profile'];
