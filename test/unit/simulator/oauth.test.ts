import { type Json, type Simulator, startSimulator } from '../../simulator';
import { PASSWORD } from '../../simulator/seeding/staff';
import { object, scalar } from './support';

const REDIRECT = 'http://localhost:5678/rest/oauth2-credential/callback';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ patients: 3 });
});
afterEach(() => simulator.close());

const authorizeUrl = (extra: Record<string, string> = {}) => {
	const query = new URLSearchParams({
		client_id: simulator.application.clientId,
		redirect_uri: REDIRECT,
		response_type: 'code',
		state: 'opaque',
		...extra,
	});
	return `${simulator.url}/o/authorize/?${query.toString()}`;
};

/** What a browser does with one page: its cookie and the hidden fields of its form. */
function browser() {
	let cookie = '';
	const visit = async (url: string, form?: Record<string, string>) => {
		const response = await fetch(new URL(url, simulator.url), {
			method: form ? 'POST' : 'GET',
			redirect: 'manual',
			headers: cookie ? { cookie } : {},
			body: form && new URLSearchParams(form),
		});
		cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
		const html = await response.text();
		const hidden = [...html.matchAll(/type="hidden" name="(.*?)" value="(.*?)"/g)].map(
			([, name, value]) => [name, value.replaceAll('&amp;', '&')],
		);
		const location = response.headers.get('location') ?? '';
		return { status: response.status, html, location, form: Object.fromEntries(hidden) };
	};
	return { visit };
}

/** Logs in and answers the consent page. @returns where the browser is sent */
async function consent(allowed: 'true' | 'false', extra: Record<string, string> = {}) {
	const { visit } = browser();
	const toLogin = await visit(authorizeUrl(extra));
	const login = await visit(toLogin.location);
	const credentials = { username: 'doctor', password: PASSWORD };
	const loggedIn = await visit('/accounts/login/', { ...login.form, ...credentials });
	const page = await visit(loggedIn.location);
	const back = await visit('/o/authorize/', { ...page.form, allowed });
	return { page, back: new URL(back.location) };
}

async function token(form: Record<string, string>, headers: Record<string, string> = {}) {
	const { clientId, clientSecret } = simulator.application;
	const response = await fetch(`${simulator.url}/o/token/`, {
		method: 'POST',
		headers,
		body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form }),
	});
	const json: Json = JSON.parse(await response.text());
	return { status: response.status, json: object(json) };
}

const exchange = (code: string) =>
	token({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT });

const refresh = (refreshToken: string) =>
	token({ grant_type: 'refresh_token', refresh_token: refreshToken });

async function statusWith(accessToken: unknown): Promise<number> {
	const headers = { authorization: `Bearer ${String(accessToken)}` };
	return (await fetch(`${simulator.url}/api/doctors`, { headers })).status;
}

test('a user logs in, sees each scope in words, consents, and the code buys a token once', async () => {
	const { page, back } = await consent('true', { scope: 'patients:read calendar:write' });
	expect(page.html).toContain('View patients: demographics, contact details, insurance');
	expect(page.html).toContain('Create and change appointments');
	expect(page.html).not.toContain('billing');
	expect(`${back.origin}${back.pathname}`).toBe(REDIRECT);
	expect(back.searchParams.get('state')).toBe('opaque');
	const code = back.searchParams.get('code') ?? '';
	const first = await exchange(code);
	expect(first).toMatchObject({
		status: 200,
		json: { token_type: 'Bearer', expires_in: 172_800, scope: 'patients:read calendar:write' },
	});
	expect(await exchange(code)).toEqual({ status: 401, json: { error: 'invalid_grant' } });
});

test('without a scope parameter all scopes are asked for', async () => {
	const { back } = await consent('true');
	const { json } = await exchange(back.searchParams.get('code') ?? '');
	expect(scalar(json.scope).split(' ')).toHaveLength(22);
	expect(await statusWith(json.access_token)).toBe(200);
});

test('Cancel sends the user back with access_denied and the state', async () => {
	const { back } = await consent('false');
	expect(Object.fromEntries(back.searchParams)).toEqual({
		error: 'access_denied',
		state: 'opaque',
	});
});

test.each([' ', '', 'patients:read nonsense', 'openid'])(
	'the scope %j fails the whole authorization without naming the scope',
	async (scope) => {
		const { location } = await browser().visit(authorizeUrl({ scope }));
		const back = new URL(location);
		expect(Object.fromEntries(back.searchParams)).toEqual({
			error: 'invalid_scope',
			state: 'opaque',
		});
	},
);

