import { patientAppointments } from '../shared/locators/lookups';
import { recordLocator } from '../shared/locators/record';

/** The appointment that a record belongs to; said how. */
export const appointment = (about: string) =>
	recordLocator(patientAppointments, 'Appointment', { about });
