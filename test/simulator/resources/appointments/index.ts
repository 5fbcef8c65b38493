import { type CollectionDefinition, type Row, text } from '../../collection';
import { initialValues } from '../../fields';
import { type JsonObject, isJsonObject } from '../../json';
import { type CollectionResource, collectionRoutes, present } from '../../resourceRoutes';
import type { Answer, Call, Resource, Route } from '../../route';
import { seedAppointments } from '../../seeding/appointments';
import { noteOfAppointment } from '../specials/notes';
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

/** A break has no room of the office, if nobody has to name one [obs]. */
const roomShown = (row: Row, { practice }: Call): JsonObject =>
	row.patient === null && practice.store.doubts.breakRoom === 'zero' ? { exam_room: 0 } : {};

/** The note of a visit, for who asks with verbose. */
function noteShown(row: Row, call: Call): JsonObject {
	const note = call.query.verbose ? noteOfAppointment(String(row.id), call) : undefined;
	const own = isJsonObject(row.clinical_note) ? row.clinical_note : {};
	return note ? { clinical_note: { ...note, locked: own.locked === true || note.locked } } : {};
}

/** What appointments of today have and the contract lacks [obs]. */
function fieldsBeyond(row: Row, { practice }: Call): JsonObject {
	if (practice.store.doubts.moreFields === 'no') return {};
	return { is_telehealth: false, telehealth_url: null, archived: row.deleted_flag === true };
}

const resource: CollectionResource = {
	path: '/api/appointments',
	collection: collection.name,
	computed: (row, call) => ({ ...noteShown(row, call), ...roomShown(row, call) }),
	beyond: fieldsBeyond,
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
		if (!route.path.endsWith('/:id')) return route.handle(call);
		const id = materialize(call.practice.store, call.params.id);
		return route.handle({ ...call, params: { ...call.params, id } });
	},
});

/** The contract has appointments at two paths, which differ in nothing that is known. */
function routesAt(path: string): Route[] {
	return [
		{ method: 'GET', path, list: true, handle: (call) => listAppointments(resource, call) },
		...collectionRoutes({ ...resource, path }).map(ofOneDay),
		{ ...access, method: 'GET', path: `${path}/:id`, handle: get },
		{ ...access, method: 'DELETE', path: `${path}/:id`, handle: remove },
	];
}

export const appointments: Resource = {
	collections: [collection, materialized],
	seed: seedAppointments,
	routes: [...routesAt(resource.path), ...routesAt('/api/appointments_list')],
};
