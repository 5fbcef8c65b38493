import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const doctorOptions = crud({
	path: 'doctor_options',
	one: 'doctor options',
	many: 'doctor options',
	operations: {
		get: 'Look up what one doctor has set as defaults',
		getAll:
			'List the defaults of doctors: reminders, billing, note template. They can only be read.',
	},
	readOnly: ['enable_everhealth_scribe', 'erx_supervising_providers', 'iframe_apps'],
	filters: { doctor: doctor('Only the options of this doctor') },
	simplified: [
		...['id', 'doctor', 'default_reminder_profile', 'default_report', 'default_billing_provider'],
		...['default_supervising_provider', 'office_for_lab_results', 'patient_statement_office'],
		...['allowed_payment_methods', 'updated_at'],
	],
	title: ({ doctor: whose }) => line('Doctor', whose),
	eg: '125001',
	hint: 'Doctor Options → Get Many lists the IDs',
});
