import { type Simulator, startSimulator } from '../../simulator';
import { UNTHROTTLED, client, ids, object } from './support';

let simulator: Simulator;
let api: ReturnType<typeof client>;
beforeEach(async () => {
	simulator = await startSimulator({ patients: 10, throttle: UNTHROTTLED });
	api = client(simulator);
});
afterEach(() => simulator.close());

const newcomer = { doctor: 1, gender: 'Male', first_name: 'Nathan' };

test('status: the given answer, as often as wanted, without acting', async () => {
	simulator.inject({
		match: { method: 'POST', path: '/api/patients' },
		times: 2,
		effect: { kind: 'status', status: 503, body: { detail: 'x' }, headers: { 'x-edge': '1' } },
	});
	expect((await api.get('/api/patients')).status).toBe(200);
	const first = await api.post('/api/patients', newcomer);
	expect([first.status, first.json, first.headers.get('x-edge')]).toEqual([
		503,
		{ detail: 'x' },
		'1',
	]);
	expect((await api.post('/api/patients', newcomer)).status).toBe(503);
	expect(simulator.store.patients.size).toBe(10);
	expect((await api.post('/api/patients', newcomer)).status).toBe(201);
});

test('skip lets requests through first; a path may be a regular expression', async () => {
	const match = { path: '/^.api.patients.\\d+$/' };
	simulator.inject({ match, skip: 1, effect: { kind: 'status', status: 500 } });
	const statuses = [];
	for (const path of ['/api/patients', '/api/patients/1', '/api/patients/2', '/api/patients/3']) {
		statuses.push((await api.get(path)).status);
	}
	expect(statuses).toEqual([200, 200, 500, 200]);
});

test('delay: the answer comes later, and closing does not wait for it', async () => {
	simulator.inject({ effect: { kind: 'delay', ms: 120 } });
	const start = Date.now();
	expect((await api.get('/api/patients')).status).toBe(200);
	expect(Date.now() - start).toBeGreaterThanOrEqual(110);
	simulator.inject({ effect: { kind: 'delay', ms: 60_000 } });
	const pending = api.get('/api/patients').then(
		({ status }) => status,
		() => 'cut',
	);
	while (simulator.requests().length < 2) await new Promise((resolve) => setImmediate(resolve));
	await simulator.close();
	expect([500, 'cut']).toContain(await pending);
	expect(Date.now() - start).toBeLessThan(30_000);
});

test.each([
	['request', 10, 0],
	['headers', 11, 201],
	['body', 11, 201],
] as const)('cut after the %s: no whole answer', async (after, patients, status) => {
	simulator.inject({ effect: { kind: 'cut', after } });
	await expect(api.post('/api/patients', newcomer)).rejects.toThrow();
	expect(simulator.store.patients.size).toBe(patients);
	expect(simulator.requests()).toMatchObject([{ method: 'POST', status }]);
	expect((await api.get('/api/patients/1')).status).toBe(200);
});

test('a cut in the middle of the body comes after the status', async () => {
	simulator.inject({ effect: { kind: 'cut', after: 'body' } });
	const headers = { authorization: `Bearer ${simulator.connect().access_token}` };
	const response = await fetch(`${simulator.url}/api/patients`, { headers });
	expect(response.status).toBe(200);
	await expect(response.text()).rejects.toThrow();
});

test('html: a page of the edge with 200, and nothing done', async () => {
	simulator.inject({ effect: { kind: 'html' } });
	const reply = await api.post('/api/patients', newcomer);
	expect(reply.status).toBe(200);
	expect(reply.headers.get('content-type')).toContain('text/html');
	expect(simulator.store.patients.size).toBe(10);
});

test('stale: a list as it was when it was last read', async () => {
	await api.get('/api/patients');
	await api.post('/api/patients', newcomer);
	await api.send('PATCH', '/api/patients/2', { first_name: 'Changed' });
	await api.send('DELETE', '/api/patients/3');
	simulator.inject({ effect: { kind: 'stale' } });
	expect((await api.get('/api/patients/2')).json).toMatchObject({ first_name: 'Changed' });
	const stale = await api.get('/api/patients');
	expect(ids(stale)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	expect(stale.text).not.toContain('Changed');
	const fresh = await api.get('/api/patients');
	expect(ids(fresh)).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
	expect(fresh.text).toContain('Changed');
});

test('next: the page names another next', async () => {
	simulator.inject({ effect: { kind: 'next', url: 'https://evil.example.com/api/patients' } });
	const { json } = await api.get('/api/patients');
	expect(object(json).next).toBe('https://evil.example.com/api/patients');
});

test('redirect: to anywhere with any status', async () => {
	const location = 'https://app.example.com/api/patients';
	simulator.inject({ effect: { kind: 'redirect', location, status: 307 } });
	const { status, headers } = await api.post('/api/patients', newcomer);
	expect([status, headers.get('location')]).toEqual([307, location]);
	expect(simulator.store.patients.size).toBe(10);
});

test('the token endpoint and the file host have faults when asked for by path', async () => {
	const effect = { kind: 'status', status: 429 } as const;
	simulator.inject({ match: { path: '/o/token/' }, effect });
	simulator.inject({ match: { path: '/file.pdf' }, effect });
	const token = await fetch(`${simulator.url}/o/token/`, {
		method: 'POST',
		body: new URLSearchParams({ grant_type: 'refresh_token' }),
	});
	expect(token.status).toBe(429);
	expect((await fetch(`${simulator.fileUrl}/file.pdf`)).status).toBe(429);
	expect((await fetch(`${simulator.fileUrl}/file.pdf`)).status).toBe(404);
});

test('a fault waits for a request that the API would have handled; faults can be cleared', async () => {
	simulator.inject({ effect: { kind: 'status', status: 500 } });
	expect((await client(simulator, 'made-up').get('/api/patients')).status).toBe(401);
	simulator.clearFaults();
	expect((await client(simulator).get('/api/patients')).status).toBe(200);
});
