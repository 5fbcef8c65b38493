import { date, dateRange } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor, patient } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const authorization = crud({
	path: 'patient_authorizations',
	one: 'authorization',
	many: 'authorizations',
	operations: {
		getAll:
			'List what insurers have authorized, how many visits are left and until when. Read-only.',
	},
	readOnly: [
		...['created_at', 'doctor', 'doctor_id', 'expired', 'notes', 'patient_id'],
		...['procedure_codes', 'specialty', 'updated_at'],
	],
	filters: {
		date_range: dateRange({ about: 'Only authorizations from one day to another' }),
		doctor: doctor('Only authorizations for this doctor'),
		end_date: date({ about: 'Only authorizations that end on this day' }),
		patient: patient('Only authorizations of this patient'),
		start_date: date({ about: 'Only authorizations that begin on this day' }),
	},
	simplified: [
		...['id', 'patient', 'auth_number', 'status', 'start_date', 'end_date', 'number_of_visits'],
		...['visits_remaining', 'expired', 'doctor'],
	],
	title: ({ auth_number, end_date }) => line(auth_number, end_date),
	eg: '480001',
});
