/**
 * What operations ask of the API that are not those of a table, by node and `resource.operation`: a
 * method and a path as the contract writes it. test/contract/reach.test.ts runs them all and looks.
 */
export const ENDPOINTS: Readonly<Partial<Record<string, readonly string[]>>> = {
	'Appointments appointment.cancel': ['PATCH /api/appointments/{id}'],
	'Appointments appointment.create': ['POST /api/appointments'],
	'Appointments appointment.createMany': ['POST /api/appointments'],
	'Appointments appointment.delete': ['DELETE /api/appointments/{id}'],
	'Appointments appointment.get': ['GET /api/appointments/{id}'],
	'Appointments appointment.getAll': ['GET /api/appointments'],
	'Appointments appointment.reschedule': ['PATCH /api/appointments/{id}'],
	'Appointments appointment.setStatus': ['PATCH /api/appointments/{id}'],
	'Appointments appointment.update': ['PATCH /api/appointments/{id}'],
	'Appointments availability.getAll': ['GET /api/availability'],
	'Clinical medication.appendPharmacyNote': ['PATCH /api/medications/{id}/append_to_pharmacy_note'],
	'Billing insurance.get': ['GET /api/insurances/{id}'],
	'Billing daySheet.getCharges': ['GET /api/day_sheet_charges'],
	'Billing daySheet.getCredits': ['GET /api/day_sheet_credits'],
	'Billing daySheet.getPatientPayments': ['GET /api/day_sheet_patient_payments'],
	'Billing daySheet.getTotals': ['GET /api/day_sheet_totals'],
	'ClinicalNotes clinicalNote.downloadPdf': ['GET /api/appointments/{id}'],
	'ClinicalNotes noteValue.export': [
		'POST /api/clinical_note_field_values_list',
		'GET /api/clinical_note_field_values_list',
	],
	'Documents consentForm.apply': ['POST /api/consent_forms/{id}/apply_to_appointment'],
	'Documents consentForm.unapply': ['POST /api/consent_forms/{id}/unapply_from_appointment'],
	'Documents signedConsentForm.update': ['PATCH /api/signed_consent_forms'],
	'Messages message.downloadAttachment': ['GET /api/messages/{id}'],
	'Documents document.delete': ['DELETE /api/documents/{id}'],
	'Documents document.download': ['GET /api/documents/{id}'],
	'Documents document.get': ['GET /api/documents/{id}'],
	'Documents document.getAll': ['GET /api/documents'],
	'Documents document.update': ['PATCH /api/documents/{id}'],
	'Documents document.upload': ['POST /api/documents'],
	'Iframe doctor.register': ['POST /api/iframe_integration'],
	'Iframe doctor.unregister': ['DELETE /api/iframe_integration'],
	'Jwt jwt.verify': [],
	'Labs chartLabResult.signOff': ['PATCH /api/patient_lab_results/{id}'],
	'Labs labDocument.download': ['GET /api/lab_documents/{id}'],
	'Labs labDocument.upload': ['POST /api/lab_documents'],
	'Patients clinicalSummary.get': ['GET /api/patients/{id}/ccda'],
	'Patients clinicalSummary.getQrda': ['GET /api/patients/{id}/qrda1'],
	'Patients clinicalSummary.start': ['GET /api/patients/{id}/ccda_async'],
	'Patients patient.upsert': [
		'GET /api/patients',
		'POST /api/patients',
		'PATCH /api/patients/{id}',
	],
	'Patients portalAccess.get': ['GET /api/patients/{id}/onpatient_access'],
	'Patients portalAccess.invite': ['POST /api/patients/{id}/onpatient_access'],
	'Patients portalAccess.revoke': ['DELETE /api/patients/{id}/onpatient_access'],
	'Tasks task.complete': ['PATCH /api/tasks/{id}'],
	'Users doctorWorkSchedule.getCurrent': ['GET /api/doctor_work_schedule'],
	'Users officeWorkSchedule.getCurrent': ['GET /api/office_work_schedule'],
	'Users user.getCurrent': ['GET /api/users/current'],
	'Clinical amendment.download': ['GET /api/amendments/{id}'],
	'Clinical amendment.upload': ['POST /api/amendments'],
	'Clinical yellowNotepad.create': ['POST /api/yellow_notepad'],
	'Clinical yellowNotepad.get': ['GET /api/yellow_notepad'],
	'Users office.addExamRoom': ['POST /api/offices/{id}/add_exam_room'],
};

/** Nodes whose paths the user names. */
export const ANY_PATH: readonly string[] = ['ApiRequest'];

/** Resources that are another one under a second name. */
export const TWINS: Readonly<Partial<Record<string, string>>> = {
	appointments_list: 'appointments',
};

/** Why an operation of the contract has no form, by resource or by `METHOD /path`. */
export const REASONS: Readonly<Partial<Record<string, string>>> = {
	appointments_list: 'A twin of appointments, which have forms.',
	'POST /api/telehealth_appointment_history':
		'DrChrono writes the history itself: the contract names no field that could be sent.',
	patients_list: 'Reads patients in the background, in more requests than their pages take.',
	clinical_notes_list: 'Reads notes in the background, in more requests than their pages take.',
	line_items_list: 'Reads line items in the background, in more requests than their pages take.',
	transactions_list:
		'Reads transactions in the background, in more requests than their pages take.',
	eligibility_checks_list:
		'Reads checks in the background, in more requests than their pages take.',
	prescription_messages_list:
		'Reads messages in the background, in more requests than their pages take.',
};
