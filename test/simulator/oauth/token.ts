import OAuth2Server from '@node-oauth/oauth2-server';
import type { FastifyInstance, FastifyReply } from 'fastify';

import { mediaType } from '../body';
import { formOf } from '../request';
import type { Store } from '../store';
import { ACCESS_TOKEN_LIFETIME } from './tokens';

const FORM = 'application/x-www-form-urlencoded';

/** What is answered with 401; the rest is with 400. */
const REFUSALS = {
	unauthorized: ['invalid_client', 'invalid_grant'],
	bad: ['invalid_client'],
};

const failure = (reply: FastifyReply, status: number, error: string) =>
	reply.code(status).header('cache-control', 'no-store').send({ error });

/** The token endpoint: form-encoded only, the application's credentials in the body only [doc]. */
export function tokenRoutes(scope: FastifyInstance, server: OAuth2Server, { doubts }: Store): void {
	scope.post('/o/token/', async (request, reply) => {
		if (mediaType(request.headers['content-type']) !== FORM) {
			return await failure(reply, 400, 'invalid_request');
		}
		const form = formOf(request);
		if (request.headers.authorization !== undefined) {
			return await failure(reply, 401, 'invalid_client');
		}
		const response = new OAuth2Server.Response();
		const headers = {
			'content-type': FORM,
			'content-length': request.headers['content-length'] ?? '0',
		};
		try {
			await server.token(
				new OAuth2Server.Request({ headers, method: 'POST', query: {}, body: form }),
				response,
			);
		} catch (error) {
			if (!(error instanceof OAuth2Server.OAuthError)) throw error;
			const isRefused = REFUSALS[doubts.refusedToken].includes(error.name);
			return await failure(reply, isRefused ? 401 : error.code, error.name);
		}
		// The library counts down on a clock of its own and may be a second short.
		const body: unknown = { ...response.body, expires_in: ACCESS_TOKEN_LIFETIME };
		return await reply
			.code(200)
			.headers(response.headers ?? {})
			.send(body);
	});
}
