import { choice, dateTime, needed, text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { chart, chartFilters, doctor, inChart } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { capital, withArticle } from '../shared/messages/words';

const SYSTEMS = {
	SNOMEDCT: 'SNOMED CT',
	LOINC: 'LOINC',
	ICD10CM: 'ICD-10-CM',
	CPT: 'CPT',
	HCPCS: 'HCPCS',
} as const;

const systems = (names: ReadonlyArray<keyof typeof SYSTEMS>, about: string) =>
	choice(Object.fromEntries(names.map((name) => [name, SYSTEMS[name]])), { about });

/** What was done or seen, as a code with a value that is a code too; four lists of DrChrono's are so. */
function observed(
	path: string,
	one: string,
	eg: string,
	codeSystems: ReadonlyArray<keyof typeof SYSTEMS>,
) {
	const many = `${one}s`;
	return crud({
		path,
		one,
		many,
		operations: {
			create: `Record ${withArticle(one)} in a chart, by its code`,
			createMany: `Record ${withArticle(one)} for each input item`,
			get: `Read one ${one}`,
			getAll: `List ${many}, of one patient or of all`,
			update: `Change the code, the value or the time of ${withArticle(one)}. DrChrono cannot delete one.`,
		},
		fields: {
			patient: chart,
			doctor: needed(doctor('Whose patient it is')),
			code: text({ eg: '225358003', about: 'What was done or seen' }),
			code_system: systems(codeSystems, 'Where the code is from'),
			effective_time: dateTime({ label: 'Time', about: 'When it was' }),
			value_code: text({ about: 'What came of it' }),
			value_code_system: systems(['SNOMEDCT', 'ICD10CM', 'LOINC'], 'Where the Value Code is from'),
		},
		readOnly: ['appointment', 'created_at', 'value_name'],
		filters: chartFilters,
		simplified: [
			...['id', 'patient', 'name', 'code', 'code_system', 'value_name', 'value_code'],
			...['effective_time', 'doctor', 'appointment'],
		],
		title: ({ name, code, value_name, effective_time }) =>
			line(name || code, value_name, effective_time),
		...inChart,
		eg,
		hint: `${one.split(' ').map(capital).join(' ')} → Get Many lists the IDs`,
	});
}

export const physicalExam = observed('patient_physical_exams', 'physical exam', '455001', [
	'SNOMEDCT',
	'LOINC',
]);

export const intervention = observed('patient_interventions', 'intervention', '456001', [
	'SNOMEDCT',
	'HCPCS',
	'CPT',
	'ICD10CM',
]);

export const communication = observed('patient_communications', 'communication', '457001', [
	'SNOMEDCT',
	'LOINC',
]);

export const riskAssessment = observed('patient_risk_assessments', 'risk assessment', '458001', [
	'SNOMEDCT',
	'LOINC',
]);
