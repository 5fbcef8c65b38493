import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { verbose } from '../../shared/operation/options';
import { outputProperties } from '../../shared/operation/output';
import {
	firstName,
	gender,
	lastName,
	patientFieldNames,
	patientFields,
	patientSimplified,
	readOnlyPatientFields,
} from './fields';

export { withoutBlanks } from '../../shared/input/blanks';
export { patientSimplified };

/** Every field of a patient that can be written, as a new or changed record has it. */
export const allPatientFields: INodeProperties[] = [
	...patientFields,
	{ ...optionalDoctorLocator, description: 'The doctor whose patient this is' },
	firstName,
	gender,
	lastName,
].sort((a, b) => a.displayName.localeCompare(b.displayName));

export const patientOutput = outputProperties(patientSimplified, [
	...patientFieldNames,
	...readOnlyPatientFields,
]);

export const verbosePatient = verbose(
	'insurance, the referring doctor, flags on the chart and the fields your practice added',
);

/** The query of a POST with the Allow Duplicates option. */
export function duplicatesQuery({ allowDuplicates }: IDataObject): IDataObject {
	return allowDuplicates ? { allow_duplicates: true } : {};
}
