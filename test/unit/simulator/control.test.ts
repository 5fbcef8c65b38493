import { type Json, type Simulator, startSimulator } from '../../simulator';
import { client, object, results, scalar } from './support';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ patients: 5 });
});
afterEach(() => simulator.close());

async function control(method: string, path: string, body?: Json) {
	const response = await fetch(`${simulator.url}/_control/${path}`, {
		method,
		headers: body === undefined ? {} : { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	const json: Json = text ? JSON.parse(text) : null;
	return { status: response.status, json };
}

test('another process can connect, inject, look and move the clock', async () => {
	const { json } = await control('POST', 'connect', { scopes: ['user:read'], expiresIn: 60 });
	expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 60, scope: 'user:read' });
	const api = client(simulator, scalar(object(json).access_token));
	const fault = { effect: { kind: 'status', status: 502 } };
	expect((await control('POST', 'faults', fault)).status).toBe(204);
	expect((await api.get('/api/doctors')).status).toBe(502);
	await control('POST', 'faults', fault);
	await control('DELETE', 'faults');
	expect((await api.get('/api/doctors')).status).toBe(200);
	const before = Number(object((await control('GET', 'clock')).json).now);
	const after = await control('POST', 'clock', { advance: 60_000 });
	expect(Number(object(after.json).now) - before).toBeGreaterThanOrEqual(60_000);
	expect((await api.get('/api/doctors')).status).toBe(401);
	expect((await control('GET', 'log')).json).toMatchObject([
		{ status: 502 },
		{ status: 200 },
		{ status: 401, authorization: 'expired' },
	]);
	await control('DELETE', 'log');
	expect(simulator.log).toEqual([]);
	expect((await control('GET', 'application')).json).toEqual(simulator.application);
});

test('expire-tokens ends access tokens; an odd fault is refused', async () => {
	const { access_token } = simulator.connect();
	expect((await control('POST', 'expire-tokens')).status).toBe(204);
	expect((await client(simulator, access_token).get('/api/doctors')).status).toBe(401);
	expect((await control('POST', 'faults', { effect: { kind: 'nonsense' } })).status).toBe(400);
});

test('control requests are neither throttled nor logged', async () => {
	const statuses = await Promise.all(
		Array.from({ length: 30 }, async () => (await control('GET', 'clock')).status),
	);
	expect(new Set(statuses)).toEqual(new Set([200]));
	expect(simulator.log).toEqual([]);
});

test('the log has what was sent: query, body and its bytes', async () => {
	const { post } = client(simulator);
	const body = { doctor: 1, gender: 'Male', first_name: 'Zoë' };
	await post('/api/patients?allow_duplicates=true', body);
	expect(simulator.requests({ method: 'post', path: /patients$/ })).toMatchObject([
		{
			id: 1,
			method: 'POST',
			path: '/api/patients',
			query: { allow_duplicates: 'true' },
			url: '/api/patients?allow_duplicates=true',
			body,
			bodyBytes: Buffer.byteLength(JSON.stringify(body)),
			status: 201,
			host: 'api',
			authorization: 'valid',
		},
	]);
});

test('the same seed gives the same people, who are synthetic', async () => {
	const twin = await startSimulator({ patients: 5 });
	const other = await startSimulator({ patients: 5, seed: 2 });
	const people = [simulator, twin, other].map(({ store }) => JSON.stringify(store.patients.all()));
	await Promise.all([twin.close(), other.close()]);
	expect(people[1]).toBe(people[0]);
	expect(people[2]).not.toBe(people[0]);
	const { get } = client(simulator);
	for (const { email, cell_phone, chart_id } of results(await get('/api/patients'))) {
		expect(scalar(email)).toMatch(/@example\.com$/);
		expect(scalar(cell_phone)).toMatch(/^\(\d{3}\) 555-01\d\d$/);
		expect(scalar(chart_id)).toMatch(/^[A-Z]{4}\d{6}$/);
	}
});

test('whoever subscribes hears of writes, until he leaves', async () => {
	const heard: string[] = [];
	const leave = simulator.store.subscribe(({ kind, collection, row }) =>
		heard.push(`${kind} ${collection} ${row.id}`),
	);
	const { post, send } = client(simulator);
	await post('/api/patients', { doctor: 1, gender: 'Male' });
	await send('PATCH', '/api/patients/6', { city: 'x' });
	leave();
	await send('DELETE', '/api/patients/6');
	expect(heard).toEqual(['insert patients 6', 'update patients 6']);
});
