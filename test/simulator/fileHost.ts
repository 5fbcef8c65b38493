import fastify, { type FastifyInstance } from 'fastify';

import { recordRequests } from './observe';
import type { Practice } from './practice';

/** The host that documents are downloaded from, another origin than the API's. */
export function createFileHost(practice: Practice): FastifyInstance {
	const server = fastify({ forceCloseConnections: true, exposeHeadRoutes: false });
	recordRequests(server, practice, 'file');
	server.get(
		'/*',
		async (_request, reply) => await reply.code(404).type('text/plain').send('Not found'),
	);
	return server;
}
