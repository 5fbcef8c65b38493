import { type Json, type Simulator, startSimulator } from '../../simulator';
import { UNTHROTTLED, client, ids, object, results, scalar } from './support';

let simulator: Simulator;
let api: ReturnType<typeof client>;
beforeEach(async () => {
	simulator = await startSimulator({ throttle: UNTHROTTLED, appointments: 0 });
	api = client(simulator);
});
afterEach(() => simulator.close());

const visit = {
	doctor: 1,
	office: 1,
	exam_room: 1,
	patient: 1,
	scheduled_time: '2026-03-02T09:00:00',
	duration: 30,
};

const create = async (fields: { readonly [name: string]: Json } = {}) => {
	const reply = await api.post('/api/appointments', { ...visit, ...fields });
	expect([reply.status, reply.text]).toEqual([201, expect.any(String)]);
	return object(reply.json);
};

const list = async (query: string) => await api.get(`/api/appointments?${query}`);
const listed = async (query: string) => results(await list(query)).map(({ id }) => id);

describe('the list', () => {
	test('needs one of its date parameters', async () => {
		expect((await list('patient=1')).status).toBe(400);
		for (const one of ['since=2026-01-01', 'occurred_since=2026-01-01', 'date=2026-01-01']) {
			expect((await list(one)).status).toBe(200);
		}
	});

	test.each([
		['2026-01-01/2026-07-10', 200],
		['2026-01-01/2026-07-11', 400],
		['2026-01-01', 400],
		['2026-01-01/2026-02-30', 400],
	])('a range %s is answered with %i', async (range, status) => {
		expect((await list(`date_range=${range}`)).status).toBe(status);
	});

	test.each(['since', 'occurred_since'])('%s refuses a zone', async (name) => {
		expect((await list(`${name}=2026-01-01T00:00:00Z`)).status).toBe(400);
		expect((await list(`${name}=2026-01-01T00:00:00%2B00:00`)).status).toBe(400);
		expect((await list(`${name}=2026-01-01T00:00:00`)).status).toBe(200);
	});

	test('has pages of 50, and of 25 with verbose, in the order of the calendar', async () => {
		for (let index = 0; index < 60; index += 1) {
			const hour = String(23 - (index % 24)).padStart(2, '0');
			simulator.store.collection('appointments').seed({
				...visit,
				id: String(index + 1),
				scheduled_time: `2026-03-0${1 + Math.floor(index / 24)}T${hour}:00:00`,
			});
		}
		const all = 'date_range=2026-03-01/2026-03-31&page_size=250';
		const page = await list(all);
		expect(results(page)).toHaveLength(50);
		const times = results(page).map(({ scheduled_time }) => scalar(scheduled_time));
		expect(times).toEqual([...times].sort());
		const second = await api.get(scalar(object(page.json).next));
		expect(results(second)).toHaveLength(10);
		expect(object(second.json).next).toBeNull();
		expect(results(await list(`${all}&verbose=true`))).toHaveLength(25);
		expect(results(await list(`${all}&page_size=5`))).toHaveLength(5);
	});

	test('is empty without calendar:read, not forbidden', async () => {
		await create();
		const other = client(simulator, simulator.connect({ scopes: ['patients:read'] }).access_token);
		const reply = await other.get('/api/appointments?date=2026-03-02');
		expect([reply.status, ids(reply)]).toEqual([200, []]);
		expect((await other.get('/api/appointments/1')).status).toBe(403);
	});

	test('filters by doctor, office, patient and status', async () => {
		const { id } = await create({ status: 'Confirmed' });
		const day = 'date=2026-03-02';
		for (const hit of ['doctor=1', 'office=1', 'patient=1', 'status=Confirmed']) {
			expect(await listed(`${day}&${hit}`)).toEqual([id]);
		}
		for (const miss of ['doctor=2', 'office=2', 'patient=2', 'status=Arrived']) {
			expect(await listed(`${day}&${miss}`)).toEqual([]);
		}
	});
});

