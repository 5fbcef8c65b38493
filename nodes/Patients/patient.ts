import { birthDate } from '../shared/fields/birthDate';
import {
	changedSince,
	choice,
	date,
	described,
	email,
	needed,
	text,
	yesNo,
} from '../shared/fields/kinds';
import { optionalDoctorLocator } from '../shared/locators/doctor';
import { patientLocator } from '../shared/locators/patient';
import { crud } from '../shared/operation/crud';
import { keyOf } from '../shared/operation/likeness';
import { additionalFields, fields, readOnly, simplified } from './patient/fields';
import { ethnicities, genders, languages, races } from './patient/fields/choices';
import { withName } from './patient/match';
import { allowDuplicates, upsert } from './patient/upsert.operation';

const { first_name, last_name, date_of_birth, gender, doctor } = fields;

export const patient = crud({
	path: 'patients',
	one: 'patient',
	many: 'patients',
	locator: patientLocator,
	operations: {
		create: 'Add a patient with a new chart to the practice',
		createMany: 'Add a patient for each input item. For lists, such as those from another system.',
		delete: 'Take a patient and the whole chart out of DrChrono for good',
		get: 'Read one patient: name, birth date, contact details, doctor',
		getAll: 'List patients: every one, or those the filters name',
		update:
			'Change the fields you add and leave the rest of the chart as it is. What is empty changes nothing.',
	},
	notices: {
		createMany:
			'Every patient needs first_name or last_name too, and a doctor. Give date_of_birth as well: by it somebody who is there already is recognised.',
		delete:
			'Deleting takes the patient and the whole chart out of DrChrono and cannot be undone. To keep the chart, set Patient Status to Inactive with Update.',
	},
	fields,
	asked: { first_name, last_name, date_of_birth, gender: needed(gender), doctor },
	additional: additionalFields,
	lacking: {
		doctor: described(optionalDoctorLocator, {
			about: 'The doctor of those patients whose item names none in a field “doctor”',
		}),
	},
	createQuery: { allowDuplicates },
	made: withName,
	// DrChrono takes patients for the same by their name, birth date and gender.
	likeness: {
		key: keyOf(['first_name', 'last_name', 'date_of_birth', 'gender']),
		query: { show_inactive: true },
		known: (one) =>
			one.date_of_birth ? { date_of_birth: one.date_of_birth } : { last_name: one.last_name },
	},
	filters: {
		since: changedSince('patients'),
		chart_id: text({
			eg: 'SMNA000001',
			about: 'Four letters and six digits, from the patient’s chart',
		}),
		created_at: date({ label: 'Created On' }),
		date_of_birth: birthDate(),
		doctor: described(optionalDoctorLocator, { about: 'Only patients of this doctor' }),
		email: email(),
		ethnicity: choice(ethnicities),
		first_name,
		gender: choice(genders, { initial: 'Female' }),
		last_name,
		preferred_language: choice(languages),
		race: choice(races),
		show_inactive: yesNo({
			initial: true,
			about: 'Whether to list inactive and deceased patients too',
		}),
	},
	readOnly,
	simplified,
	verbose: 'insurance, the referring doctor, flags on the chart and the fields your practice added',
	more: (table) => [upsert(table)],
});
