import { patientLocator } from '../../shared/locators/patient';
import { defineOperation } from '../../shared/operation';
import { optionsCollection, verbose, verboseQuery } from '../../shared/options';
import { path } from '../../shared/transport/urls';
import { patientOutput, patientSimplified } from '../record';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get patient',
	description: 'Retrieve a patient by ID',
	simplified: patientSimplified,
	properties: [patientLocator, ...patientOutput, optionsCollection(verbose)],
	execute: async ({ api, params }) =>
		await api.get(path`/api/patients/${params.patientId}`, verboseQuery(params.options)),
});
