import { NodeOperationError } from 'n8n-workflow';
import { raw, type Between } from '../simulator/between';
import { shareClock } from '../support/clock';
import { documents } from '../support/documents';
import { shrinkLimits } from '../support/limits';
import { locator, patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;
let restore: () => void = () => undefined;
let restoreLimits: () => void = () => undefined;

beforeEach(async () => {
	practice = await openPractice();
	restore = shareClock(practice.simulator).restore;
	restoreLimits = shrinkLimits();
});
afterEach(async () => {
	restore();
	restoreLimits();
	await practice.simulator.close();
});

const sent = (method: string) => practice.simulator.requests({ method });
const newPatient = patients('create', { first_name: 'Iris', gender: 'Female', doctor: locator(1) });
const aPatient = patients('get', { patientId: locator(1) });

describe.each(['request', 'headers', 'body'] as const)('silence after the %s', (after) => {
	test('of a POST ends as an unknown outcome, and is not sent twice', async () => {
		practice.simulator.inject({ match: { method: 'POST' }, effect: { kind: 'silence', after } });
		const startedAt = Date.now();
		const { error } = await practice.run({ nodes: [newPatient] });
		expect(Date.now() - startedAt).toBeLessThan(3_000);
		expect(error?.message).toMatch(
			after === 'body'
				? /may or may not .* stopped coming and did not go on within the time limit/
				: /may or may not .* no answer came within the time limit/,
		);
		expect(sent('POST')).toHaveLength(1);
	});

	test('of a GET is tried again', async () => {
		practice.simulator.inject({ match: { method: 'GET' }, effect: { kind: 'silence', after } });
		expect(await practice.json({ nodes: [aPatient] })).toMatchObject([{ id: 1 }]);
		expect(sent('GET')).toHaveLength(2);
	});

	test('without an end is given up within the limit, and told as what it is', async () => {
		practice.simulator.inject({ times: 99, effect: { kind: 'silence', after } });
		const startedAt = Date.now();
		const { error } = await practice.run({ nodes: [aPatient] });
		expect(Date.now() - startedAt).toBeLessThan(3_000);
		expect(error?.message).toMatch('within the time limit');
		expect(error?.description).toMatch('Nothing was changed');
	});
});

test.each(['headers', 'body'] as const)(
	'a download that is silent after the %s ends',
	async (after) => {
		const effect = { kind: 'silence', after } as const;
		practice.simulator.inject({ match: { path: '/^/documents/' }, times: 99, effect });
		const startedAt = Date.now();
		const { error } = await practice.run({
			nodes: [documents('download', { documentId: locator(1) })],
		});
		expect(Date.now() - startedAt).toBeLessThan(8_000);
		expect(error?.message).toMatch('within the time limit');
	},
);

test('a download that stalls once is fetched again', async () => {
	const effect = { kind: 'silence', after: 'body' } as const;
	practice.simulator.inject({ match: { path: '/^/documents/' }, effect });
	const out = await practice.json({ nodes: [documents('download', { documentId: locator(1) })] });
	expect(Number(out[0].bytes)).toBeGreaterThan(0);
});

test('a token endpoint that says nothing does not hold the node', async () => {
	practice.simulator.expireTokens();
	const effect = { kind: 'silence', after: 'request' } as const;
	practice.simulator.inject({ match: { path: '/o/token/' }, times: 99, effect });
	const startedAt = Date.now();
	const { error } = await practice.run({ nodes: [newPatient] });
	expect(Date.now() - startedAt).toBeLessThan(5_000);
	expect(error?.message).toMatch(/could not be renewed now: no answer came within the time limit/);
	expect(practice.simulator.requests({ path: '/o/token/' })).toHaveLength(1);
});

describe('n8n’s Stop', () => {
	let between: Between;
	afterEach(async () => await between.close());

	test.each<[string, string | undefined]>([
		['before the answer', undefined],
		[
			'within the answer',
			'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"id"',
		],
	])('ends a request at once and closes its socket: %s', async (_, answer) => {
		restoreLimits();
		between = await raw(answer, 'silence');
		practice.credentials.data.baseUrl = `http://127.0.0.1:${between.port}`;
		const cancel = new AbortController();
		const running = practice.run({ nodes: [newPatient], signal: cancel.signal });
		while (between.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
		await new Promise((resolve) => setTimeout(resolve, 100));
		const stoppedAt = Date.now();
		cancel.abort(new NodeOperationError({} as never, 'stopped'));
		await running;
		expect(Date.now() - stoppedAt).toBeLessThan(500);
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(between.open()).toBe(0);
		expect(between.heard).toHaveLength(1);
	});
});
