import type { IDataObject } from 'n8n-workflow';
import { fieldsCollection } from '../../shared/input/records';
import { ParameterIssue } from '../../shared/input/parameters';
import { isBlank } from '../../shared/input/text';
import { verbose } from '../../shared/operation/options';
import { outputProperties } from '../../shared/operation/output';
import { otherPatientFields, patientFields, patientSimplified } from './fields';

export const patientOutput = outputProperties(patientSimplified, [
	...patientFields.map(({ name }) => name),
	...otherPatientFields,
]);

export const verbosePatient = verbose(
	'insurance, the referring doctor, flags on the chart and the fields your practice added',
);

/** The query of a POST with the Allow Duplicates option. */
export function duplicatesQuery({ allowDuplicates }: IDataObject): IDataObject {
	return allowDuplicates ? { allow_duplicates: true } : {};
}

/** Fields with a parameter of their own, by the operations that make a patient. */
const PLACED: Readonly<Record<string, readonly string[]>> = {
	create: ['first_name', 'last_name', 'date_of_birth', 'gender', 'doctor'],
	upsert: ['first_name', 'last_name', 'date_of_birth', 'gender', 'chart_id', 'email'],
};

/** The other fields of a new patient: one collection, so that n8n's editor loads it once for all operations. */
export const additionalFields = fieldsCollection(
	{ name: 'additionalFields', displayName: 'Additional Fields' },
	patientFields.flatMap((field) => {
		const operations = Object.keys(PLACED).filter(
			(operation) => !PLACED[operation].includes(field.name),
		);
		if (operations.length === 0) return [];
		if (operations.length === Object.keys(PLACED).length) return [field];
		return [{ ...field, displayOptions: { show: { '/operation': operations } } }];
	}),
);

/** @throws ParameterIssue for a new patient whom nobody could find again: without first and last name */
export function requireName({ first_name, last_name }: IDataObject): void {
	if (!isBlank(first_name) || !isBlank(last_name)) return;
	throw new ParameterIssue('is empty, and so is the last name: a new patient needs one of them', [
		'First Name',
	]);
}
