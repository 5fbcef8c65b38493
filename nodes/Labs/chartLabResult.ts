import {
	amount,
	changedSince,
	choice,
	date,
	longText,
	needed,
	orNotSet,
	text,
	yesNo,
} from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { chart, chartFilters, inChart } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { orderingDoctor } from './fields';
import { signOff } from './chartLabResult/signOff.operation';
import { abnormalFlags, orderProgress } from './choices';

export const chartLabResult = crud({
	path: 'patient_lab_results',
	one: 'chart lab result',
	many: 'chart lab results',
	operations: {
		create: 'Put a result into a patient’s chart',
		createMany: 'Put a result into a chart for each input item',
		delete: 'Take a result out of the chart',
		get: 'Read one result',
		getAll: 'List the results in charts, such as those of one patient or the new ones',
		update: 'Change a result, or comment on it',
	},
	fields: {
		patient: chart,
		ordering_doctor: needed(orderingDoctor('Who ordered the test')),
		date_test_performed: date({ label: 'Test Date' }),
		doctor_comments: longText({ about: 'What the doctor says of it' }),
		doctor_signoff: yesNo({
			label: 'Signed Off',
			about: 'Whether the doctor has seen the result and done what it asks for',
		}),
		lab_abnormal_flag: choice(orNotSet(abnormalFlags), { about: 'How the value lies' }),
		lab_normal_range: text({ eg: '70-99' }),
		lab_normal_range_units: text({ eg: 'mg/dL' }),
		lab_order_status: choice(orNotSet(orderProgress)),
		lab_result_value: text({ label: 'Value', eg: '112' }),
		lab_result_value_as_float: amount({ label: 'Value as a Number' }),
		lab_result_value_units: text({ label: 'Units', eg: 'mg/dL' }),
		loinc_code: text({ label: 'LOINC Code', eg: '2345-7' }),
		title: text({ eg: 'Glucose' }),
	},
	readOnly: ['id', 'created_at', 'lab_imported_from_ccr', 'scanned_in_result', 'updated_at'],
	filters: {
		...chartFilters,
		ordering_doctor: orderingDoctor('Only results of tests that this doctor ordered'),
		since: changedSince('results'),
	},
	simplified: [
		...['id', 'patient', 'title', 'lab_result_value', 'lab_result_value_units'],
		...['lab_abnormal_flag', 'lab_normal_range', 'date_test_performed', 'doctor_signoff'],
		'ordering_doctor',
	],
	title: ({ title, lab_result_value, date_test_performed }) =>
		line(title, lab_result_value, date_test_performed),
	...inChart,
	eg: '510001',
	hint: 'Chart Lab Result → Get Many lists the IDs',
	more: (table) => [signOff(table)],
});
