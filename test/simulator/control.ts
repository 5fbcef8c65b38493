import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { connect } from './connect';
import { recordRoutes } from './controlRecords';
import { webhookRoutes } from './controlWebhooks';
import { parseDoubts } from './doubts';
import type { Practice } from './practice';
import type { Fault } from './types';

const effectSchema = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('status'),
		status: z.number().int(),
		body: z.unknown(),
		headers: z.record(z.string()).optional(),
	}),
	z.object({ kind: z.literal('delay'), ms: z.number() }),
	z.object({ kind: z.literal('cut'), after: z.enum(['request', 'headers', 'body']) }),
	z.object({ kind: z.literal('silence'), after: z.enum(['request', 'headers', 'body']) }),
	z.object({ kind: z.literal('html') }),
	z.object({ kind: z.literal('stale') }),
	z.object({ kind: z.literal('next'), url: z.string() }),
	z.object({
		kind: z.literal('redirect'),
		location: z.string(),
		status: z.number().int().optional(),
	}),
]);

const faultSchema: z.ZodType<Fault> = z.object({
	match: z.object({ method: z.string().optional(), path: z.string().optional() }).optional(),
	times: z.number().int().optional(),
	skip: z.number().int().optional(),
	effect: effectSchema,
});

const clockSchema = z.object({ advance: z.number() });

const iframeSchema = z.object({ url: z.string().url().or(z.literal('')) });

const connectSchema = z
	.object({
		scopes: z.array(z.string()).optional(),
		user: z.string().optional(),
		expiresIn: z.number().optional(),
	})
	.nullish();

/** The simulator's own switches over HTTP, for tests in another process: neither throttled nor logged. */
export function controlRoutes(practice: Practice) {
	const { log, faults, clock, tokens, application, store } = practice;
	return async (scope: FastifyInstance): Promise<void> => {
		scope.setErrorHandler((error, _request, reply) => {
			if (!(error instanceof z.ZodError)) return reply.code(500).send(error);
			return reply.code(400).send({ detail: error.issues });
		});
		scope.get('/_control/log', async () => log.entries);
		scope.delete('/_control/log', async (_request, reply) => {
			log.clear();
			return await reply.code(204).send();
		});
		scope.post('/_control/faults', async (request, reply) => {
			faults.inject(faultSchema.parse(request.body));
			return await reply.code(204).send();
		});
		scope.delete('/_control/faults', async (_request, reply) => {
			faults.clear();
			return await reply.code(204).send();
		});
		scope.get('/_control/clock', async () => ({ now: clock.now() }));
		scope.post('/_control/clock', async (request) => {
			clock.advance(clockSchema.parse(request.body).advance);
			return { now: clock.now() };
		});
		scope.post('/_control/connect', async (request) =>
			connect(practice, connectSchema.parse(request.body) ?? {}),
		);
		scope.post('/_control/expire-tokens', async (_request, reply) => {
			tokens.expireAll();
			return await reply.code(204).send();
		});
		scope.get('/_control/application', async () => application);
		scope.put('/_control/iframe', async (request) =>
			Object.assign(practice.iframe, iframeSchema.parse(request.body)),
		);
		scope.put('/_control/doubts', async (request) =>
			Object.assign(store.doubts, parseDoubts(z.record(z.string()).parse(request.body))),
		);
		recordRoutes(scope, practice);
		webhookRoutes(scope, practice);
	};
}
