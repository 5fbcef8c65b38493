import {
	type FieldSet,
	boolean,
	initialValues,
	integer,
	readOnly,
	required,
	text,
} from '../fields';
import { idEquals } from '../filters';
import { collectionRoutes } from '../resourceRoutes';
import type { Resource } from '../route';
import { seedAppointmentProfiles } from '../seeding/appointments';

const fields: FieldSet = {
	id: readOnly(),
	name: required(text()),
	color: required(text()),
	online_scheduling: required(boolean()),
	doctor: integer(),
	reason: text(),
	duration: integer(30),
	sort_order: integer(0),
	archived: readOnly(false),
};

/** Kinds of appointments, with the duration, the color and the reason that they start with. */
export const appointmentProfiles: Resource = {
	collections: [{ name: 'appointment_profiles', defaults: initialValues(fields) }],
	seed: seedAppointmentProfiles,
	routes: collectionRoutes({
		path: '/api/appointment_profiles',
		collection: 'appointment_profiles',
		scope: 'calendar',
		permission: 'scheduling',
		operations: ['list', 'get'],
		fields,
		filters: { doctor: idEquals('doctor') },
	}),
};
