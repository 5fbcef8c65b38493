import { patientLocator } from '../../shared/locators/patient';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection, verboseQuery } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';
import { patientSimplified } from './fields';
import { patientOutput, verbosePatient } from './record';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get patient',
	description: 'Read one patient: name, birth date, contact details, doctor',
	simplified: patientSimplified,
	properties: [patientLocator, ...patientOutput, optionsCollection(verbosePatient)],
	execute: async ({ api, params }) =>
		await api.get(path`/api/patients/${params.patientId}`, verboseQuery(params.options)),
});
