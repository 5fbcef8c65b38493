import { type FieldSet, readOnly } from '../fields';
import { idEquals } from '../filters';
import { collectionRoutes } from '../resourceRoutes';
import type { Resource, Route } from '../route';
import { seedUsers } from '../seeding/staff';

const fields: FieldSet = {
	id: readOnly(),
	username: readOnly(),
	doctor: readOnly(),
	is_doctor: readOnly(),
	is_staff: readOnly(),
	practice_group: readOnly(),
	permissions: readOnly(),
};

/** The token's own user: a redirect to the user's object [doc]. */
const current: Route = {
	method: 'GET',
	path: '/api/users/current',
	handle: ({ origin, token }) => ({
		status: 302,
		headers: { location: `${origin}/api/users/${token.userId}` },
	}),
};

/** Any token may read users: the OpenAPI names no scope. */
export const users: Resource = {
	collections: [
		{
			name: 'users',
			indexes: {
				username: ({ username }) =>
					typeof username === 'string' ? username.toLowerCase() : undefined,
			},
		},
	],
	seed: seedUsers,
	routes: [
		current,
		...collectionRoutes({
			path: '/api/users',
			collection: 'users',
			operations: ['list', 'get'],
			fields,
			filters: { doctor: idEquals('doctor') },
		}),
	],
};