describe('what is written', () => {
	test('IDs are texts, and a break has no patient', async () => {
		expect(await create()).toMatchObject({ id: '1', appt_is_break: false, patient: 1 });
		const pause = await create({ patient: null, scheduled_time: '2026-03-02T12:00:00' });
		expect(pause).toMatchObject({ id: '2', appt_is_break: true, patient: null });
	});

	test.each<[string, { readonly [name: string]: Json }, string]>([
		['a room that the office does not have', { exam_room: 9 }, 'exam_room'],
		['a status that nobody knows', { status: 'Dancing' }, 'status'],
		['no duration', { duration: null }, 'duration'],
		['a time with a zone', { scheduled_time: '2026-03-02T09:00:00Z' }, 'scheduled_time'],
		['no such patient', { patient: 999 }, 'patient'],
	])('%s is refused', async (_, fields, name) => {
		const { status, json } = await api.post('/api/appointments', { ...visit, ...fields });
		expect(status).toBe(400);
		expect(Object.keys(object(json))).toEqual([name]);
	});

	test('a practice’s own status is accepted', async () => {
		expect(await create({ status: 'Waiting for Labs' })).toMatchObject({
			status: 'Waiting for Labs',
		});
	});

	test('a profile gives color, duration and reason, unless they are given', async () => {
		const { json } = await api.post('/api/appointments', {
			...{ doctor: 1, office: 1, exam_room: 1, patient: 1 },
			...{ scheduled_time: '2026-03-02T09:00:00', profile: 1, reason: 'Rash' },
		});
		expect(json).toMatchObject({ color: '#80D6FF', duration: 45, reason: 'Rash' });
	});

	test('an overlap is a 409 that names what is in the way, unless it is allowed', async () => {
		await create();
		const clash = { ...visit, patient: 2, scheduled_time: '2026-03-02T09:15:00' };
		const { status, json } = await api.post('/api/appointments', clash);
		expect([status, json]).toEqual([409, { detail: 'Appointment overlaps with [1]' }]);
		expect(await create({ ...clash, allow_overlapping: true })).toMatchObject({ id: '2' });
		await create({ ...clash, scheduled_time: '2026-03-02T09:45:00' });
		await create({ ...clash, doctor: 2, exam_room: 2 });
	});

	test('what is cancelled or deleted is not in the way', async () => {
		await create({ status: 'Cancelled' });
		await create();
		expect((await api.send('DELETE', '/api/appointments/2')).status).toBe(204);
		await create();
	});

	test('a change is checked for overlaps only if it moves something', async () => {
		await create();
		await create({ scheduled_time: '2026-03-02T10:00:00' });
		await create({ scheduled_time: '2026-03-02T09:10:00', allow_overlapping: true });
		const patch = async (id: number, fields: Json) =>
			(await api.send('PATCH', `/api/appointments/${id}`, fields)).status;
		expect(await patch(3, { status: 'Arrived' })).toBe(204);
		expect(await patch(2, { scheduled_time: '2026-03-02T09:20:00' })).toBe(409);
		expect(await patch(2, { scheduled_time: '2026-03-02T09:20:00', allow_overlapping: true })).toBe(
			204,
		);
	});

	test('a deleted appointment is archived', async () => {
		const { id } = await create();
		await api.send('DELETE', `/api/appointments/${scalar(id)}`);
		expect(await listed('date=2026-03-02')).toEqual([]);
		expect(await listed('date=2026-03-02&show_archived=true')).toEqual([id]);
		expect(object((await api.get('/api/appointments/1')).json).deleted_flag).toBe(true);
	});
});

describe('a recurring appointment', () => {
	const march = 'date_range=2026-03-01/2026-03-31';
	beforeEach(async () => {
		await create({
			recurring_appointment: true,
			recurring_days: ['Monday', 'Wednesday'],
			recurs_every: 2,
			recur_start_date: '2026-03-02',
			recur_end_date: '2026-03-20',
		});
	});

	test('has its other days as virtual appointments', async () => {
		expect(await listed(march)).toEqual(['1', '2026-03-04_1', '2026-03-16_1', '2026-03-18_1']);
		expect(await listed(`${march}&ignore_virtual=true`)).toEqual(['1']);
		expect(object((await api.get('/api/appointments/2026-03-16_1')).json)).toMatchObject({
			scheduled_time: '2026-03-16T09:00:00',
			base_recurring_appointment: '1',
		});
		expect((await api.get('/api/appointments/2026-03-17_1')).status).toBe(404);
	});

	test('a day that is changed gets a record of its own', async () => {
		const change = { status: 'Confirmed' };
		expect((await api.send('PATCH', '/api/appointments/2026-03-16_1', change)).status).toBe(204);
		expect(await listed(march)).toEqual(['1', '2026-03-04_1', '2', '2026-03-18_1']);
		expect((await api.get('/api/appointments/2026-03-16_1')).json).toMatchObject({
			id: '2',
			status: 'Confirmed',
		});
	});

	test('one day can be deleted, and the others stay', async () => {
		expect((await api.send('DELETE', '/api/appointments/2026-03-04_1')).status).toBe(204);
		expect(await listed(march)).toEqual(['1', '2026-03-16_1', '2026-03-18_1']);
	});

	test('a virtual day is in the way of others', async () => {
		const { json } = await api.post('/api/appointments', {
			...visit,
			scheduled_time: '2026-03-18T09:00:00',
		});
		expect(json).toEqual({ detail: 'Appointment overlaps with [2026-03-18_1]' });
	});
});

test('free slots leave out what is booked and what is outside the office’s hours', async () => {
	await create({ scheduled_time: '2026-03-02T08:30:00' });
	const path = '/api/availability';
	const { json } = await api.get(`${path}?date=2026-03-02&doctor=1&office=1&duration=30`);
	const times = (start: string, end: string) => ({ start, end });
	expect(json).toMatchObject({ date: '2026-03-02', duration: 30, open_slots: [{ office: 1 }] });
	const text = JSON.stringify(json);
	expect(text).toContain(
		JSON.stringify([times('08:00', '08:30'), times('09:00', '09:30')]).slice(1, -1),
	);
	expect(text).not.toContain('"start":"08:30"');
	expect(text).toContain(JSON.stringify(times('17:30', '18:00')));
	expect(text).not.toContain('18:15');
	expect((await api.get(`${path}?doctor=1`)).status).toBe(400);
	const weekend = await api.get(`${path}?date_range=2026-03-07/2026-03-08`);
	expect(weekend.json).toMatchObject([{ open_slots: [] }, { open_slots: [] }]);
});
