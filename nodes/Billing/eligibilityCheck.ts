import { date, dateRange } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor, patient, inChart } from '../shared/locators/people';
import { appointment } from '../shared/locators/visits';
import { crud } from '../shared/operation/crud';

export const eligibilityCheck = crud({
	path: 'eligibility_checks',
	one: 'eligibility check',
	many: 'eligibility checks',
	operations: {
		get: 'Look up one check: whether the coverage is active, and its details',
		getAll:
			'List checks of patients’ coverage; eligibility 1 is active, 6 inactive. Read-only: a check is run in DrChrono.',
	},
	readOnly: ['coverage_details', 'coverage_subscriber', 'request_service_type'],
	filters: {
		appointment: appointment('Only checks for this appointment'),
		appointment_date: date({ about: 'Only checks for appointments on this day' }),
		appointment_date_range: dateRange({
			about: 'Only checks for appointments from one day to another',
		}),
		doctor: doctor('Only checks for appointments of this doctor'),
		patient: patient('Only checks of this patient'),
		query_date: date({ label: 'Checked On', about: 'Only checks that were run on this day' }),
		query_date_range: dateRange({
			label: 'Checked Between',
			about: 'Only checks that were run from one day to another',
		}),
	},
	simplified: [
		...['id', 'patient', 'appointment', 'eligibility', 'payer_name', 'cob_level', 'query_date'],
		...['service_type_description', 'updated_at'],
	],
	title: ({ query_date, payer_name, eligibility }) => line(query_date, payer_name, eligibility),
	...inChart,
	eg: '450001',
	hint: 'Eligibility Check → Get Many lists the IDs',
});
