/**
 * What the contract asks for, made from it by `npm run facts`: areas of scopes, in-app permissions of
 * the user, and the first parts of the paths that need them. Each is a list with blanks between.
 */
export const NEEDS: readonly (readonly [areas: string, permissions: string, paths: string])[] = [
	[
		'clinical',
		'clinical-notes',
		'allergies amendments care_plans care_team_members clinical_note_field_types clinical_note_field_values clinical_note_templates clinical_notes clinical_notes_list implantable_devices inventory_categories inventory_vaccines lab_orders_summary medications patient_communications patient_interventions patient_physical_exams patient_risk_assessments patient_vaccine_records prescription_messages problems yellow_notepad',
	],
	['calendar settings', 'scheduling settings', 'appointment_profiles appointment_templates'],
	[
		'calendar clinical',
		'scheduling clinical-notes',
		'appointments appointments_list telehealth_appointment_history telehealth_appointments',
	],
	['billing', '', 'audit_log'],
	[
		'billing',
		'billing show-billing-tab',
		'billing_profiles claim_billing_notes eobs fee_schedules fee_schedules_v2 line_item_deletions line_items line_items_list patient_payment_log procedures transactions transactions_list',
	],
	['clinical calendar patients', 'clinical-notes scheduling', 'clinical_note_field_values_list'],
	['calendar', 'scheduling', 'comm_logs reminder_profiles'],
	[
		'patients',
		'manage-patients',
		'consent_forms documents patients patients_list signed_consent_forms',
	],
	['clinical settings', 'clinical-notes settings', 'custom_appointment_fields custom_vitals'],
	['patients settings', 'manage-patients settings', 'custom_demographics patient_flag_types'],
	['settings', 'settings', 'custom_insurance_plan_names'],
	[
		'billing',
		'billing access-patient-payments',
		'day_sheet_charges day_sheet_credits day_sheet_patient_payments day_sheet_totals',
	],
	[
		'user',
		'',
		'doctor_options doctor_work_schedule doctors insurances office_work_schedule offices',
	],
	['calendar patients', 'scheduling manage-patients', 'eligibility_checks'],
	['calendar patients clinical', 'scheduling clinical-notes', 'eligibility_checks_list'],
	['labs', '', 'lab_documents lab_orders lab_results lab_tests sublabs'],
	['messages', 'message-center', 'messages'],
	['labs patients', 'manage-patients', 'patient_lab_results'],
	['patients messages', 'manage-patients message-center', 'patient_messages'],
	[
		'billing:patient-payment',
		'access-patient-payments billing show-billing-tab',
		'patient_payments',
	],
	['patients:summary', 'manage-patients', 'patients_summary'],
	['clinical', 'clinical clinical-notes', 'prescription_messages_list'],
	['calendar', 'calendar', 'schedule_blocks'],
	['tasks', '', 'task_categories task_notes task_statuses task_templates tasks'],
];
