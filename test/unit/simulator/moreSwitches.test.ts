import { type Simulator, startSimulator } from '../../simulator';
import type { Doubts } from '../../simulator/doubts';
import { client, object, results, UNTHROTTLED } from './support';

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator({ patients: 3, throttle: UNTHROTTLED });
});
afterEach(() => simulator.close());

/** A client of a simulator whose switches are set so. */
function withSwitches(doubts: Partial<Doubts>) {
	Object.assign(simulator.doubts, doubts);
	return client(simulator);
}

const NEW = { doctor: 1, gender: 'Male', first_name: 'Ada', last_name: 'Example' };

test('nextLink, listOrder and envelope: pages by numbers, newest first, and a bare list at the end', async () => {
	const { get } = withSwitches({ nextLink: 'page', listOrder: 'newest', envelope: 'none' });
	const first = await get('/api/patients?page_size=2');
	expect(results(first).map(({ id }) => id)).toEqual([3, 2]);
	const { next } = object(first.json);
	expect(next).toBe(`${simulator.url}/api/patients?page_size=2&page=2`);
	expect((await get(String(next))).json).toMatchObject([{ id: 1 }]);
	expect((await get('/api/patients?page=none')).status).toBe(404);
	const appointments = await get('/api/appointments?since=2000-01-01&page_size=10&page=3');
	const page = object(appointments.json);
	expect([page.previous, page.next].map((url) => String(url).slice(-7))).toEqual([
		'&page=2',
		'&page=4',
	]);
});

test('ids: all as texts, or all as numbers', async () => {
	const { get } = withSwitches({ ids: 'texts' });
	const read = async () => [
		object((await get('/api/patients/1')).json),
		object((await get('/api/appointments/1')).json),
	];
	expect(await read()).toMatchObject([
		{ id: '1', doctor: '2' },
		{ id: '1', office: '1' },
	]);
	simulator.doubts.ids = 'numbers';
	expect(await read()).toMatchObject([
		{ id: 1, doctor: 2 },
		{ id: 1, office: 1 },
	]);
});

test('breakRoom: who has no patient has room 0', async () => {
	const { get, post } = withSwitches({ breakRoom: 'zero' });
	const lunch = { doctor: 1, office: 1, duration: 30, patient: null };
	const at = { ...lunch, exam_room: 1, scheduled_time: '2030-01-02T12:00:00' };
	const made = object((await post('/api/appointments', at)).json);
	expect(made).toMatchObject({ exam_room: 0, appt_is_break: true });
	expect(object((await get(`/api/appointments/${String(made.id)}`)).json).exam_room).toBe(0);
	const nowhere = { ...lunch, exam_room: 0, scheduled_time: '2030-01-02T13:00:00' };
	expect((await post('/api/appointments', nowhere)).status).toBe(201);
	expect((await post('/api/appointments', { ...nowhere, patient: 1 })).status).toBe(400);
});

test('daySheets: a page of rows, or a bare list', async () => {
	const { get } = withSwitches({ daySheets: 'list' });
	const period = 'start_date=1/1/2000&end_date=1/31/2000';
	const sheet = async () => (await get(`/api/day_sheet_charges?${period}`)).json;
	expect(await sheet()).toEqual([]);
	simulator.doubts.daySheets = 'page';
	expect(await sheet()).toEqual({ previous: null, results: [], next: null });
});

test('severalScopes: one of several areas is enough, or not', async () => {
	withSwitches({});
	const { access_token } = simulator.connect({ scopes: ['calendar:read'] });
	const read = async () =>
		(await client(simulator, access_token).get('/api/appointment_profiles')).status;
	expect(await read()).toBe(200);
	simulator.doubts.severalScopes = 'all';
	expect(await read()).toBe(403);
});

test('decimals: as texts, or as numbers', async () => {
	const { get } = withSwitches({});
	const price = async () => results(await get('/api/line_items?page_size=1'))[0].price;
	const written = await price();
	expect(written).toMatch(/^\d+\.\d+$/);
	simulator.doubts.decimals = 'number';
	expect(await price()).toBe(Number(written));
});

test('stampForm and decimals: what is not there', async () => {
	const { get } = withSwitches({ stampForm: 'empty' });
	expect(object((await get('/api/patients/1')).json).updated_at).toBe('');
	simulator.doubts.stampForm = 'null';
	expect(object((await get('/api/patients/1')).json).updated_at).toBeNull();
	expect(object((await get('/api/appointments/1')).json).scheduled_time).toMatch(/T/);
	simulator.doubts.decimals = 'NaN';
	const { access_token } = simulator.connect();
	const headers = { authorization: `Bearer ${access_token}` };
	const reply = await fetch(`${simulator.url}/api/patients/1`, { headers });
	expect(await reply.text()).toContain('"copay":NaN');
});

test('movingLists: a record slips onto the page before', async () => {
	const { get } = withSwitches({ movingLists: 'slip' });
	const first = await get('/api/patients?page_size=2');
	expect(results(first).map(({ id }) => id)).toEqual([1, 2]);
	expect(results(await get(String(object(first.json).next)))).toEqual([]);
});

