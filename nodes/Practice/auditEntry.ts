import { changedSince, choice, date, dateRange } from '../shared/fields/kinds';
import { line, patientAppointments } from '../shared/locators/lookups';
import { doctor, patient } from '../shared/locators/people';
import { recordLocator } from '../shared/locators/record';
import { users } from '../shared/locators/user';
import { crud } from '../shared/operation/crud';

const alike = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));

const actions = {
	...alike(['Create', 'Read', 'Update', 'Delete']),
	'Not specified': 'Not Specified',
};
const types = alike([
	...['Account', 'Allergy', 'API', 'Appointment', 'Appointment Profile', 'Appointment Template'],
	...['Billing Profile', 'Break The Glass', 'Chart', 'Clinical Note', 'Data Export'],
	...['Direct Message', 'EPCS', 'eRx', 'Family History', 'Fax', 'Fee Schedule', 'File Access'],
	...['Immunization', 'Insurance', 'Insurance Authorization', 'Insurance Credit Card Payment'],
	...['Lab Order', 'Login', 'Medical Form', 'Medication', 'MedList', 'Navigation View', 'Office'],
	...['OnPatient', 'Patient Flag', 'Permissions', 'Phone Log', 'Problem', 'Refill Request'],
	...['Sample Data', 'Telehealth', 'Uploaded Documents', 'Vital Flowsheet'],
]);

export const auditEntry = crud({
	path: 'audit_log',
	one: 'audit log entry',
	many: 'audit log entries',
	operations: {
		getAll: 'List who did what in DrChrono, and when; needs Billing: Read',
	},
	readOnly: ['appointment_id', 'doctor_id', 'ip_address', 'page', 'updated_at', 'user_id'],
	filters: {
		action: choice(actions, { about: 'Only what was done in this way' }),
		appointment: recordLocator(patientAppointments, 'Appointment', {
			about: 'Only what was done with this appointment',
		}),
		date: date({ about: 'Only what was done on this day' }),
		date_range: dateRange({ about: 'Only what was done from one day to another' }),
		doctor: doctor('Only what has to do with this doctor'),
		patient: patient('Only what was done in the chart of this patient'),
		since: changedSince('entries'),
		type: choice(types, { about: 'Only what was done with this kind of thing' }),
		user: recordLocator(users, 'User', { about: 'Only what this user did' }),
	},
	simplified: ['created_at', 'name_of_user', 'action', 'type', 'patient', 'field', 'description'],
	verbose: 'the description of what was done',
	title: ({ created_at, action }) => line(created_at, action),
	eg: '640001',
});
