import type { INodeProperties } from 'n8n-workflow';

import { autoAccident } from './autoAccident';
import { care } from './care';
import { contact } from './contact';
import { demographics } from './demographics';
import { insurance } from './insurance';
import { referringDoctor } from './referringDoctor';
import { sortedByDisplayName } from './sorted';
import { workersComp } from './workersComp';

export { dateOfBirth, firstName, gender, lastName } from './demographics';
export { patientFilters } from './filters';

/**
 * Every field of a patient that can be written, except those the operations place themselves
 * (first_name, last_name, gender, doctor) and the photo. For the options of a collection, sorted by
 * display name. Single nested objects arrive as objects; lists of objects as `{ values: [...] }`.
 */
export const patientFields: INodeProperties[] = sortedByDisplayName([
	...demographics,
	...contact,
	...care,
	...insurance,
	...autoAccident,
	...workersComp,
	...referringDoctor,
]);

/** Names of everything the API accepts in a patient, photo included, to tell unknown fields by. */
export const patientFieldNames: string[] = [
	'doctor',
	'first_name',
	'last_name',
	'gender',
	...patientFields.map((field) => field.name),
	'patient_photo',
	'patient_photo_date',
];

/** What the API answers with and ignores when it is sent (`readOnly` in its OpenAPI document). */
export const readOnlyPatientFields: string[] = [
	'created_at',
	'gender_identity_code',
	'gender_identity_description',
	'id',
	'patient_flags',
	'preferred_language_code',
	'preferred_language_description',
	'updated_at',
];

/** The Simplified output of a patient, most useful first. */
export const patientSimplified: string[] = [
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
];
