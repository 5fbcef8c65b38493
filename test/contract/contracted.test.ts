import { type Simulator, startSimulator } from '../simulator';
import { type JsonObject, isJsonArray, isJsonObject } from '../simulator/json';
import { sampleRecord } from '../support/contractRecords';
import { client, object, UNTHROTTLED } from '../unit/simulator/support';
import { contract, fieldsOf, resourceFacts } from './facts';

/** Those whose records are appointments and patients have rules of their own, and tests of them. */
const BY_HAND = ['appointments', 'appointments_list', 'patients', 'patients_summary', 'documents'];

const all = Object.keys(contract.resources).filter((name) => !BY_HAND.includes(name));
const having = (...operations: string[]) =>
	all.filter((name) => operations.every((one) => resourceFacts(name).operations.includes(one)));

/** Files of the contract that a plain body can have in base64. */
const withFiles = (name: string, record: JsonObject): JsonObject => ({
	...record,
	...Object.fromEntries(
		(resourceFacts(name).files ?? [])
			.filter((file) => file in record)
			.map((file) => [file, Buffer.from('Synthetic').toString('base64')]),
	),
});

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ patients: 5, throttle: UNTHROTTLED });
});
afterAll(() => simulator.close());

/** Filters that a list cannot be without, with some value. */
const query = (name: string) => {
	const pairs = Object.entries(resourceFacts(name).filters)
		.filter(([, { required }]) => required)
		.map(([filter]) => [filter, /date/.test(filter) ? '2021-02-14' : '1']);
	return new URLSearchParams(Object.fromEntries(pairs)).toString();
};

const listed = having('list', 'get').filter((name) => resourceFacts(name).answer !== 'undescribed');

test.each(listed)(
	'%s: a list is a page, or the one record that the contract says',
	async (name) => {
		const reply = await client(simulator).get(`/api/${name}?${query(name)}`);
		expect(reply.status).toBe(200);
		const one = resourceFacts(name).answer.startsWith('one ');
		expect(isJsonArray(object(reply.json).results ?? null)).toBe(!one);
	},
);

const creating = having('list', 'create', 'get').filter(
	(name) => Object.keys(sampleRecord(name, 'whole')).length > 0,
);

test.each(creating)('%s: what is created has the contract’s fields', async (name) => {
	const { get, post } = client(simulator);
	const record = withFiles(name, sampleRecord(name, 'whole'));
	const created = await post(`/api/${name}?${query(name)}`, record);
	expect([created.status, created.text]).toEqual([201, expect.any(String)]);
	const facts = fieldsOf(name);
	const shown = Object.keys(facts).filter((field) => !facts[field].verbose);
	expect(Object.keys(object(created.json)).sort()).toEqual(shown.sort());
	const { id } = object(created.json);
	// What has no ID of its own cannot be asked for again.
	if (!('id' in facts)) return;
	const again = object((await get(`/api/${name}/${String(id)}?verbose=true`)).json);
	expect(Object.keys(again).sort()).toEqual(Object.keys(facts).sort());
	for (const [field, value] of Object.entries(record)) {
		if (resourceFacts(name).files?.includes(field)) expect(String(again[field])).toMatch(/^http/);
		else if (isJsonObject(value)) expect(again[field]).toMatchObject(value);
		else if (facts[field].type === 'number') expect(Number(again[field])).toBe(Number(value));
		else if (!isJsonArray(value)) expect([field, again[field]]).toEqual([field, value]);
	}
});

test.each(creating)('%s: what is required is refused by name when it lacks', async (name) => {
	const required = Object.keys(sampleRecord(name, 'required'));
	const { status, json } = await client(simulator).post(`/api/${name}?${query(name)}`, {});
	if (required.length === 0) expect(status).toBe(201);
	else expect([status, Object.keys(object(json)).sort()]).toEqual([400, required.sort()]);
});

const changing = having('create', 'update', 'get').filter((name) => 'id' in fieldsOf(name));

test.each(changing)('%s: a change changes what it names', async (name) => {
	const { post, send } = client(simulator);
	const record = withFiles(name, sampleRecord(name, 'whole'));
	const { id } = object((await post(`/api/${name}`, record)).json);
	const [field] = Object.keys(record).filter((one) => !resourceFacts(name).files?.includes(one));
	const path = `/api/${name}/${String(id)}`;
	expect((await send('PATCH', path, { [field]: record[field] })).status).toBe(204);
	const { operations } = resourceFacts(name);
	expect((await send('PUT', path, record)).status).toBe(operations.includes('replace') ? 204 : 405);
	const deleted = operations.includes('delete') ? 204 : 405;
	expect((await send('DELETE', path)).status).toBe(deleted);
});

test('a choice that the contract does not have, and a record that there is not, are refused', async () => {
	const { post } = client(simulator);
	const { json } = await post('/api/allergies', { doctor: 1, patient: 99, status: 'gone' });
	expect(Object.keys(object(json)).sort()).toEqual(['patient', 'status']);
});

test('the scopes and permissions of the contract are asked for, one of several or all', async () => {
	const scopes = ['labs:read', 'calendar:read'];
	const { get } = client(simulator, simulator.connect({ scopes }).access_token);
	expect((await get('/api/patient_lab_results')).status).toBe(200);
	expect((await get('/api/allergies')).status).toBe(403);
	simulator.doubts.severalScopes = 'all';
	expect((await get('/api/patient_lab_results')).status).toBe(403);
	simulator.doubts.severalScopes = 'any';
});
