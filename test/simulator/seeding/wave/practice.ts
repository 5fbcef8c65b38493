import type { Practice } from '../../practice';
import { sow, stampBefore } from '../sow';
import { shelve } from './messages';

export const seedFlagTypes = (practice: Practice): void =>
	sow(practice, 'patient_flag_types', [
		{ name: 'Balance due', doctor: 1, color: '#D0021B', priority: 1 },
		{ name: 'Interpreter needed', doctor: 1, color: '#4A90E2', priority: 2 },
	]);

export const seedCustomDemographics = (practice: Practice): void =>
	sow(practice, 'custom_demographics', [
		{ name: 'Preferred Pharmacy Phone', doctor: 1, template_name: 'pharmacy_phone' },
		{ name: 'School', doctor: 1, template_name: 'school', description: 'For school physicals' },
	]);

export const seedCustomVitals = (practice: Practice): void =>
	sow(practice, 'custom_vitals', [
		{ name: 'Waist', doctor: '1', data_type: 'number', unit: 'in', allowed_values: [] },
	]);

export const seedCustomAppointmentFields = (practice: Practice): void =>
	sow(practice, 'custom_appointment_fields', [
		{ field_name: 'Referral Source', field_desc: 'Who sent the patient', doctor: '1', order: 1 },
	]);

export const seedConsentForms = (practice: Practice): void =>
	sow(
		practice,
		'consent_forms',
		['Consent to Treat', 'Notice of Privacy Practices'].map((title, index) => ({
			...{ title, doctor: 1, is_mandatory: index === 0, assign_by_default: true, order: index + 1 },
			uri: shelve(practice, title),
		})),
	);

/** The first three patients who are coming have signed. */
export function seedSignedForms(practice: Practice): void {
	const today = stampBefore(practice, 0, '00:00:00');
	const coming = practice.store
		.collection('appointments')
		.all()
		.filter(({ patient, scheduled_time }) => patient !== null && String(scheduled_time) >= today)
		.slice(0, 3);
	sow(
		practice,
		'signed_consent_forms',
		coming.map(({ id, patient }) => ({
			...{ appointment: Number(id), patient, consent_form: 1, archived: false },
			date_signed: stampBefore(practice, 1),
			signature_file: shelve(practice, 'Signature'),
		})),
	);
}

export const seedReminderProfiles = (practice: Practice): void =>
	sow(practice, 'reminder_profiles', [
		{ name: 'Day before', doctor: 1, reminders: [{ amount: 1, type: 'email', unit: 'days' }] },
	]);

export function seedDoctorOptions(practice: Practice): void {
	const rows = practice.store.doctors.all().map(({ id }) => ({ doctor: id }));
	sow(practice, 'doctor_options', rows);
}