test('verbosePage and withoutCalendar: smaller pages, and a 403', async () => {
	simulator.store.settings.duplicateCheck = false;
	for (let count = 3; count < 60; count += 1) simulator.store.patients.insert({ ...NEW });
	const { get } = withSwitches({ verbosePage: 'small' });
	expect(results(await get('/api/patients'))).toHaveLength(60);
	expect(results(await get('/api/patients?verbose=true'))).toHaveLength(50);
	const { access_token } = simulator.connect({ scopes: ['patients:read'] });
	simulator.doubts.withoutCalendar = 'refused';
	const reply = await client(simulator, access_token).get('/api/appointments?since=2000-01-01');
	// The scope of clinical records is another that will do, but for the list itself.
	expect(reply.status).toBe(403);
});

test('underLoad and redirects: what the first request of its kind meets', async () => {
	const { get } = withSwitches({ underLoad: 'error', redirects: 'all' });
	const statuses = async (path: string, count: number) => {
		const replies = [];
		for (let index = 0; index < count; index += 1) replies.push((await get(path)).status);
		return replies;
	};
	expect(await statuses('/api/patients', 4)).toEqual([302, 500, 200, 200]);
	expect(await statuses('/api/patients/1', 2)).toEqual([302, 200]);
	simulator.doubts.underLoad = 'html';
	expect(await statuses('/api/doctors', 2)).toEqual([302, 200]);
	expect((await get('/api/doctors')).json).toBeDefined();
});

test('unknownFields and fieldErrors: a field that there is not is refused, in one message', async () => {
	const { post } = withSwitches({ unknownFields: 'refused', fieldErrors: 'text' });
	const reply = await post('/api/patients', { ...NEW, favorite_color: 'blue' });
	expect([reply.status, reply.json]).toEqual([400, { favorite_color: 'There is no such field.' }]);
});

test('changeAnswer: a change is answered with null', async () => {
	const { send } = withSwitches({ changeAnswer: 'null' });
	const reply = await send('PATCH', '/api/patients/1', { city: 'Albany' });
	expect([reply.status, reply.text]).toEqual([200, 'null']);
});

test.each([
	['day', '2030-01-09_'],
	['digits', '20300109_'],
	['last', '_2030-01-09'],
] as const)('instanceIds %s: one day of a series has %s in its ID', async (instanceIds, part) => {
	const { get, post, send } = withSwitches({ instanceIds });
	const slot = { doctor: 1, office: 1, exam_room: 1, duration: 30, patient: 1 };
	const series = { recurring_appointment: true, recurring_days: ['Wednesday'], recurs_every: 1 };
	const first = { ...slot, ...series, scheduled_time: '2030-01-02T09:00:00' };
	const base = String(object((await post('/api/appointments', first)).json).id);
	const listed = async () => {
		const rows = results(await get('/api/appointments?date=2030-01-09'));
		return rows.map(({ id }) => String(id));
	};
	const [id] = await listed();
	expect(id).toBe(part.startsWith('_') ? `${base}${part}` : `${part}${base}`);
	expect((await get(`/api/appointments/${id}`)).status).toBe(200);
	expect((await send('PATCH', `/api/appointments/${id}`, { status: 'Arrived' })).status).toBe(204);
	expect((await listed()).length).toBe(1);
	const other = instanceIds === 'day' ? `20300116_${base}` : `2030-01-16_${base}`;
	expect((await get(`/api/appointments/${other}`)).status).toBe(404);
});

test('newFiles: a new document has the address of its file some seconds later', async () => {
	withSwitches({ newFiles: 'later' });
	const form = new FormData();
	const fields = { doctor: '1', patient: '1', description: 'Letter', date: '2026-01-02' };
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	form.set('document', new Blob(['text']), 'letter.txt');
	const authorization = `Bearer ${simulator.connect().access_token}`;
	const made = await fetch(`${simulator.url}/api/documents`, {
		...{ method: 'POST', headers: { authorization }, body: form },
	});
	const { id, document } = (await made.json()) as { id: number; document: unknown };
	expect(document).toBeNull();
	simulator.clock.advance(3_000);
	const headers = { authorization };
	const reply = await fetch(`${simulator.url}/api/documents/${id}`, { headers });
	expect(await reply.json()).toMatchObject({ document: expect.stringContaining('http') });
});

test('overlaps: with the ID as it is, or under another name', async () => {
	const { post } = withSwitches({ overlaps: 'plain' });
	const slot = { doctor: 1, office: 1, exam_room: 1, duration: 30, patient: 1 };
	const book = async () =>
		(await post('/api/appointments', { ...slot, scheduled_time: '2030-01-02T09:00:00' })).json;
	const { id } = object(await book());
	expect(await book()).toEqual({ detail: `Appointment overlaps with ${String(id)}` });
	simulator.doubts.overlaps = 'general';
	const words = `Appointment overlaps with [${String(id)}]`;
	expect(await book()).toEqual({ non_field_errors: [words] });
});
