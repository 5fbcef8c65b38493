import { appointmentLocator } from '../../shared/locators/appointment';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection, returnRecord } from '../../shared/operation/options';
import { changedRecord } from '../../shared/input/records';
import { told } from '../../shared/input/parameters';
import { path } from '../../shared/transport/urls';
import { appointment } from './fields';

export const setStatus = defineOperation({
	value: 'setStatus',
	name: 'Set Status',
	action: 'Set appointment status',
	description: 'Note where a visit stands, such as confirmed, checked in or complete',
	properties: [appointmentLocator, appointment.status, optionsCollection(returnRecord)],
	execute: async ({ api, params }) => {
		const { appointmentId, options } = params;
		const record = { status: told(params.status, 'Status') };
		const target = path`/api/appointments/${appointmentId}`;
		await api.patch(target, record);
		return await changedRecord(api, target, { id: appointmentId, ...record }, options);
	},
});
