import { birthDate } from '../../../shared/fields/birthDate';
import { declare, listed, type FieldTable } from '../../../shared/fields/field';
import {
	changedSince,
	choice,
	date,
	described,
	email,
	text,
	yesNo,
} from '../../../shared/fields/kinds';
import { optionalDoctorLocator } from '../../../shared/locators/doctor';
import { autoAccident } from './autoAccident';
import { care } from './care';
import { ethnicities, genders, languages, races } from './choices';
import { contact } from './contact';
import { demographics } from './demographics';
import { insurance } from './insurance';
import { referringDoctor } from './referringDoctor';
import { workersComp } from './workersComp';

const fields = {
	...demographics,
	...contact,
	...care,
	...insurance,
	...autoAccident,
	...workersComp,
	...referringDoctor,
	doctor: described(optionalDoctorLocator, { about: 'The doctor whose patient this is' }),
} as const satisfies FieldTable;

/** Every field of a patient that can be written, by its name. */
export const patient = declare(fields);

/** The same, sorted by what they are called. */
export const patientFields = listed(fields);

/** What narrows a list of patients. */
export const patientFilters = listed({
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
	first_name: text({ eg: 'Nathan' }),
	gender: choice(genders, { initial: 'Female' }),
	last_name: text({ eg: 'Smith' }),
	preferred_language: choice(languages),
	race: choice(races),
	show_inactive: yesNo({
		initial: true,
		about: 'Whether to list inactive and deceased patients too',
	}),
});

/** What the API answers with beyond that: files, and what it ignores when it is sent. */
export const otherPatientFields = [
	'created_at',
	'gender_identity_code',
	'gender_identity_description',
	'id',
	'patient_flags',
	'patient_photo',
	'patient_photo_date',
	'preferred_language_code',
	'preferred_language_description',
	'updated_at',
] as const;

/** The Simplified output of a patient, most useful first. */
export const patientSimplified = [
	'id',
	'chart_id',
	'first_name',
	'last_name',
	'date_of_birth',
	'gender',
	'email',
	'cell_phone',
	'doctor',
	'patient_status',
] as const;
