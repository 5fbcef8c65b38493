import { doctorLocator } from '../../shared/locators/doctor';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';
import { doctorOutput, doctorSimplified } from './output';

export const getDoctor = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get doctor',
	description: 'Look up one doctor: name, specialty, contact details, time zone',
	simplified: doctorSimplified,
	properties: [
		property({ ...doctorLocator, name: 'doctorId', description: 'The doctor to look up' }),
		...doctorOutput,
		optionsCollection(),
	],
	execute: async ({ api, params }) => await api.get(path`/api/doctors/${params.doctorId}`),
});
