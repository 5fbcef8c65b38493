import { choice, date, longText, needed, orNotSet, text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { chart, chartFilters, doctor, inChart } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { appointment } from './fields';

export const problem = crud({
	path: 'problems',
	one: 'problem',
	many: 'problems',
	operations: {
		create: 'Add a condition to a patient’s problem list',
		createMany: 'Add a problem for each input item',
		get: 'Read one problem',
		getAll:
			'List problems, of one patient or of all. DrChrono cannot delete one: set it to Inactive or Resolved.',
		update: 'Change a problem, or set it to Resolved',
	},
	fields: {
		patient: chart,
		doctor: needed(doctor('Who diagnosed it')),
		appointment: appointment('At which it was diagnosed'),
		date_changed: date(),
		date_diagnosis: date({ label: 'Date of Diagnosis' }),
		date_onset: date({ label: 'Date of Onset' }),
		description: text(),
		icd_code: text({ label: 'ICD Code', eg: 'E11.9' }),
		icd_version: choice({ '10': 'ICD-10', '9': 'ICD-9' }, { initial: '10' }),
		name: text({ label: 'Problem', eg: 'Type 2 diabetes mellitus' }),
		notes: longText(),
		snomed_ct_code: text({ label: 'SNOMED CT Code', eg: '44054006' }),
		status: choice({ active: 'Active', inactive: 'Inactive', resolved: 'Resolved' }),
		verification_status: choice(
			orNotSet({
				confirmed: 'Confirmed',
				differential: 'Differential',
				'entered-in-error': 'Entered in Error',
				provisional: 'Provisional',
				refuted: 'Refuted',
				unconfirmed: 'Unconfirmed',
			}),
		),
	},
	readOnly: ['id', 'abatement_date', 'category', 'info_url', 'problem_type'],
	filters: chartFilters,
	simplified: [
		...['id', 'patient', 'name', 'icd_code', 'status', 'date_diagnosis', 'date_onset', 'doctor'],
		...['snomed_ct_code', 'notes'],
	],
	title: ({ name, description, icd_code, status }) => line(name || description, icd_code, status),
	...inChart,
	eg: '430001',
	hint: 'Problem → Get Many lists the IDs',
});
