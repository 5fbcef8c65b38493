import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { jsonOrUndefined } from './body';
import { loggedForm } from './multipart';
import type { Practice } from './practice';
import { bytesOf, formOf, headersOf, pathOf, queryOf, redactForm } from './request';
import type { FaultEffect, RequestLogEntry } from './types';

declare module 'fastify' {
	interface FastifyRequest {
		/** Id of the request in the simulator's log, 0 before it is entered. */
		logId: number;
		/** A fault that the route itself acts out: an answer that is cut. */
		effect: FaultEffect | undefined;
	}
}

type Host = RequestLogEntry['host'];

/** Headers as the log keeps them: a token by its number, no cookies. */
function loggedHeaders(request: FastifyRequest, practice: Practice): Record<string, string> {
	const others = Object.entries(headersOf(request)).filter(
		([name]) => name !== 'authorization' && name !== 'cookie',
	);
	const { authorization, cookie } = request.headers;
	const { grant } = practice.tokens.inspect(authorization);
	const scheme = (authorization ?? '').split(' ')[0];
	return {
		...Object.fromEntries(others),
		...(authorization === undefined ? {} : { authorization: `${scheme} ${grant?.number ?? '?'}` }),
		...(cookie === undefined ? {} : { cookie: '[hidden]' }),
	};
}

function loggedBody(request: FastifyRequest, host: Host) {
	if (host === 'oauth') {
		const form = redactForm(formOf(request));
		const bytes = Number(request.headers['content-length'] ?? 0);
		return { body: request.method === 'POST' ? form : undefined, bodyBytes: bytes };
	}
	if (request.form) {
		const bodyBytes = Number(request.headers['content-length'] ?? 0);
		return { body: loggedForm(request.form), bodyBytes };
	}
	const bytes = bytesOf(request);
	return {
		body: bytes.length > 0 ? jsonOrUndefined(bytes) : undefined,
		bodyBytes: bytes.length,
	};
}

/** An answer that does not come whole. */
export type Broken = Extract<FaultEffect, { kind: 'cut' | 'silence' }>;

export const isBroken = (effect: FaultEffect | undefined): effect is Broken =>
	effect?.kind === 'cut' || effect?.kind === 'silence';

/** Destroys the connection, or says nothing more on it, after so much of the answer has been sent. */
export function breakOff(
	reply: FastifyReply,
	{ kind }: Broken,
	sent?: { head: object; status: number; part: string },
) {
	reply.hijack();
	const { raw } = reply;
	const end = () => (kind === 'cut' ? raw.destroy() : raw);
	if (!sent) {
		end();
		return;
	}
	raw.writeHead(sent.status, { ...sent.head });
	raw.write(sent.part, end);
}

/**
 * Carries out a fault that comes before the server does anything.
 * @returns whether that was the whole answer
 */
export async function actOutFault(
	effect: FaultEffect,
	reply: FastifyReply,
	closing: AbortSignal,
): Promise<boolean> {
	switch (effect.kind) {
		case 'delay':
			await wait(effect.ms, undefined, { signal: closing, ref: false });
			return false;
		case 'status':
			reply.code(effect.status).headers(effect.headers ?? {});
			await reply.send(effect.body);
			return true;
		case 'html':
			reply.code(200).type('text/html; charset=utf-8');
			await reply.send('<!doctype html><title>One moment</title><p>Checking your browser.</p>');
			return true;
		case 'redirect':
			await reply.redirect(effect.location, effect.status ?? 302);
			return true;
		case 'cut':
		case 'silence':
			if (effect.after === 'request') breakOff(reply, effect);
			return effect.after === 'request';
		default:
			return false;
	}
}

/**
 * Enters every request of these routes into the log, and its status just before it is answered.
 * Requests to the OAuth pages and to the file host meet their faults here; those to the API meet
 * theirs after the token and the throttle have been checked.
 */
export function recordRequests(scope: FastifyInstance, practice: Practice, host: Host): void {
	scope.decorateRequest('logId', 0);
	scope.decorateRequest('effect', undefined);
	scope.addHook('preHandler', async (request, reply) => {
		const { authorization } = request.headers;
		request.logId = practice.log.begin({
			at: practice.clock.now(),
			method: request.method,
			path: pathOf(request),
			query: queryOf(request),
			url: request.url,
			headers: loggedHeaders(request, practice),
			authorization: practice.tokens.inspect(authorization).state,
			...loggedBody(request, host),
			host,
		});
		if (host === 'api') return undefined;
		const { method } = request;
		const target = { method, path: pathOf(request), host, list: false };
		const effect = practice.faults.take(target) ?? practice.firstTimes.effect(target, request.url);
		request.effect = effect;
		const answered = effect && (await actOutFault(effect, reply, practice.closing));
		return answered ? await reply : undefined;
	});
	scope.addHook('onSend', async (request, reply) => {
		practice.log.complete(request.logId, reply.statusCode);
	});
}
