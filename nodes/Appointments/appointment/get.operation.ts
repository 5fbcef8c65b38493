import { appointmentLocator } from '../../shared/locators/appointment';
import { defineOperation } from '../../shared/operation';
import { optionsCollection, verbose, verboseQuery } from '../../shared/options';
import { path } from '../../shared/transport/urls';
import { appointmentSimplified } from '../fields';
import { appointmentOutput } from '../record';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get appointment',
	description: 'Retrieve an appointment by ID',
	simplified: appointmentSimplified,
	properties: [appointmentLocator, ...appointmentOutput, optionsCollection(verbose)],
	execute: async ({ api, params }) =>
		await api.get(path`/api/appointments/${params.appointmentId}`, verboseQuery(params.options)),
});
