import { doctorLocator } from '../../shared/locators/doctor';
import { defineOperation } from '../../shared/operation/operation';
import { allowDuplicates, optionsCollection } from '../../shared/operation/options';
import { patient, patientSimplified } from './fields';
import { additionalFields, duplicatesQuery, patientOutput, requireName } from './record';
import { withoutBlanks } from '../../shared/input/blanks';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create patient',
	creates: true,
	description: 'Add a patient with a new chart to the practice',
	simplified: patientSimplified,
	properties: [
		patient.first_name,
		patient.last_name,
		patient.date_of_birth,
		{ ...patient.gender, required: true },
		{ ...doctorLocator, description: 'The doctor whose patient this is' },
		additionalFields,
		...patientOutput,
		optionsCollection(allowDuplicates),
	],
	execute: async ({ api, params }) => {
		const { first_name, last_name, date_of_birth, gender: sex, doctor } = params;
		requireName(params);
		const record = { ...params.additionalFields, first_name, last_name, date_of_birth, doctor };
		return await api.post(
			'/api/patients',
			{ ...withoutBlanks(record), gender: sex },
			duplicatesQuery(params.options),
		);
	},
});
