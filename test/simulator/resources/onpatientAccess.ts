import { type CollectionDefinition, type Row, text } from '../collection';
import { badRequest } from '../errors';
import type { JsonObject } from '../json';
import { shortList } from '../listAnswer';
import { requireRow } from '../resourceRoutes';
import type { Call, Resource, Route } from '../route';

const collection: CollectionDefinition = {
	name: 'onpatient_access',
	timestamps: true,
	indexes: { patient: (invite) => text(invite, 'patient') },
};

const show = ({ id, email, status, created_at, updated_at }: Row): JsonObject => ({
	id,
	email,
	status,
	created_at,
	updated_at,
});

function invitesOf(call: Call): Row[] {
	const patient = requireRow(call.practice.store.patients, call.params.id);
	return call.practice.store.collection(collection.name).find('patient', String(patient.id));
}

/** The patient's invitations. The OpenAPI gives their type as Patient, which cannot be meant. */
function list(call: Call) {
	return shortList(invitesOf(call).map(show), call.practice.store.doubts);
}

/** @throws {ApiError} 400 if the patient has no email address to send it to */
function invite(call: Call) {
	const { store } = call.practice;
	const patient = requireRow(store.patients, call.params.id);
	const email = text(patient, 'email');
	if (email === '') {
		throw badRequest({ email: ['The patient has no email address.'] });
	}
	const fields = { patient: patient.id, email, status: 'sent' };
	return { status: 201, json: show(store.collection(collection.name).insert(fields)) };
}

function revoke(call: Call) {
	const invites = call.practice.store.collection(collection.name);
	invitesOf(call).forEach(({ id }) => invites.remove(id));
	return { status: 204 };
}

const route = { path: '/api/patients/:id/onpatient_access', scope: 'patients' };
const permission = 'manage-patients';

const routes: Route[] = [
	{ ...route, permission, method: 'GET', handle: list },
	{ ...route, permission, method: 'POST', handle: invite },
	{ ...route, permission, method: 'DELETE', handle: revoke },
];

/** Access to onpatient, the portal for patients. */
export const onpatientAccess: Resource = { collections: [collection], routes };
