import { appointmentLocator } from '../../shared/locators/appointment';
import { defineOperation } from '../../shared/operation/operation';
import { addNames, withNames } from '../../shared/operation/names';
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
	properties: [
		appointmentLocator,
		...appointmentOutput,
		optionsCollection(addNames, verboseAppointment),
	],
	execute: async (context) => {
		const { api, params } = context;
		const target = path`/api/appointments/${params.appointmentId}`;
		return await withNames(context, await api.get(target, verboseQuery(params.options)));
	},
});
