import type { NodeParameterValueType } from 'n8n-workflow';
import type { WorkflowNode } from '../support/harness';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({ throttle: { perSecond: 1000, perHour: 10_000 } });
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => {
	practice.simulator.clearLog();
	practice.simulator.clearFaults();
});

type Parameters = Record<string, NodeParameterValueType>;

const request = (operation: string, parameters: Parameters, type = 'drChronoApiRequest') =>
	({ type, parameters: { operation, ...parameters } }) satisfies WorkflowNode;
const wire = () =>
	practice.simulator.requests().map(({ method, path, query }) => [method, path, query]);
const json = (value: object) => JSON.stringify(value);

test('Get Many gives one item per record, follows pages, and stops at the limit', async () => {
	const path = 'patients?page_size=20';
	const some = await practice.json({ nodes: [request('getAll', { path, limit: 3 })] });
	expect(some.map(({ id }) => id)).toEqual([1, 2, 3]);
	expect(wire()).toEqual([['GET', '/api/patients', { page_size: '20' }]]);
	const all = await practice.json({ nodes: [request('getAll', { path, returnAll: true })] });
	expect(new Set(all.map(({ id }) => id)).size).toBe(50);
	expect(practice.simulator.requests()).toHaveLength(4);
});

test('the query’s values arrive as they were given', async () => {
	const value = 'O’Brien & Söhne + 50 % = ?#/..';
	const queryParameters = { values: [{ name: 'last_name', value }] };
	await practice.json({ nodes: [request('getAll', { path: 'patients', queryParameters })] });
	expect(wire()).toEqual([['GET', '/api/patients', { last_name: value }]]);
});

test('Get gives one record, Get Many too where the path has one, Text what is no JSON', async () => {
	const [one] = await practice.json({ nodes: [request('get', { path: '/api/doctors/2' })] });
	expect(one).toMatchObject({ id: 2 });
	const many = await practice.json({ nodes: [request('getAll', { path: 'doctors/2' })] });
	expect(many).toEqual([one]);
	const options = { answerIsText: true };
	const [text] = await practice.json({
		nodes: [request('get', { path: 'patients/1/ccda', options })],
	});
	expect(text.answer).toContain('<ClinicalDocument');
});

test('a record is made, changed and deleted; an empty answer is told as what was done', async () => {
	const fields = { first_name: 'Alma', last_name: 'Example', gender: 'Female', doctor: 1 };
	const [made] = await practice.json({
		nodes: [request('create', { path: 'patients', body: json(fields) })],
	});
	expect(made).toMatchObject(fields);
	const path = `patients/${String(made.id)}`;
	const changed = await practice.json({
		nodes: [request('update', { path, body: json({ city: 'Albany' }) })],
	});
	expect(changed).toEqual([{ updated: true }]);
	const replaced = await practice.json({
		nodes: [request('replace', { path, body: json({ ...fields, city: 'Troy' }) })],
	});
	expect(replaced).toEqual([{ updated: true }]);
	expect(await practice.json({ nodes: [request('delete', { path })] })).toEqual([
		{ deleted: true },
	]);
	const sent = practice.simulator.requests().map(({ method, body: given }) => [method, given]);
	expect(sent.slice(0, 3)).toEqual([
		['POST', fields],
		['PATCH', { city: 'Albany' }],
		['PUT', { ...fields, city: 'Troy' }],
	]);
	expect(sent[3][0]).toBe('DELETE');
});

test('a file goes out as a form with the fields beside it', async () => {
	const formFields = {
		values: Object.entries({
			patient: '1',
			doctor: '1',
			description: 'Fax',
			date: '2021-02-14',
		}).map(([name, value]) => ({ name, value })),
	};
	const parameters = { path: 'documents', bodyType: 'file', fileField: 'document', formFields };
	const [made] = await practice.json({
		nodes: [request('create', parameters)],
		items: [
			{
				json: {},
				binary: {
					data: {
						data: Buffer.from('12345').toString('base64'),
						mimeType: 'text/plain',
						fileName: 'fax.txt',
					},
				},
			},
		],
	});
	expect(made).toMatchObject({ description: 'Fax', patient: 1 });
	expect(practice.simulator.requests()[0].body).toMatchObject({
		description: 'Fax',
		document: expect.objectContaining({ name: 'fax.txt', bytes: 5 }),
	});
});

