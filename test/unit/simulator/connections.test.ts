import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type Simulator, startSimulator } from '../../simulator';

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator({ patients: 3 });
});
afterEach(() => simulator.close());

/** Where a browser is sent that asks for these scopes: to log in, or back with an error. */
async function asked(scope: string): Promise<string> {
	const query = new URLSearchParams({
		client_id: simulator.application.clientId,
		redirect_uri: 'http://localhost:5678/rest/oauth2-credential/callback',
		response_type: 'code',
		scope,
	});
	const url = `${simulator.url}/o/authorize/?${query.toString()}`;
	const { headers } = await fetch(url, { redirect: 'manual' });
	const to = new URL(headers.get('location') ?? '', simulator.url);
	return to.searchParams.get('error') ?? to.pathname;
}

test('refusedScopes: an application may not have some, and nothing says which', async () => {
	const all = 'user:read messages:read tasks:write settings:read';
	expect(await asked(all)).toBe('/accounts/login/');
	simulator.doubts.refusedScopes = 'some';
	expect(await asked(all)).toBe('invalid_scope');
	expect(await asked('user:read patients:summary:read')).toBe('/accounts/login/');
});

test('blankScope: refused, or every scope', async () => {
	expect(await asked(' ')).toBe('invalid_scope');
	simulator.doubts.blankScope = 'all';
	expect(await asked(' ')).toBe('/accounts/login/');
});

test('refusedToken: a refresh token that is not good is refused with 401 or 400', async () => {
	const { clientId, clientSecret } = simulator.application;
	const refused = async (secret: string) => {
		const body = new URLSearchParams({
			...{ grant_type: 'refresh_token', refresh_token: 'gone' },
			...{ client_id: clientId, client_secret: secret },
		});
		const reply = await fetch(`${simulator.url}/o/token/`, { method: 'POST', body });
		return [reply.status, await reply.json()];
	};
	expect(await refused(clientSecret)).toEqual([401, { error: 'invalid_grant' }]);
	simulator.doubts.refusedToken = 'bad';
	expect(await refused(clientSecret)).toEqual([400, { error: 'invalid_grant' }]);
	expect(await refused('wrong')).toEqual([401, { error: 'invalid_client' }]);
});

test.each([
	['busy', 429],
	['html', 200],
	['firewall', 403],
] as const)('tokenEndpoint %s: the first request meets a %i', async (tokenEndpoint, status) => {
	simulator.doubts.tokenEndpoint = tokenEndpoint;
	const ask = async () => {
		const { clientId, clientSecret } = simulator.application;
		const { refresh_token } = simulator.connect();
		const body = new URLSearchParams({
			...{ grant_type: 'refresh_token', refresh_token },
			...{ client_id: clientId, client_secret: clientSecret },
		});
		const reply = await fetch(`${simulator.url}/o/token/`, { method: 'POST', body });
		return [reply.status, (await reply.text()).includes('access_token')];
	};
	expect([await ask(), await ask()]).toEqual([
		[status, false],
		[200, true],
	]);
});

test('flagEvent and practiceGroup: what a delivery calls its event and says of the practice', async () => {
	const got: { headers: IncomingHttpHeaders; body: object }[] = [];
	const server = createServer((request, response) => {
		void (async () => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk as Buffer);
			const msg = new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('msg');
			if (msg === null) {
				const body = JSON.parse(Buffer.concat(chunks).toString()) as object;
				got.push({ headers: request.headers, body });
			}
			const { webhookSecret } = simulator.application;
			const secret_token = createHmac('sha256', webhookSecret).update(String(msg)).digest('hex');
			response.end(JSON.stringify({ secret_token }));
		})();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	try {
		const receive = async () => {
			got.length = 0;
			await simulator.webhooks.deliver('PATIENT_FLAG_CMODIFY', { id: 4 });
			return got.map(({ headers, body }) => [headers['x-drchrono-event'], Object.keys(body)]);
		};
		expect(await simulator.webhooks.register({ url: `http://127.0.0.1:${port}/` })).toBe(true);
		const keys = ['practice_group_id', 'receiver', 'object'];
		expect(await receive()).toEqual([['PATIENT_FLAG_CMODIFY', keys]]);
		Object.assign(simulator.doubts, { flagEvent: 'MODIFY', practiceGroup: 'unnamed' });
		expect(await receive()).toEqual([['PATIENT_FLAG_MODIFY', keys.slice(1)]]);
	} finally {
		server.closeAllConnections();
		server.close();
		await once(server, 'close');
	}
});
