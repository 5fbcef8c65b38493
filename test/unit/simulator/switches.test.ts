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
