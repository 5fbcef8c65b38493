import { described } from '../fields/kinds';
import type { Declaration } from '../operation/crud';
import { appointmentName, searchAppointments } from './appointment';
import { ofChosen } from './chosen';
import { optionalOfficeLocator } from './office';
import { recordLocator, type RecordList } from './record';

/** Appointments where DrChrono wants whole numbers for their IDs: single ones, and none of a series. */
const appointments: RecordList = {
	target: '/api/appointments',
	one: 'an appointment',
	method: 'searchAppointments',
	title: appointmentName,
	eg: '150001',
	hint: 'From List shows the next 14 days',
	search: searchAppointments,
};

/** An appointment, picked by its time; said what for. */
export const appointment = (about: string) => recordLocator(appointments, 'Appointment', { about });

/** An office, picked by name; said what for. */
export const office = (about: string) => described(optionalOfficeLocator, { about });

/**
 * For records that exist for an appointment only: the list shows those of the one chosen first, and none
 * ever moves to another appointment.
 */
export const inAppointment = {
	within: {
		fields: {
			appointment: appointment('Whose records the list below shows. With By ID none is needed.'),
		},
		query: ofChosen('appointment'),
	},
	fixed: ['appointment'],
} as const satisfies Partial<Declaration>;
