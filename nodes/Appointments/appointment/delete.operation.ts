import { appointmentLocator } from '../../shared/locators/appointment';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';

export const deleteAppointment = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete appointment',
	description: 'Take an appointment off the calendar, as if booked by mistake',
	properties: [
		property({
			displayName:
				'Deleting takes the appointment off the calendar, as if it had been booked by mistake. It cannot be undone here. If a patient does not come, use Cancel, which keeps it on record.',
			name: 'deleteNotice',
			type: 'notice',
			default: '',
		}),
		appointmentLocator,
		optionsCollection(),
	],
	execute: async ({ api, params }) => {
		await api.delete(path`/api/appointments/${params.appointmentId}`);
		return { id: params.appointmentId, deleted: true };
	},
});