test('a wrong password, an unknown client, a foreign redirect and a forged form are refused', async () => {
	const { visit } = browser();
	const login = await visit((await visit(authorizeUrl())).location);
	const wrong = { ...login.form, username: 'doctor', password: 'wrong' };
	expect((await visit('/accounts/login/', wrong)).html).toContain('do not match');
	expect((await visit(authorizeUrl({ client_id: 'other' }))).status).toBe(400);
	expect((await visit(authorizeUrl({ redirect_uri: 'https://example.com/' }))).status).toBe(400);
	expect((await visit('/o/authorize/', { allowed: 'true' })).status).toBe(403);
});

test('the trailing slash matters: GET is redirected, POST is not found', async () => {
	const { visit } = browser();
	const { status, location } = await visit(authorizeUrl().replace('/o/authorize/', '/o/authorize'));
	expect([status, location.startsWith('/o/authorize/?')]).toEqual([301, true]);
	expect((await visit('/o/token', { grant_type: 'refresh_token' })).status).toBe(404);
});

test('a refresh rotates: the old pair is dead, a re-used refresh token is refused', async () => {
	const old = simulator.connect();
	const { status, json } = await refresh(old.refresh_token);
	expect(status).toBe(200);
	expect(json.refresh_token).not.toBe(old.refresh_token);
	expect(json.scope).toBe(old.scope);
	expect(await statusWith(old.access_token)).toBe(401);
	expect(await statusWith(json.access_token)).toBe(200);
	expect(await refresh(old.refresh_token)).toEqual({
		status: 401,
		json: { error: 'invalid_grant' },
	});
});

test('two parallel refreshes: one wins, the other is refused', async () => {
	const { refresh_token } = simulator.connect();
	const both = await Promise.all([refresh(refresh_token), refresh(refresh_token)]);
	expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
});

test('an access token dies after 48 hours, its refresh token does not', async () => {
	const { access_token, refresh_token } = simulator.connect();
	simulator.clock.advance(48 * 3_600_000 - 60_000);
	expect(await statusWith(access_token)).toBe(200);
	simulator.clock.advance(60_000);
	expect(await statusWith(access_token)).toBe(401);
	expect((await refresh(refresh_token)).status).toBe(200);
});

test('connecting the same user again kills the earlier pair', async () => {
	const first = simulator.connect();
	const other = simulator.connect({ user: 'manager' });
	await consent('true').then(({ back }) => exchange(back.searchParams.get('code') ?? ''));
	expect(await statusWith(first.access_token)).toBe(401);
	expect((await refresh(first.refresh_token)).status).toBe(401);
	expect(await statusWith(other.access_token)).toBe(200);
});

test('client credentials count in the body only, and the body must be a form', async () => {
	const { refresh_token } = simulator.connect();
	const form = { grant_type: 'refresh_token', refresh_token };
	const { clientId, clientSecret } = simulator.application;
	const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
	expect((await token(form, { authorization: basic })).status).toBe(401);
	expect((await token({ ...form, client_secret: 'wrong' })).json).toEqual({
		error: 'invalid_client',
	});
	const json = await fetch(`${simulator.url}/o/token/`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ ...form, client_id: clientId, client_secret: clientSecret }),
	});
	expect(json.status).toBeGreaterThanOrEqual(400);
	expect((await refresh(refresh_token)).status).toBe(200);
});

test('neither tokens nor secrets nor passwords reach the log', async () => {
	const { back } = await consent('true');
	const code = back.searchParams.get('code') ?? '';
	const { json } = await exchange(code);
	await statusWith(json.access_token);
	const log = JSON.stringify(simulator.log);
	const hidden = [PASSWORD, simulator.application.clientSecret, code];
	[...hidden, scalar(json.access_token)].forEach((secret) => expect(log).not.toContain(secret));
	expect(log).not.toContain('sessionid=');
	expect(simulator.requests({ path: '/o/token/' })).toMatchObject([
		{ host: 'oauth', status: 200, body: { grant_type: 'authorization_code' } },
	]);
	expect(simulator.requests()).toMatchObject([
		{ path: '/api/doctors', authorization: 'valid', headers: { authorization: 'Bearer 1' } },
	]);
});
