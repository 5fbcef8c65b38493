import { type Json, type Simulator, startSimulator } from '../../simulator';
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

test('emptyText and stampForm change how records are written', async () => {
	const { get } = withSwitches({ emptyText: 'null', stampForm: 'blank' });
	const { json } = await get('/api/patients/1');
	expect(object(json)).toMatchObject({ middle_name: null, id: 1 });
	expect(object(json).updated_at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
});

test('createAnswer: an answer to a create has the verbose fields', async () => {
	const { post } = withSwitches({ createAnswer: 'verbose' });
	expect(object((await post('/api/patients', NEW)).json)).toHaveProperty('primary_insurance');
});

test('changeAnswer: a change is answered with the record', async () => {
	const { send } = withSwitches({ changeAnswer: 'record' });
	const reply = await send('PATCH', '/api/patients/1', { city: 'Albany' });
	expect([reply.status, object(reply.json).city]).toEqual([200, 'Albany']);
});

test('groups: a PATCH empties what it does not name of an object within', async () => {
	const { get, send } = withSwitches({ groups: 'replaced' });
	const change = (primary_insurance: Record<string, string>) =>
		send('PATCH', '/api/patients/1', { primary_insurance });
	await change({ insurance_company: 'Example Mutual', insurance_plan_name: 'Gold' });
	await change({ insurance_company: 'Example Life' });
	const { json } = await get('/api/patients/1?verbose=true');
	expect(object(json).primary_insurance).toMatchObject({
		insurance_company: 'Example Life',
		insurance_plan_name: '',
	});
});

test('duplicateStatus: a duplicate is a bad request', async () => {
	const { post } = withSwitches({ duplicateStatus: 'bad' });
	await post('/api/patients', NEW);
	const again = await post('/api/patients', NEW);
	expect([again.status, again.text]).toEqual([400, expect.stringContaining('duplicate')]);
});

test('staleLists: the first reading after a write is the one before it', async () => {
	const { get, post } = withSwitches({ staleLists: 'once' });
	await get('/api/patients');
	await post('/api/patients', NEW);
	expect(results(await get('/api/patients'))).toHaveLength(3);
	expect(results(await get('/api/patients'))).toHaveLength(4);
});

test('tags, state and moreFields: what is read back in other ways', async () => {
	const { get, send } = withSwitches({ tags: 'bars', state: 'name', moreFields: 'yes' });
	const [document] = results(await get('/api/documents'));
	expect(document.metatags).toBe('seeded');
	await send('PATCH', '/api/patients/1', { state: 'CA' });
	expect(object((await get('/api/patients/1')).json).state).toBe('California');
	expect(object((await get('/api/appointments/1')).json)).toMatchObject({ is_telehealth: false });
});

test('appointmentsPage and wideRange: smaller pages, and an empty list in place of a 400', async () => {
	const { get } = withSwitches({ appointmentsPage: '20/50', wideRange: 'empty' });
	const since = '/api/appointments?since=2000-01-01';
	expect(results(await get(since))).toHaveLength(20);
	expect(results(await get(`${since}&verbose=true`))).toHaveLength(50);
	expect(results(await get('/api/appointments?date_range=2020-01-01/2021-01-01'))).toEqual([]);
});

test('sinceSuffix, sinceZone and stampZone: a zone is ignored, and times are in UTC', async () => {
	const { get, send } = withSwitches({
		sinceSuffix: 'ignored',
		sinceZone: 'UTC',
		stampZone: 'UTC',
	});
	await send('PATCH', '/api/patients/1', { city: 'Albany' });
	const { updated_at } = object((await get('/api/patients/1')).json);
	const age = Math.abs(Date.parse(`${String(updated_at)}Z`) - simulator.clock.now());
	expect(age).toBeLessThan(60_000);
	expect(results(await get(`/api/patients?since=${String(updated_at)}Z`))).toHaveLength(1);
	simulator.doubts.sinceZone = 'practice';
	expect(results(await get(`/api/patients?since=${String(updated_at)}Z`))).toEqual([]);
});

test('breaks and reasonLength: no appointment without a patient, no long reason', async () => {
	const { post } = withSwitches({ breaks: 'refused', reasonLength: 'short' });
	const slot = { doctor: 1, office: 1, exam_room: 1, duration: 30 };
	const at = { ...slot, scheduled_time: '2030-01-02T09:00:00' };
	const refused = await post('/api/appointments', { ...at, patient: null });
	expect([refused.status, Object.keys(object(refused.json))]).toEqual([400, ['patient']]);
	const long = await post('/api/appointments', { ...at, patient: 1, reason: 'x'.repeat(101) });
	expect([long.status, Object.keys(object(long.json))]).toEqual([400, ['reason']]);
});

describe('a list of new records', () => {
	const list = ['Ada', 'Bea', 'Cleo'].map((first_name) => ({ ...NEW, first_name }));
	const wrong = { ...NEW, first_name: 'Wrong', gender: 'none' };
	const names = () =>
		simulator.store.patients
			.all()
			.slice(3)
			.map(({ first_name }) => first_name);

	test.each([
		['told', [], [{}, { gender: ['"none" is not a valid choice.'] }, {}, {}]],
		['whole', [], { gender: ['"none" is not a valid choice.'] }],
		['before', ['Ada'], { gender: ['"none" is not a valid choice.'] }],
		['others', ['Ada', 'Bea', 'Cleo'], { gender: ['"none" is not a valid choice.'] }],
	] as const)('refusedList %s: %j are stored', async (refusedList, kept, answer) => {
		const { post } = withSwitches({ refusedList });
		const reply = await post('/api/patients', [list[0], wrong, list[1], list[2]]);
		expect([reply.status, reply.json]).toEqual([400, answer]);
		expect(names()).toEqual(kept);
	});

	test.each([
		['reversed', ['Cleo', 'Bea', 'Ada']],
		['shorter', ['Ada', 'Bea']],
	] as const)('createdList %s: the answer is %j', async (createdList, answered) => {
		const { post } = withSwitches({ createdList });
		const { status, json } = await post('/api/patients', list);
		expect(status).toBe(201);
		expect((json as Json[]).map((one) => object(one).first_name)).toEqual(answered);
		expect(names()).toEqual(['Ada', 'Bea', 'Cleo']);
	});
});

test('movingLists: a page begins with the last record of the page before, and lists end', async () => {
	const { get } = withSwitches({ movingLists: 'again' });
	const read = async (path: string) => {
		const pages: unknown[][] = [];
		for (let next: unknown = path; typeof next === 'string';) {
			const reply = await get(next);
			pages.push(results(reply).map(({ id }) => id));
			next = object(reply.json).next;
		}
		return pages;
	};
	expect(await read('/api/patients?page_size=2')).toEqual([
		[1, 2],
		[2, 3],
	]);
	expect(await read('/api/patients?page_size=1')).toEqual([[1], [2], [3]]);
	const [first, second] = await read('/api/appointments?since=2000-01-01&page_size=10');
	expect(second[0]).toBe(first.at(-1));
});

test('inactive: a list has those who are not active without being asked', async () => {
	const { get } = withSwitches({ inactive: 'listed' });
	simulator.store.patients.update(2, { patient_status: 'I' });
	expect(results(await get('/api/patients'))).toHaveLength(3);
	simulator.doubts.inactive = 'hidden';
	expect(results(await get('/api/patients'))).toHaveLength(2);
	expect(results(await get('/api/patients?show_inactive=true'))).toHaveLength(3);
});