test.each(['//evil.example', 'https://evil.example/api/x', '../o/token', 'patients/%2e%2e/x'])(
	'nothing is sent for the path %s',
	async (path) => {
		for (const operation of ['get', 'getAll', 'create', 'delete']) {
			const body = json({ a: 1 });
			const { error } = await practice.run({ nodes: [request(operation, { path, body })] });
			expect(error?.message).toMatch(/^“Path” must be a path of DrChrono’s API.*\[item 0\]$/);
		}
		expect(practice.simulator.requests()).toEqual([]);
	},
);

test('a next that leaves the API is not followed', async () => {
	const body = { results: [{ id: 1 }], next: 'https://evil.example/api/patients?page=2' };
	practice.simulator.inject({ effect: { kind: 'status', status: 200, body } });
	const { error } = await practice.run({
		nodes: [request('getAll', { path: 'patients', returnAll: true })],
	});
	expect(error?.message).toContain('points to an address outside its API');
	expect(wire()).toHaveLength(1);
});

const PATHS = { create: 'patients', update: 'patients/1' };

test.each(['create', 'update'] as const)(
	'a %s whose answer got lost is not sent again',
	async (operation) => {
		practice.simulator.inject({ times: 9, effect: { kind: 'status', status: 502, body: {} } });
		const { error } = await practice.run({
			nodes: [request(operation, { path: PATHS[operation], body: json({ city: 'Albany' }) })],
		});
		expect(error?.message).toContain('may or may not have carried this out');
		expect(wire()).toHaveLength(1);
	},
);

describe('as the tool of an agent', () => {
	const tool = (operation: string, parameters: Parameters) =>
		request(operation, parameters, 'drChronoApiRequestTool');
	const path = 'patients';
	const body = json({ first_name: 'By', last_name: 'Agent', gender: 'Other', doctor: 1 });

	test('it reads', async () => {
		expect(await practice.json({ nodes: [tool('get', { path: 'doctors/1' })] })).toHaveLength(1);
	});

	test.each([
		['create', {}],
		['update', {}],
		['replace', {}],
		['delete', {}],
		['create', { letAgentsWrite: false }],
		['create', { letAgentsWrite: '={{ true }}' }],
		['create', '={{ { letAgentsWrite: true } }}'],
	])('it does not %s with %j', async (operation, options) => {
		const { error } = await practice.run({ nodes: [tool(operation, { path, body, options })] });
		expect(error?.message).toMatch(
			/An AI agent may only read|Let AI Agents Write” must be true or/,
		);
		expect(wire()).toEqual([]);
	});

	test.each([
		'https://evil.example/api/patients',
		'//evil.example/patients',
		'http:evil.example',
		'user@evil.example/patients',
		'../o/token/',
		'api/../../o/authorize',
		'patients/%2e%2e/%2e%2e/o/token',
		'patients\\..\\..\\o\\token',
		'patients/1#@evil.example/',
		'patients\r\nHost: evil.example',
		'/api//evil.example',
	])('a model that asks for %j gets no further than the API', async (asked) => {
		for (const operation of ['get', 'getAll']) {
			// As n8n fills in what a model decides.
			const { error } = await practice.run({
				nodes: [tool(operation, { path: `={{ ${JSON.stringify(asked)} }}` })],
			});
			expect(error?.message).toMatch(/^“Path” must be a path of DrChrono’s API/);
			expect(practice.simulator.requests()).toEqual([]);
		}
	});

	test('an address outside the API that begins with a slash is looked for within the API', async () => {
		await practice.run({ nodes: [tool('get', { path: '/o/token/' })] });
		expect(wire()).toEqual([['GET', '/api/o/token/', {}]]);
	});

	test('it writes where the user turned that on', async () => {
		const options = { letAgentsWrite: true };
		const [made] = await practice.json({ nodes: [tool('create', { path, body, options })] });
		expect(made).toMatchObject({ last_name: 'Agent' });
	});
});

test.each([
	{ resource: 'patient', operation: '__CUSTOM_API_CALL__' },
	{ resource: '__CUSTOM_API_CALL__', operation: 'get' },
])('n8n’s own Custom API Call entry leads here: %j', async (parameters) => {
	const { error } = await practice.run({ nodes: [{ type: 'drChronoPatients', parameters }] });
	expect(error?.message).toBe('Custom API Call is done by the node DrChrono API Request [item 0]');
	expect(wire()).toEqual([]);
});
