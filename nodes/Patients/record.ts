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

/** A new record without what the user left empty: DrChrono has nothing to clear there. */
export function withoutBlanks(record: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(record).filter(
			([, value]) => value !== '' && value !== null && value !== undefined,
		),
	);
}

/** The query of a POST with the Allow Duplicates option. */
export function duplicatesQuery({ allowDuplicates }: IDataObject): IDataObject {
	return allowDuplicates ? { allow_duplicates: true } : {};
}

export const returnRecord: INodeProperties = {
	displayName: 'Return Whole Record',
	name: 'returnRecord',
	type: 'boolean',
	default: false,
	description:
		'Whether to read the record again after the change and return it whole, which takes one more request. Otherwise only the ID and the changed fields are returned.',
};

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
