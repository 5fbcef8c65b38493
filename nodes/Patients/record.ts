import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { optionalDoctorLocator } from '../shared/locators/doctor';
import { property } from '../shared/operation';
import { outputProperties } from '../shared/output';
import type { DrChronoClient } from '../shared/transport/client';
import { path } from '../shared/transport/urls';
import {
	firstName,
	gender,
	lastName,
	patientFieldNames,
	patientFields,
	patientSimplified,
	readOnlyPatientFields,
} from './fields';

export { withoutBlanks } from '../shared/blanks';
export { returnRecord } from '../shared/options';
export { patientSimplified };

/** Every field of a patient that can be written, as a new or changed record has it. */
export const allPatientFields: INodeProperties[] = [
	...patientFields,
	optionalDoctorLocator,
	firstName,
	gender,
	lastName,
].sort((a, b) => a.displayName.localeCompare(b.displayName));

/** Fields that have a parameter of their own in the operation are not offered a second time. */
export function fieldsCollection(
	collection: { name: 'additionalFields' | 'updateFields'; displayName: string },
	without: readonly string[],
) {
	return property({
		...collection,
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: allPatientFields.filter(({ name }) => !without.includes(name)),
	});
}

export const patientOutput = outputProperties(patientSimplified, [
	...patientFieldNames,
	...readOnlyPatientFields,
]);

/** The query of a POST with the Allow Duplicates option. */
export function duplicatesQuery({ allowDuplicates }: IDataObject): IDataObject {
	return allowDuplicates ? { allow_duplicates: true } : {};
}

/** What an update gives: DrChrono answers it with nothing. */
export async function updatedRecord(
	api: DrChronoClient,
	patientId: string,
	changes: IDataObject,
	options: IDataObject,
): Promise<IDataObject> {
	return options.returnRecord
		? await api.get(path`/api/patients/${patientId}`)
		: { id: Number(patientId), ...changes };
}
