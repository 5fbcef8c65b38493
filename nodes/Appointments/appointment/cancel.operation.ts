import { appointmentLocator } from '../../shared/locators/appointment';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection, returnRecord } from '../../shared/operation/options';
import { changeRecord } from '../../shared/input/records';
import { path } from '../../shared/transport/urls';

/** The API's own name of the status. */
const CANCELLED = { status: 'Cancelled' };

export const cancel = defineOperation({
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel appointment',
	description: 'Set the status to Cancelled. The appointment stays on record.',
	properties: [appointmentLocator, optionsCollection(returnRecord)],
	execute: async ({ api, params }) => {
		const { appointmentId: id, options } = params;
		const target = path`/api/appointments/${id}`;
		return await changeRecord(api, { target, id, changes: CANCELLED }, options);
	},
});
