import { doctorLocator } from '../../shared/locators/doctor';
import { defineOperation } from '../../shared/operation';
import { allowDuplicates, optionsCollection } from '../../shared/options';
import { fieldsCollection } from '../../shared/records';
import { dateOfBirth, firstName, gender, lastName } from '../fields';
import {
	allPatientFields,
	duplicatesQuery,
	patientOutput,
	patientSimplified,
	withoutBlanks,
} from '../record';

const ownParameters = ['first_name', 'last_name', 'date_of_birth', 'gender', 'doctor'];

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create patient',
	description: 'Add a patient to the practice',
	simplified: patientSimplified,
	properties: [
		firstName,
		lastName,
		dateOfBirth,
		{ ...gender, required: true, default: 'Female' },
		doctorLocator,
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
