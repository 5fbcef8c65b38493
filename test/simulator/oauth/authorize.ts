import OAuth2Server from '@node-oauth/oauth2-server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { text } from '../collection';
import type { Texts } from '../json';
import type { Practice } from '../practice';
import { formOf, queryOf } from '../request';
import { PASSWORD } from '../seeding/staff';
import { isRegisteredRedirect } from './model';
import { pages } from './pages';
import { describeScope, requestedScopes } from './scopes';
import { type Session, Sessions, sessionCookie } from './sessions';

const AUTHORIZE = '/o/authorize/';
const LOGIN = '/accounts/login/';

/** The parameters of an authorization request that the consent form carries on. */
const CARRIED = ['client_id', 'redirect_uri', 'response_type', 'state'];
const PKCE = ['code_challenge', 'code_challenge_method'];

const nextOf = ({ next = '' }: Texts) => next;

function errorRedirect(parameters: Texts, error: string): string {
	const uri = new URL(parameters.redirect_uri ?? '');
	uri.searchParams.set('error', error);
	if (parameters.state) uri.searchParams.set('state', parameters.state);
	return uri.toString();
}

/** What is wrong with an authorization request: a page for the user, or an error for the client. */
function refusal(
	parameters: Texts,
	{ application: { clientId }, store }: Practice,
): { page?: string; redirect?: string } {
	if (parameters.client_id !== clientId) return { page: 'The client ID is not known.' };
	if (!isRegisteredRedirect(parameters.redirect_uri ?? '')) {
		return { page: 'The redirect URI is not one of the application.' };
	}
	if (parameters.response_type !== 'code') {
		return { redirect: errorRedirect(parameters, 'unsupported_response_type') };
	}
	const scopes = requestedScopes(parameters.scope, store.doubts);
	return scopes ? {} : { redirect: errorRedirect(parameters, 'invalid_scope') };
}

const html = (reply: FastifyReply, page: string, status = 200) =>
	reply.code(status).type('text/html; charset=utf-8').send(page);

/** Log-in and consent: what a user sees between "Connect my account" and the way back. */
export function authorizeRoutes(
	scope: FastifyInstance,
	practice: Practice,
	server: OAuth2Server,
): void {
	const sessions = new Sessions();
	const { store } = practice;

	const forged = (reply: FastifyReply) =>
		html(reply, pages.refused('The form does not belong to this session.'), 403);

	const sessionOf = (request: FastifyRequest) => sessions.find(request.headers.cookie);

	const showLogin = (reply: FastifyReply, next: string, failed: boolean) => {
		const session = sessions.open();
		reply.header('set-cookie', sessionCookie(session));
		return html(reply, pages.login({ csrf: session.csrf, next, failed }));
	};

	const showConsent = (reply: FastifyReply, session: Session, parameters: Texts) => {
		const scopes = requestedScopes(parameters.scope, store.doubts) ?? [];
		const fields = [...CARRIED, ...PKCE].flatMap((name) => {
			const value = parameters[name];
			return value === undefined ? [] : [[name, value]];
		});
		const user = store.users.get(session.userId ?? '');
		const page = pages.consent({
			application: 'n8n',
			username: user ? text(user, 'username') : '',
			csrf: session.csrf,
			scopes: scopes.map(describeScope),
			parameters: [...fields, ['scope', scopes.join(' ')]],
		});
		return html(reply, page);
	};

	scope.get(AUTHORIZE, (request, reply) => {
		const parameters: Texts = queryOf(request);
		const { page, redirect } = refusal(parameters, practice);
		if (page !== undefined) return html(reply, pages.refused(page), 400);
		if (redirect !== undefined) return reply.redirect(redirect);
		const session = sessionOf(request);
		if (session?.userId === undefined) {
			return reply.redirect(`${LOGIN}?next=${encodeURIComponent(request.url)}`);
		}
		return showConsent(reply, session, parameters);
	});

	scope.post(AUTHORIZE, async (request, reply) => {
		const session = sessionOf(request);
		const form: Texts = formOf(request);
		if (session?.userId === undefined || form.csrfmiddlewaretoken !== session.csrf) {
			return await forged(reply);
		}
		const { page, redirect } = refusal(form, practice);
		if (page !== undefined) return await html(reply, pages.refused(page), 400);
		if (redirect !== undefined) return await reply.redirect(redirect);
		if (form.allowed !== 'true') {
			return await reply.redirect(errorRedirect(form, 'access_denied'));
		}
		const response = new OAuth2Server.Response();
		const user = { id: session.userId };
		await server.authorize(
			new OAuth2Server.Request({ headers: {}, method: 'POST', query: {}, body: form }),
			response,
			{ authenticateHandler: { handle: () => user }, allowEmptyState: true },
		);
		return await reply.redirect(response.headers?.location ?? '/');
	});

	scope.get(LOGIN, (request, reply) => showLogin(reply, nextOf(queryOf(request)), false));

	scope.post(LOGIN, (request, reply) => {
		const session = sessionOf(request);
		const form: Texts = formOf(request);
		if (!session || form.csrfmiddlewaretoken !== session.csrf) return forged(reply);
		sessions.close(session);
		const next = nextOf(form);
		const user = store.users.find('username', (form.username ?? '').toLowerCase()).at(0);
		if (!user || form.password !== PASSWORD) return showLogin(reply, next, true);
		reply.header('set-cookie', sessionCookie(sessions.open(String(user.id))));
		return reply.redirect(next.startsWith(`${AUTHORIZE}?`) ? next : LOGIN);
	});

	// Django adds the slash for a GET and knows no other address for a POST.
	scope.get('/o/authorize', (request, reply) =>
		reply.redirect(request.url.replace('/o/authorize', AUTHORIZE), 301),
	);
}
