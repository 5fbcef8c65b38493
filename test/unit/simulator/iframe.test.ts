import { createHmac } from 'node:crypto';

import { type Simulator, startSimulator } from '../../simulator';
import { client } from './support';

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator();
	simulator.iframe.url = 'https://n8n.example.com/webhook/1/iframe?theme=plain';
});
afterEach(() => simulator.close());

const open = async (path: string) => await (await fetch(`${simulator.url}${path}`)).text();

async function src(path: string): Promise<URL | undefined> {
	const found = /<iframe[^>]* src="([^"]+)"/.exec(await open(path))?.[1];
	return found === undefined ? undefined : new URL(found.replaceAll('&amp;', '&'));
}

test('the application is shown to registered doctors only', async () => {
	const api = client(simulator, simulator.connect({ user: 'doctor2' }).access_token);
	expect(await src('/patients/5?user=doctor2')).toBeUndefined();
	expect((await api.send('POST', '/api/iframe_integration')).status).toBe(204);
	expect(await src('/patients/5?user=doctor2')).toBeDefined();
	expect(await src('/patients/5')).toBeUndefined();
	expect((await api.send('DELETE', '/api/iframe_integration')).status).toBe(204);
	expect(await src('/patients/5?user=doctor2')).toBeUndefined();
});

test.each(['/patients/5', '/clinical_notes/5'])('%s hands over a fresh token', async (path) => {
	simulator.store.collection('iframe_doctors').insert({ id: '1' });
	simulator.clock.advance(3_600_000);
	const url = await src(path);
	const { jwt = '', ...parameters } = Object.fromEntries(url?.searchParams ?? []);
	const iat = Number(parameters.iat);
	expect(parameters).toEqual({
		theme: 'plain',
		doctor_id: '1',
		patient_id: '5',
		practice_id: '1',
		iat: String(iat),
	});
	expect(Math.abs(iat * 1000 - simulator.clock.now())).toBeLessThan(5000);
	const [head, payload, signature] = jwt.split('.');
	const parse = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
	expect(parse(head)).toEqual({ alg: 'HS256', typ: 'JWT' });
	expect(parse(payload)).toEqual({ doctor_id: 1, patient_id: 5, practice_id: 1, iat });
	const hmac = createHmac('sha256', simulator.application.clientSecret);
	expect(signature).toBe(hmac.update(`${head}.${payload}`).digest('base64url'));
});

test('registering needs a doctor, user:write and no body', async () => {
	const status = async (options: { user?: string; scopes?: string[] }, body?: object) => {
		const api = client(simulator, simulator.connect(options).access_token);
		return (await api.send('POST', '/api/iframe_integration', body && {})).status;
	};
	expect(await status({ user: 'frontdesk' })).toBe(403);
	expect(await status({ scopes: ['user:read'] })).toBe(403);
	expect(await status({}, {})).toBe(400);
	expect(await status({ scopes: ['user:write'] })).toBe(204);
});

test('the address is set over HTTP too', async () => {
	const set = async (url: string) => {
		const response = await fetch(`${simulator.url}/_control/iframe`, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ url }),
		});
		return response.status;
	};
	expect(await set('https://n8n.example.com/other')).toBe(200);
	expect(simulator.iframe.url).toBe('https://n8n.example.com/other');
	expect(await set('not an address')).toBe(400);
	expect(await set('')).toBe(200);
});

test('unknown patients and users have no page', async () => {
	expect((await fetch(`${simulator.url}/patients/999999`)).status).toBe(404);
	expect((await fetch(`${simulator.url}/patients/5?user=nobody`)).status).toBe(404);
});
