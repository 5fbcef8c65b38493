import { doctorLocator } from '../../shared/locators/doctor';
import { defineOperation } from '../../shared/operation/operation';
import { allowDuplicates, optionsCollection } from '../../shared/operation/options';
import { fieldsCollection } from '../../shared/input/records';
import { dateOfBirth, firstName, gender, lastName } from './fields';
import {
	allPatientFields,
	duplicatesQuery,
	patientOutput,
	patientSimplified,
	withoutBlanks,
} from './record';

const ownParameters = ['first_name', 'last_name', 'date_of_birth', 'gender', 'doctor'];

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create patient',
	creates: true,
	description: 'Add a patient with a new chart to the practice',
	simplified: patientSimplified,
	properties: [
		firstName,
		lastName,
		dateOfBirth,
		{ ...gender, required: true },
		{ ...doctorLocator, description: 'The doctor whose patient this is' },
		fieldsCollection(
			{ name: 'additionalFields', displayName: 'Additional Fields' },
			allPatientFields,
			ownParameters,
		),
		...patientOutput,
		optionsCollection(allowDuplicates),
	],
	execute: async ({ api, params }) => {
		const { first_name, last_name, date_of_birth, gender: sex, doctor } = params;
		const record = { ...params.additionalFields, first_name, last_name, date_of_birth, doctor };
		return await api.post(
			'/api/patients',
			{ ...withoutBlanks(record), gender: sex },
			duplicatesQuery(params.options),
		);
	},
});
