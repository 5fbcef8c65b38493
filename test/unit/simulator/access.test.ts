import { type Simulator, startSimulator } from '../../simulator';
import { UNTHROTTLED, client, object, results } from './support';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ throttle: UNTHROTTLED });
});
afterEach(() => simulator.close());

const withScopes = (...scopes: string[]) =>
	client(simulator, simulator.connect({ scopes }).access_token);

const newcomer = { doctor: 1, gender: 'Male' };
const FORBIDDEN = { detail: 'You do not have permission to perform this action.' };

test('no token, a made-up one and an expired one are refused with 401', async () => {
	expect((await fetch(`${simulator.url}/api/doctors`)).status).toBe(401);
	const { status, json } = await client(simulator, 'made-up').get('/api/doctors');
	expect([status, Object.keys(object(json))]).toEqual([401, ['detail']]);
	const { access_token } = simulator.connect();
	simulator.expireTokens();
	expect((await client(simulator, access_token).get('/api/doctors')).status).toBe(401);
	expect(simulator.requests().map(({ authorization }) => authorization)).toEqual([
		'absent',
		'unknown',
		'expired',
	]);
});

test('the read scope reads, the write scope writes and reads, another scope does neither', async () => {
	const reader = withScopes('patients:read');
	expect((await reader.get('/api/patients')).status).toBe(200);
	const refused = await reader.post('/api/patients', newcomer);
	expect([refused.status, refused.json]).toEqual([403, FORBIDDEN]);
	const writer = withScopes('patients:write');
	expect((await writer.get('/api/patients')).status).toBe(200);
	expect((await writer.post('/api/patients', newcomer)).status).toBe(201);
	const other = withScopes('calendar:read');
	expect((await other.get('/api/patients')).status).toBe(403);
	expect((await other.get('/api/doctors')).status).toBe(403);
	expect((await other.get('/api/users')).status).toBe(200);
});

test('a user without the in-app permission is refused whatever the scopes', async () => {
	const token = simulator.connect({ user: 'frontdesk' }).access_token;
	const { status, json } = await client(simulator, token).get('/api/patients');
	expect([status, json]).toEqual([403, FORBIDDEN]);
	expect((await client(simulator, token).get('/api/offices')).status).toBe(200);
});

test('the current user is a redirect to the user', async () => {
	const { get } = client(simulator, simulator.connect({ user: 'doctor2' }).access_token);
	const { status, headers } = await get('/api/users/current');
	expect([status, headers.get('location')]).toEqual([302, `${simulator.url}/api/users/2`]);
	expect((await get(String(headers.get('location')))).json).toMatchObject({
		id: '2',
		username: 'doctor2',
		doctor: '2',
	});
});

test('doctors, offices and users are filtered by doctor', async () => {
	const { get } = client(simulator);
	expect(results(await get('/api/doctors?doctor=2'))).toMatchObject([{ id: 2 }]);
	expect(results(await get('/api/offices?doctor=1'))).toMatchObject([
		{ name: 'Main Office', exam_rooms: [{ index: 1 }, { index: 2 }, { index: 3 }] },
	]);
	expect(results(await get('/api/users?doctor=3'))).toMatchObject([{ username: 'doctor3' }]);
	expect((await get('/api/users?doctor=x')).status).toBe(400);
});

test('another method is refused with 405, another path with an HTML page', async () => {
	const { get, post, send } = client(simulator);
	expect((await post('/api/doctors', {})).status).toBe(405);
	expect((await send('PUT', '/api/patients', {})).json).toEqual({
		detail: 'Method "PUT" not allowed.',
	});
	const missing = await get('/api/nonsense');
	expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/html']);
	expect((await get('/api/doctors/')).status).toBe(200);
});
