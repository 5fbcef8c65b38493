import { shortList } from '../listAnswer';
import type { Resource, Route } from '../route';

/** A list of which only the path is known: it is empty. */
const emptyList = (path: string, scope: string): Route => ({
	method: 'GET',
	path,
	scope,
	list: true,
	handle: ({ practice }) => shortList([], practice.store.doubts),
});

/** Paths of the newest contract, and a record of what the contract has no list of. */
export const newest: Resource = {
	collections: [{ name: 'applied_forms' }],
	routes: [
		emptyList('/api/message_threads', 'messages'),
		emptyList('/api/recurring_appointment_instances', 'calendar'),
	],
};
