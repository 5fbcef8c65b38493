import type { JsonObject } from '../simulator/json';

/** What an appointment in a list of 2020 had: no verbose fields, and none of telehealth yet. */
export const listedAppointment: JsonObject = {
	allow_overlapping: false,
	appt_is_break: false,
	base_recurring_appointment: null,
	billing_status: '',
	billing_provider: null,
	billing_notes: [],
	cloned_from: null,
	color: '#3f7d5a',
	created_at: '2020-10-05T11:12:13',
	deleted_flag: false,
	doctor: 3,
	duration: 45,
	exam_room: 2,
	first_billed_date: null,
	icd9_codes: [],
	icd10_codes: [],
	id: '160000017',
	ins1_status: '',
	ins2_status: '',
	is_walk_in: false,
	is_virtual_base: false,
	last_billed_date: null,
	notes: '',
	office: 5,
	patient: 2042,
	primary_insurer_payer_id: '',
	primary_insurer_name: '',
	primary_insurance_id_number: '',
	profile: null,
	reason: 'Blood pressure',
	recurring_appointment: false,
	secondary_insurer_payer_id: '',
	secondary_insurer_name: '',
	secondary_insurance_id_number: '',
	scheduled_time: '2020-10-06T10:15:00',
	status: 'In Room',
	supervising_provider: null,
	updated_at: '2020-10-06T10:17:18',
};

/** The statuses that an appointment went through, in its verbose form. */
export const statusTransitions: readonly JsonObject[] = [
	{
		appointment: '260000031',
		datetime: '2023-07-10T09:00:00',
		from_status: '',
		to_status: 'Confirmed',
	},
];

/** Vitals that nobody has taken yet: numbers are null, texts are blank, units are there all the same. */
const vitals: JsonObject = {
	height: null,
	height_units: 'inches',
	weight: null,
	weight_units: 'lbs',
	bmi: '',
	blood_pressure_1: null,
	blood_pressure_2: null,
	temperature: null,
	temperature_units: 'f',
	pulse: null,
	respiratory_rate: null,
	oxygen_saturation: null,
	pain: '',
	smoking_status: 'blank',
	head_circumference: null,
	head_circumference_units: 'inches',
};

/**
 * How DrChrono answered a create in 2023: with the verbose fields although nobody had asked for them,
 * billed dates that are the scheduled time before anything was billed, and blank dates of EDI.
 */
export const createdAppointment: JsonObject = {
	...listedAppointment,
	created_at: '2023-07-10T09:00:00',
	first_billed_date: '2023-07-11T15:45:00',
	id: '260000031',
	last_billed_date: '2023-07-11T15:45:00',
	reason: 'Yearly check',
	scheduled_time: '2023-07-11T15:45:00',
	status: '',
	updated_at: '2023-07-10T09:02:03',
	first_edi_date: '',
	last_edi_date: '',
	payment_profile: 'Cash',
	resubmit_claim_original_id: null,
	is_telehealth: false,
	telehealth_url: null,
	clinical_note: null,
	custom_fields: [],
	custom_vitals: [],
	extended_updated_at: '2023-07-10T09:02:03',
	reminders: [],
	status_transitions: statusTransitions,
	vitals,
};

/** A break that was made in DrChrono's own calendar: no patient, and an exam room 0, which no office has. */
export const calendarBreak: JsonObject = {
	...listedAppointment,
	appt_is_break: true,
	created_at: '2026-04-20T07:30:00',
	duration: 60,
	exam_room: 0,
	id: '360000044',
	patient: null,
	reason: 'Staff meeting',
	scheduled_time: '2026-04-20T12:30:00',
	status: '',
	updated_at: '2026-04-20T07:30:00',
	archived: false,
	is_telehealth: false,
	telehealth_url: null,
};

/** Blocked time: no break of the calendar is linked to it, and it belongs to no series. */
export const scheduleBlock: JsonObject = {
	id: 23456,
	provider: 3,
	office: 5,
	exam_room: 2,
	start_time: '2026-05-04T12:30:00',
	end_time: '2026-05-04T13:30:00',
	description: 'Team lunch',
	color: '#3F7D5A',
	series: null,
	practice_group: 88,
	appointment_break: null,
};

/** The free times of one doctor on one day: blocks of them in an office, and in each the times. */
export const freeTimes: JsonObject = {
	duration: 30,
	date: '2025-03-11',
	open_slots: [
		{
			start: '09:00',
			end: '10:30',
			availability: [
				{ start: '09:00', end: '09:30' },
				{ start: '09:30', end: '10:00' },
				{ start: '10:00', end: '10:30' },
			],
			office: 5,
		},
		{
			start: '14:30',
			end: '15:30',
			availability: [
				{ start: '14:30', end: '15:00' },
				{ start: '15:00', end: '15:30' },
			],
			office: 5,
		},
	],
};
