import { appointmentLocator } from '../../shared/locators/appointment';
import { property } from '../../shared/operation/operation';

/** A note has no ID of its own: DrChrono has one note per appointment, under the appointment's ID. */
export const noteLocator = property({
	...appointmentLocator,
	displayName: 'Appointment of the Note',
	name: 'clinicalNoteId',
	description:
		'A note goes by its appointment. The list finds what you type in the date and time, the patient’s ID or the reason.',
});
