import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { mediaType } from './body';
import { ApiError, forbidden, methodNotAllowed, throttled, unauthorized } from './errors';
import { type JsonObject, isJsonObject } from './json';
import { scopeAllows } from './oauth/scopes';
import type { Grant } from './oauth/tokens';
import { actOutFault, cut, recordRequests } from './observe';
import type { Practice } from './practice';
import { acceptForms } from './multipart';
import { bytesOf, headersOf, pathOf, queryOf } from './request';
import { resources } from './resources';
import type { Answer, Call, Method, Route } from './route';
import type { FaultEffect } from './types';

/** Bodies are read whole before anything is decided, as by a proxy in front of the server. */
const BODY_LIMIT = 512 * 1024 * 1024;

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** @throws {ApiError} 401, 429 */
function admit(request: FastifyRequest, practice: Practice): Grant {
	const { state, grant } = practice.tokens.inspect(request.headers.authorization);
	if (state !== 'valid' || !grant) throw unauthorized();
	const wait = practice.throttle.wait(practice.clock.now());
	if (wait > 0) throw throttled(wait);
	practice.throttle.accept(practice.clock.now());
	return grant;
}

/** A scope alone is not enough: the user needs the in-app permission too [spec]. @throws {ApiError} 403 */
function authorize({ scope, permission, method }: Route, grant: Grant, practice: Practice): void {
	if (scope !== undefined && !scopeAllows(grant.scopes, scope, method)) throw forbidden();
	const permissions = practice.store.users.get(grant.userId)?.permissions;
	const held = isJsonObject(permissions) ? permissions : {};
	if (permission !== undefined && held[permission] !== true) throw forbidden();
}

function callOf(
	route: Route,
	request: FastifyRequest,
	context: Pick<Call, 'token' | 'view' | 'practice'>,
): Call {
	const params: unknown = request.params;
	const pairs = typeof params === 'object' && params !== null ? Object.entries(params) : [];
	return {
		...context,
		method: route.method,
		path: pathOf(request),
		params: Object.fromEntries(pairs.map(([name, value]) => [name, String(value)])),
		query: queryOf(request),
		contentType: mediaType(request.headers['content-type']),
		headers: headersOf(request),
		bytes: bytesOf(request),
		form: request.form,
		origin: `${request.protocol}://${request.host}`,
	};
}

/** The answer that an error is, for a route to have one way out. */
async function answerOf(route: Route, call: Call): Promise<Answer> {
	try {
		return await route.handle(call);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		return { status: error.status, json: error.body, headers: error.headers };
	}
}

function withNext(answer: Answer, effect: FaultEffect | undefined): Answer {
	if (effect?.kind !== 'next' || !isJsonObject(answer.json)) return answer;
	const page: JsonObject = { ...answer.json, next: effect.url };
	return { ...answer, json: page };
}

const bodyOf = ({ json, text }: Answer) => text ?? (json === undefined ? '' : JSON.stringify(json));

const headOf = (answer: Answer) => ({
	...(answer.json === undefined ? {} : { 'content-type': 'application/json' }),
	...answer.headers,
});

async function send(reply: FastifyReply, answer: Answer): Promise<void> {
	await reply.code(answer.status).headers(headOf(answer)).send(bodyOf(answer));
}

/** The server has acted, but the client does not get the (whole) answer. */
function cutAnswer(reply: FastifyReply, answer: Answer, after: 'headers' | 'body'): void {
	const body = bodyOf(answer);
	if (after === 'headers' || body === '') {
		cut(reply);
		return;
	}
	const head = { ...headOf(answer), 'content-length': Buffer.byteLength(body) };
	const part = body.slice(0, Math.ceil(body.length / 2));
	cut(reply, { status: answer.status, head, part });
}

/** One request, in the server's order: token, throttle, fault, scope and permission, action. */
async function handle(
	route: Route,
	request: FastifyRequest,
	reply: FastifyReply,
	practice: Practice,
): Promise<void> {
	const token = admit(request, practice);
	const effect = practice.faults.take({
		method: request.method,
		path: pathOf(request),
		host: 'api',
		list: route.list ?? false,
	});
	if (effect && (await actOutFault(effect, reply, practice.closing))) return;
	authorize(route, token, practice);
	const view = effect?.kind === 'stale' ? 'stale' : 'fresh';
	const answer = await answerOf(route, callOf(route, request, { token, view, practice }));
	if (effect?.kind === 'cut' && effect.after !== 'request') {
		practice.log.complete(request.logId, answer.status);
		cutAnswer(reply, answer, effect.after);
		return;
	}
	await send(reply, withNext(answer, effect));
}

/** The API itself: `/api/...` */
export function apiRoutes(practice: Practice) {
	return async (scope: FastifyInstance): Promise<void> => {
		scope.removeAllContentTypeParsers();
		scope.addContentTypeParser(
			'*',
			{ parseAs: 'buffer', bodyLimit: BODY_LIMIT },
			async (_request: FastifyRequest, body: Buffer) => body,
		);
		await acceptForms(scope, practice.files, BODY_LIMIT);
		recordRequests(scope, practice, 'api');
		scope.setErrorHandler((error, _request, reply) => {
			if (!(error instanceof ApiError)) return reply.code(500).send(error);
			return send(reply, { status: error.status, json: error.body, headers: error.headers });
		});
		const routes = resources.flatMap((resource) => resource.routes);
		const paths = [...new Set(routes.map(({ path }) => path))];
		for (const path of paths) {
			for (const method of METHODS) {
				const route = routes.find((one) => one.path === path && one.method === method);
				const handler = async (request: FastifyRequest, reply: FastifyReply) => {
					if (!route) throw methodNotAllowed(method);
					await handle(route, request, reply, practice);
					return await reply;
				};
				scope.route({ method, url: path, handler });
				if (method === 'GET') scope.route({ method, url: `${path}/`, handler });
			}
		}
		// Django's own page, not the API's JSON: the path names no resource at all.
		scope.all(
			'/api/*',
			async (_request, reply) =>
				await reply.code(404).type('text/html').send('<!doctype html><h1>Not Found</h1>'),
		);
	};
}
