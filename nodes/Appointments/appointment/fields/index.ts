import { declare, listed, type FieldTable } from '../../../shared/fields/field';
import { described, needed, yesNo } from '../../../shared/fields/kinds';
import { appointmentProfileLocator } from '../../../shared/locators/appointmentProfile';
import { optionalDoctorLocator } from '../../../shared/locators/doctor';
import { optionalExamRoomLocator } from '../../../shared/locators/examRoom';
import { optionalOfficeLocator } from '../../../shared/locators/office';
import { optionalPatientLocator } from '../../../shared/locators/patient';
import { billing } from './billing';
import { clinical } from './clinical';
import { schedule } from './schedule';

const fields = {
	...schedule,
	...billing,
	...clinical,
	profile: appointmentProfileLocator,
	doctor: described(optionalDoctorLocator, { about: 'Who sees the patient' }),
	exam_room: optionalExamRoomLocator,
	office: described(optionalOfficeLocator, { about: 'Where the appointment takes place' }),
	patient: described(optionalPatientLocator, { about: 'Who comes' }),
} as const satisfies FieldTable;

/** Every field of an appointment that can be written, by its name. */
export const appointment = declare({
	...fields,
	scheduled_time: needed(schedule.scheduled_time),
});

/** The same, sorted by what they are called. */
export const appointmentFields = listed(fields);

/** What narrows a list of appointments, but for the dates: see period.ts. */
export const appointmentFilters = listed({
	doctor: described(optionalDoctorLocator, { about: 'Only appointments with this doctor' }),
	ignore_virtual: yesNo({
		about:
			'Whether to leave out the days of a recurring appointment on which nothing was changed: DrChrono keeps them only as a part of the series',
	}),
	office: described(optionalOfficeLocator, { about: 'Only appointments in this office' }),
	patient: described(optionalPatientLocator, { about: 'Only appointments of this patient' }),
	show_archived: yesNo({ about: 'Whether to also list appointments that were deleted' }),
	status: schedule.status,
});

/** What the API answers with and ignores when it is sent (`readOnly` in its OpenAPI document). */
export const readOnlyAppointmentFields: readonly string[] = [
	'base_recurring_appointment',
	'billing_notes',
	'created_at',
	'created_by',
	'deleted_flag',
	'extended_updated_at',
	'first_billed_date',
	'first_edi_date',
	'id',
	'ins1_status',
	'ins2_status',
	'is_virtual_base',
	'last_billed_date',
	'last_edi_date',
	'primary_insurance_id_number',
	'primary_insurer_name',
	'primary_insurer_payer_id',
	'recurrence_instance_key',
	'reminders',
	'secondary_insurance_id_number',
	'secondary_insurer_name',
	'secondary_insurer_payer_id',
	'status_transitions',
	'updated_at',
	// Answers have these, although the OpenAPI document does not.
	'archived',
	'is_telehealth',
	'telehealth_url',
];

/** The Simplified output of an appointment, most useful first. */
export const appointmentSimplified: readonly string[] = [
	'id',
	'scheduled_time',
	'duration',
	'status',
	'patient',
	'doctor',
	'office',
	'exam_room',
	'reason',
	'notes',
];
