import { type CollectionDefinition, text } from '../../collection';
import { initialValues } from '../../fields';
import { type CollectionResource, collectionRoutes, present } from '../../resourceRoutes';
import type { Answer, Call, Resource, Route } from '../../route';
import { seedAppointments } from '../../seeding/appointments';
import {
	appointmentFields,
	verboseOnlyAppointmentFields,
	writeOnlyAppointmentFields,
} from './fields';
import { listAppointments } from './list';
import { isSeries } from './recurrence';
import { checkAppointment, completeAppointment } from './rules';
import { materialize, materialized, requireAppointment } from './virtual';

const collection: CollectionDefinition = {
	name: 'appointments',
	timestamps: true,
	defaults: initialValues(appointmentFields),
	indexes: {
		day: (row) => text(row, 'scheduled_time').slice(0, 10) || undefined,
		series: (row) => (isSeries({ id: '', ...row }) ? 'yes' : undefined),
	},
	// IDs are texts. Nothing is ever taken out, so the next number is free.
	prepare: (fields, { size }) => ({ ...fields, id: String(size + 1) }),
};

const resource: CollectionResource = {
	path: '/api/appointments',
	collection: collection.name,
	scope: 'calendar',
	permission: 'scheduling',
	operations: ['create', 'replace', 'update'],
	fields: appointmentFields,
	verboseOnly: verboseOnlyAppointmentFields,
	writeOnly: writeOnlyAppointmentFields,
	filters: {},
	complete: completeAppointment,
	check: checkAppointment,
};

const access = { scope: resource.scope, permission: resource.permission };
const one = `${resource.path}/:id`;

function get(call: Call): Answer {
	const row = requireAppointment(call.practice.store, call.params.id);
	return { status: 200, json: present(resource, row, call) };
}

/** A deleted appointment is kept, and shown to who asks for it. */
function remove({ practice: { store }, params }: Call): Answer {
	store.collection(collection.name).update(materialize(store, params.id), { deleted_flag: true });
	return { status: 204 };
}

/** A change of one day of a series is a change of that day's own record. */
const ofOneDay = (route: Route): Route => ({
	...route,
	handle: (call) => {
		if (route.path !== one) return route.handle(call);
		const id = materialize(call.practice.store, call.params.id);
		return route.handle({ ...call, params: { ...call.params, id } });
	},
});

export const appointments: Resource = {
	collections: [collection, materialized],
	seed: seedAppointments,
	routes: [
		{
			method: 'GET',
			path: resource.path,
			list: true,
			handle: (call) => listAppointments(resource, call),
		},
		...collectionRoutes(resource).map(ofOneDay),
		{ ...access, method: 'GET', path: one, handle: get },
		{ ...access, method: 'DELETE', path: one, handle: remove },
	],
};
