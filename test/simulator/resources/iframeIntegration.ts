import { type CollectionDefinition, type Row, text } from '../collection';
import { badRequest, forbidden } from '../errors';
import type { Answer, Call, Resource, Route } from '../route';

/** The doctors in whose pages the application is shown; the id is the doctor's. */
const collection: CollectionDefinition = { name: 'iframe_doctors' };

/** The doctor of the token. @throws {ApiError} 400 with a body [doc: there is none], 403 for others */
function doctorOf({ bytes, token, practice }: Call): string {
	if (bytes.length > 0) throw badRequest({ detail: 'No body is expected.' });
	const user: Row | undefined = practice.store.users.get(token.userId);
	if (user?.is_doctor !== true) throw forbidden();
	return text(user, 'doctor');
}

function register(call: Call): Answer {
	const id = doctorOf(call);
	const doctors = call.practice.store.collection(collection.name);
	if (!doctors.get(id)) doctors.insert({ id });
	return { status: 204 };
}

function unregister(call: Call): Answer {
	const id = doctorOf(call);
	const doctors = call.practice.store.collection(collection.name);
	if (doctors.get(id)) doctors.remove(id);
	return { status: 204 };
}

const route = { path: '/api/iframe_integration', scope: 'user' };

const routes: Route[] = [
	{ ...route, method: 'POST', handle: register },
	{ ...route, method: 'DELETE', handle: unregister },
];

/** Not in the OpenAPI; the documentation names path, methods and that there is no body [doc]. */
export const iframeIntegration: Resource = { collections: [collection], routes };
