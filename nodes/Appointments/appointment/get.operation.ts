import { appointmentLocator } from '../../shared/locators/appointment';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection, verboseQuery } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';
import { appointmentSimplified } from './fields';
import { appointmentOutput, verboseAppointment } from './record';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get appointment',
	description: 'Read one appointment: time, patient, doctor, room, status',
	simplified: appointmentSimplified,
	properties: [appointmentLocator, ...appointmentOutput, optionsCollection(verboseAppointment)],
	execute: async ({ api, params }) =>
		await api.get(path`/api/appointments/${params.appointmentId}`, verboseQuery(params.options)),
});
