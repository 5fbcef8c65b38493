import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import type { StoredFile } from './fileShelf';
import { breakOff, isBroken, recordRequests, type Broken } from './observe';
import type { Practice } from './practice';
import { queryOf } from './request';

const refuse = (reply: FastifyReply, status: number, code: string) =>
	reply.code(status).type('application/xml').send(`<Error><Code>${code}</Code></Error>`);

/** Half of the file, then the end of the connection, or silence. */
function breakFile(reply: FastifyReply, file: StoredFile, { kind }: Broken): void {
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes });
	file
		.open(Math.floor(file.bytes / 2))
		.on('end', () => kind === 'cut' && raw.destroy())
		.pipe(raw, { end: false });
}

/** An object store: it knows signed addresses, and refuses those who show another key as well. */
async function giveFile(
	request: FastifyRequest<{ Params: { id: string } }>,
	reply: FastifyReply,
	{ files }: Practice,
): Promise<unknown> {
	if (request.headers.authorization !== undefined) {
		return await refuse(reply, 400, 'InvalidArgument');
	}
	const { id } = request.params;
	const file = files.get(id);
	if (!file || !files.admits(id, queryOf(request))) {
		return await refuse(reply, 403, 'AccessDenied');
	}
	const { effect } = request;
	if (isBroken(effect)) {
		if (effect.after === 'body') breakFile(reply, file, effect);
		else breakOff(reply, effect);
		return await reply;
	}
	return await reply
		.header('content-type', file.type)
		.header('content-length', file.bytes)
		.send(file.open());
}

/** The host that documents are downloaded from, another origin than the API's. */
export function createFileHost(practice: Practice): FastifyInstance {
	const server = fastify({
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		routerOptions: { maxParamLength: 1_000 },
	});
	recordRequests(server, practice, 'file');
	server.get<{ Params: { id: string } }>(
		'/documents/:id/:name',
		async (request, reply) => await giveFile(request, reply, practice),
	);
	server.get(
		'/*',
		async (_request, reply) => await reply.code(404).type('text/plain').send('Not found'),
	);
	return server;
}
