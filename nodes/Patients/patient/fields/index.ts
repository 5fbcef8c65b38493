import { declare, listed, type FieldTable } from '../../../shared/fields/field';
import { described } from '../../../shared/fields/kinds';
import { doctorLocator } from '../../../shared/locators/doctor';
import { fieldsCollection } from '../../../shared/input/records';
import { accidents } from './accidents';
import { care } from './care';
import { contact } from './contact';
import { demographics } from './demographics';
import { insurance } from './insurance';

/** Every field of a patient that can be written. */
export const fields = {
	...demographics,
	...contact,
	...care,
	...insurance,
	...accidents,
	doctor: described(doctorLocator, { about: 'The doctor whose patient this is' }),
} as const satisfies FieldTable;

export const patient = declare(fields);

/** Fields with a parameter of their own, by the operations that make a patient. */
const PLACED: Readonly<Record<string, readonly string[]>> = {
	create: ['first_name', 'last_name', 'date_of_birth', 'gender', 'doctor'],
	upsert: ['first_name', 'last_name', 'date_of_birth', 'gender', 'chart_id', 'email'],
};

/** The other fields of a new patient: one collection, so that n8n's editor loads it once for all operations. */
export const additionalFields = fieldsCollection(
	{ name: 'additionalFields', displayName: 'Additional Fields' },
	listed(fields).flatMap((field) => {
		const operations = Object.keys(PLACED).filter(
			(operation) => !PLACED[operation].includes(field.name),
		);
		if (operations.length === 0) return [];
		const optional = { ...field, required: undefined };
		if (operations.length === Object.keys(PLACED).length) return [optional];
		return [{ ...optional, displayOptions: { show: { '/operation': operations } } }];
	}),
);

/** What the API answers with beyond that: files, and what it ignores when it is sent. */
export const readOnly = [
	...['created_at', 'gender_identity_code', 'gender_identity_description', 'id'],
	...['patient_flags', 'patient_photo', 'patient_photo_date', 'preferred_language_code'],
	...['preferred_language_description', 'updated_at'],
];

/** The Simplified output of a patient, most useful first. */
export const simplified = [
	...['id', 'chart_id', 'first_name', 'last_name', 'date_of_birth', 'gender', 'email'],
	...['cell_phone', 'doctor', 'patient_status'],
];
