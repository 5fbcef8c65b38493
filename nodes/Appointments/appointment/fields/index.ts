import type { INodeProperties } from 'n8n-workflow';
import { appointmentProfileLocator } from '../../../shared/locators/appointmentProfile';
import { optionalDoctorLocator } from '../../../shared/locators/doctor';
import { optionalExamRoomLocator } from '../../../shared/locators/examRoom';
import { optionalOfficeLocator } from '../../../shared/locators/office';
import { optionalPatientLocator } from '../../../shared/locators/patient';
import { billing } from './billing';
import { clinical } from './clinical';
import { allowOverlappingField, schedule, status } from './schedule';

export { duration, isBreak, scheduledTime, status } from './schedule';

/** Every field of an appointment that can be written, sorted by display name. */
export const appointmentFields: INodeProperties[] = sorted([
	...schedule.map((field) => ({ ...field, required: false })),
	...billing,
	...clinical,
	allowOverlappingField,
	appointmentProfileLocator,
	{ ...optionalDoctorLocator, description: 'Who sees the patient' },
	optionalExamRoomLocator,
	{ ...optionalOfficeLocator, description: 'Where the appointment takes place' },
	{ ...optionalPatientLocator, description: 'Who comes' },
]);

/** What narrows a list of appointments, but for the dates: see period.ts. */
export const appointmentFilters: INodeProperties[] = sorted([
	{ ...optionalDoctorLocator, description: 'Only appointments with this doctor' },
	{ ...optionalOfficeLocator, description: 'Only appointments in this office' },
	{ ...optionalPatientLocator, description: 'Only appointments of this patient' },
	status,
	{
		displayName: 'Ignore Virtual',
		name: 'ignore_virtual',
		type: 'boolean',
		default: false,
		description:
			'Whether to leave out the days of a recurring appointment on which nothing was changed: DrChrono keeps them only as a part of the series',
	},
	{
		displayName: 'Show Archived',
		name: 'show_archived',
		type: 'boolean',
		default: false,
		description: 'Whether to also list appointments that were deleted',
	},
]);

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

function sorted(fields: INodeProperties[]): INodeProperties[] {
	return [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName));
}
