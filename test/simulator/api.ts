import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { mediaType } from './body';
import { ApiError, forbidden, methodNotAllowed, throttled, unauthorized } from './errors';
import { type JsonObject, isJsonObject } from './json';
import { scopeAllows } from './oauth/scopes';
import type { Grant } from './oauth/tokens';
import { actOutFault, breakOff, isBroken, type Broken, recordRequests } from './observe';
import type { Practice } from './practice';
import { acceptForms } from './multipart';
import { bytesOf, headersOf, pathOf, queryOf } from './request';
import { resources } from './resources';
import { queryAsRead } from './queryTimes';
import { createRouter, type Match } from './router';
import { refusalAsWritten, withNaN } from './written';
import type { Answer, Call, Method, Route } from './route';
import type { FaultEffect } from './types';

/** Bodies are read whole before anything is decided, as by a proxy in front of the server. */
const BODY_LIMIT = 512 * 1024 * 1024;

/** Django's own page, not the API's JSON: the path names no resource at all. */
const NO_SUCH_PAGE = '<!doctype html><h1>Not Found</h1>';

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
function authorize(route: Route, grant: Grant, { store }: Practice): void {
	const { scope = [], permission = [], reads, method } = route;
	const permissions = store.users.get(grant.userId)?.permissions;
	const held = isJsonObject(permissions) ? permissions : {};
	const access = reads ? 'GET' : method;
	const granted = [scope].flat().map((area) => scopeAllows(grant.scopes, area, access));
	const permitted = [permission].flat().map((name) => held[name] === true);
	const enough = (answers: readonly boolean[]) =>
		store.doubts.severalScopes === 'all'
			? answers.every(Boolean)
			: answers.length === 0 || answers.some(Boolean);
	if (!enough(granted) || !enough(permitted)) throw forbidden();
}

function callOf(
	route: Route,
	request: FastifyRequest,
	context: Pick<Call, 'token' | 'view' | 'practice' | 'params'>,
): Call {
	return {
		...context,
		method: route.method,
		path: pathOf(request),
		query: queryAsRead(queryOf(request), context.practice.store),
		sent: queryOf(request),
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
		const { status, headers } = error;
		return { status, json: refusalAsWritten(error.body, call.practice.store.doubts), headers };
	}
}

function withNext(answer: Answer, effect: FaultEffect | undefined): Answer {
	if (effect?.kind !== 'next' || !isJsonObject(answer.json)) return answer;
	const page: JsonObject = { ...answer.json, next: effect.url };
	return { ...answer, json: page };
}

const bodyOf = ({ json, text }: Answer) =>
	text ?? (json === undefined ? '' : withNaN(JSON.stringify(json)));

const headOf = (answer: Answer) => ({
	...(answer.json === undefined ? {} : { 'content-type': 'application/json' }),
	...answer.headers,
});

async function send(reply: FastifyReply, answer: Answer): Promise<void> {
	await reply.code(answer.status).headers(headOf(answer)).send(bodyOf(answer));
}

/** The server has acted, but the client does not get the (whole) answer. */
function breakAnswer(reply: FastifyReply, answer: Answer, effect: Broken): void {
	const body = bodyOf(answer);
	if (effect.after === 'headers' || body === '') {
		breakOff(reply, effect);
		return;
	}
	const head = { ...headOf(answer), 'content-length': Buffer.byteLength(body) };
	const part = body.slice(0, Math.ceil(body.length / 2));
	breakOff(reply, effect, { status: answer.status, head, part });
}

/** One request, in the server's order: token, throttle, fault, scope and permission, action. */
async function handle(
	route: Route,
	params: Call['params'],
	request: FastifyRequest,
	reply: FastifyReply,
	practice: Practice,
): Promise<void> {
	const token = admit(request, practice);
	const target = {
		method: request.method,
		path: pathOf(request),
		host: 'api' as const,
		list: route.list ?? false,
	};
	const effect = practice.faults.take(target) ?? practice.firstTimes.effect(target, request.url);
	if (effect && (await actOutFault(effect, reply, practice.closing))) return;
	authorize(route, token, practice);
	const view = effect?.kind === 'stale' ? 'stale' : 'fresh';
	const answer = await answerOf(route, callOf(route, request, { token, view, practice, params }));
	if (isBroken(effect)) {
		practice.log.complete(request.logId, answer.status);
		breakAnswer(reply, answer, effect);
		return;
	}
	await send(reply, withNext(answer, effect));
}

const match = createRouter(resources.flatMap(({ routes }) => routes));

/** What a request asks for; of a GET the path may end in a slash. */
function matchOf(request: FastifyRequest): Match | undefined {
	const path = pathOf(request);
	return path.endsWith('/') && request.method !== 'GET' ? undefined : match(request.method, path);
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
		const handler = async (request: FastifyRequest, reply: FastifyReply) => {
			const found = matchOf(request);
			if (!found) return await reply.code(404).type('text/html').send(NO_SUCH_PAGE);
			if (!found.route) throw methodNotAllowed(request.method);
			await handle(found.route, found.params, request, reply, practice);
			return await reply;
		};
		scope.route({ method: [...METHODS], url: '/api/*', handler });
	};
}
