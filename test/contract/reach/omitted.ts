/**
 * A patient summary is for connections that may see who somebody is, and no more: its form has names, birth
 * date, gender and doctor. Every other field of the patient, by why it is left to the form that needs the
 * permission for whole charts.
 */
const OF_SUMMARIES: Readonly<Record<string, readonly string[]>> = {
	'Who pays is no part of who somebody is: Patient → Update has it.': [
		'auto_accident_insurance',
		'copay',
		'patient_payment_profile',
		'primary_insurance',
		'secondary_insurance',
		'tertiary_insurance',
		'workers_comp_insurance',
	],
	'Other people than the patient: Patient → Update has them.': [
		'emergency_contact_name',
		'emergency_contact_phone',
		'emergency_contact_relation',
		'employer',
		'employer_address',
		'employer_city',
		'employer_state',
		'employer_zip_code',
		'responsible_party_email',
		'responsible_party_name',
		'responsible_party_phone',
		'responsible_party_relation',
	],
	'How somebody is reached goes beyond who somebody is: Patient → Update has it.': [
		'address',
		'cell_phone',
		'city',
		'disable_sms_messages',
		'email',
		'home_phone',
		'office_phone',
		'state',
		'zip_code',
	],
	'What belongs to the care of a patient: Patient → Update has it.': [
		'chart_id',
		'custom_demographics',
		'date_of_death',
		'date_of_first_appointment',
		'date_of_last_appointment',
		'default_pharmacy',
		'medication_history_consent',
		'offices',
		'patient_flags_attached',
		'patient_photo',
		'patient_photo_date',
		'patient_status',
		'preferred_pharmacies',
		'primary_care_physician',
		'referring_doctor',
		'referring_source',
	],
	'What the permission for summaries is not meant to tell: Patient → Update has it.': [
		'ethnicity',
		'nick_name',
		'preferred_language',
		'pronouns',
		'race',
		'race_subcategories',
		'social_security_number',
	],
};

const ofSummaries = Object.entries(OF_SUMMARIES).flatMap(([reason, fields]) =>
	fields.map((field) => [`patients_summary.${field}`, reason] as const),
);

/** What a form leaves out of what the contract has, as `resource.field`, and why. */
export const OMITTED: Readonly<Partial<Record<string, string>>> = {
	...Object.fromEntries(ofSummaries),
	'allergies.patient': 'Update leaves a record in its chart.',
	'lab_orders.patient': 'Update leaves a record in its chart.',
	'medications.patient': 'Update leaves a record in its chart.',
	'patient_lab_results.patient': 'Update leaves a record in its chart.',
	'patient_vaccine_records.patient': 'Update leaves a record in its chart.',
	'problems.patient': 'Update leaves a record in its chart.',
	'tasks.notes.archived': 'A new note is not archived.',
	'appointment_templates.open_slots': 'What DrChrono reckons from the appointments.',
	'messages.type': 'DrChrono gives it by how a message came about.',
	'patient_messages.attachments': 'Files within a list, which neither a form nor JSON can carry.',
	'schedule_blocks.practice_group': 'DrChrono knows it by the doctor.',
	'schedule_blocks.series': 'DrChrono gives it to what recurs.',
	'signed_consent_forms.archived': 'A new signature is in use; Update puts it out of use.',
	'tasks.associated_items.task': 'The task that has the item.',
	'tasks.notes.task': 'The task that has the note.',
	'users.doctor': 'A filter that a practice of one group has no use for.',
	'doctors.doctor': 'A filter of doctors by their own ID, which Get reads.',
	'amendments.patient': 'Update leaves a record in its chart.',
	'patient_communications.patient': 'Update leaves a record in its chart.',
	'patient_interventions.patient': 'Update leaves a record in its chart.',
	'patient_physical_exams.patient': 'Update leaves a record in its chart.',
	'patient_risk_assessments.patient': 'Update leaves a record in its chart.',
	'doctor_work_schedule.doctor': 'A schedule stays with the doctor whose it is.',
	'doctor_work_schedule.office': 'A schedule stays with the doctor whose it is.',
	'office_work_schedule.doctor': 'A schedule stays with the office whose it is.',
	'office_work_schedule.office': 'A schedule stays with the office whose it is.',
	'offices.office_work_schedule': 'Office Work Schedule has it.',
	'patients.patient_photo_date': 'DrChrono refuses it without the photo, which is a file.',
	'patients.primary_insurance.photo_front': 'A file within an object, which JSON cannot carry.',
	'patients.primary_insurance.photo_back': 'A file within an object, which JSON cannot carry.',
	'patients.secondary_insurance.photo_front': 'A file within an object, which JSON cannot carry.',
	'patients.secondary_insurance.photo_back': 'A file within an object, which JSON cannot carry.',
	'patients.tertiary_insurance.photo_front': 'A file within an object, which JSON cannot carry.',
	'patients.tertiary_insurance.photo_back': 'A file within an object, which JSON cannot carry.',
};

/** Choices of the contract that are typed, since the list would be too long to look through, and why. */
export const TYPED: Readonly<Partial<Record<string, string>>> = {
	'patients.preferred_pharmacies': 'All pharmacies of the country.',
	'patients.referring_doctor.specialty': 'Hundreds, of which a practice may write another.',
};

/** Filters that the contract lacks, and why they are offered all the same. */
export const BEYOND: Readonly<Partial<Record<string, string>>> = {
	'patients.show_inactive': 'Without it nobody finds a patient who is inactive.',
};
