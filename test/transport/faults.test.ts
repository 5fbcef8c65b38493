import type { FaultEffect } from '../simulator';
import { shareClock } from '../support/clock';
import { locator, patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;
let restore: () => void = () => undefined;

beforeEach(async () => {
	practice = await openPractice();
	restore = shareClock(practice.simulator).restore;
});
afterEach(async () => {
	restore();
	await practice.simulator.close();
});

const sent = (method: string) => practice.simulator.requests({ method });
const count = () => practice.simulator.store.patients.all().length;
const newPatient = patients('create', {
	first_name: 'Iris',
	last_name: 'Sample',
	gender: 'Female',
	doctor: locator(1),
});

const AMBIGUOUS: Array<[string, FaultEffect]> = [
	['whose connection is cut before an answer', { kind: 'cut', after: 'headers' }],
	['whose connection is cut within the answer', { kind: 'cut', after: 'body' }],
	['that is cut before DrChrono acts', { kind: 'cut', after: 'request' }],
	['answered with HTML by the edge', { kind: 'html' }],
	['answered with 502', { kind: 'status', status: 502 }],
];

test.each(AMBIGUOUS)('a POST %s is not sent twice', async (_, effect) => {
	const before = count();
	practice.simulator.inject({ match: { method: 'POST' }, effect });
	const { error } = await practice.run({ nodes: [newPatient] });
	expect(sent('POST')).toHaveLength(1);
	expect(count() - before).toBeLessThanOrEqual(1);
	expect(error?.message).toMatch('may or may not have carried this out');
	expect(error?.description).toMatch('Look in DrChrono');
	expect(error?.message).not.toMatch('Sample');
});

test.each(AMBIGUOUS)('a PATCH %s is not sent twice', async (_, effect) => {
	practice.simulator.inject({ match: { method: 'PATCH' }, effect });
	const { error } = await practice.run({
		nodes: [patients('update', { patientId: locator(1), updateFields: { city: 'Albany' } })],
	});
	expect(sent('PATCH')).toHaveLength(1);
	expect(error?.message).toMatch('may or may not');
});

test.each(AMBIGUOUS)('a GET %s is sent again', async (_, effect) => {
	practice.simulator.inject({ match: { method: 'GET' }, times: 2, effect });
	const [{ id }] = await practice.json({ nodes: [patients('get', { patientId: locator(1) })] });
	expect(id).toBe(1);
	expect(sent('GET')).toHaveLength(3);
});

test('a DELETE that is cut is sent again', async () => {
	practice.simulator.inject({
		match: { method: 'DELETE' },
		effect: { kind: 'cut', after: 'request' },
	});
	const out = await practice.json({ nodes: [patients('delete', { patientId: locator(2) })] });
	expect(out).toEqual([{ id: 2, deleted: true }]);
	expect(sent('DELETE')).toHaveLength(2);
});

test('a DELETE that was carried out before the connection broke has been carried out', async () => {
	practice.simulator.inject({
		match: { method: 'DELETE' },
		effect: { kind: 'cut', after: 'headers' },
	});
	const out = await practice.json({ nodes: [patients('delete', { patientId: locator(3) })] });
	expect(out).toEqual([{ id: 3, deleted: true }]);
});

test('a GET that never succeeds ends after four attempts', async () => {
	practice.simulator.inject({ times: 99, effect: { kind: 'status', status: 503 } });
	const { error } = await practice.run({ nodes: [patients('get', { patientId: locator(1) })] });
	expect(sent('GET')).toHaveLength(4);
	expect(error?.message).toMatch('could not carry this out, also after several attempts');
	expect(error?.message).toMatch('503');
});

test('a DrChrono that cannot be reached: nothing was sent, and the message says so', async () => {
	practice.credentials.data.baseUrl = 'http://127.0.0.1:9';
	const { error } = await practice.run({ nodes: [newPatient] });
	expect(error?.message).toMatch('did not reach DrChrono: no connection came about');
	expect(error?.description).toMatch('Nothing was sent');
	expect(error?.context).toMatchObject({ networkCode: 'ECONNREFUSED' });
});

describe('redirects', () => {
	test('within the API keep method, body and token', async () => {
		practice.simulator.inject({
			match: { method: 'POST', path: '/api/patients' },
			effect: { kind: 'redirect', location: `${practice.simulator.url}/api/patients?moved=1` },
		});
		const before = count();
		await practice.json({ nodes: [newPatient] });
		const [first, second] = sent('POST');
		expect(first.status).toBe(302);
		expect(second).toMatchObject({ method: 'POST', authorization: 'valid', body: first.body });
		expect(second.url).toBe('/api/patients?moved=1');
		expect(count()).toBe(before + 1);
	});

	test('elsewhere are not followed', async () => {
		practice.simulator.inject({
			effect: { kind: 'redirect', location: `${practice.simulator.fileUrl}/api/patients/1` },
		});
		const { error } = await practice.run({ nodes: [patients('get', { patientId: locator(1) })] });
		expect(error?.message).toMatch('outside its API');
		expect(practice.simulator.log.filter(({ host }) => host === 'file')).toEqual([]);
	});

	test('without an end are given up', async () => {
		practice.simulator.inject({
			times: 99,
			effect: { kind: 'redirect', location: `${practice.simulator.url}/api/patients/1` },
		});
		const { error } = await practice.run({ nodes: [patients('get', { patientId: locator(1) })] });
		expect(error?.message).toMatch('from one address to the next');
		expect(sent('GET').length).toBe(6);
	});
});

test('cancelling an execution ends its waiting', async () => {
	restore();
	practice.simulator.inject({
		times: 99,
		effect: {
			kind: 'status',
			status: 429,
			body: { detail: 'Request was throttled. Expected available in 30.0 seconds.' },
		},
	});
	const cancel = new AbortController();
	const startedAt = Date.now();
	setTimeout(() => cancel.abort(), 300);
	await practice.run({
		nodes: [patients('get', { patientId: locator(1), options: { maximumWait: 60 } })],
		signal: cancel.signal,
	});
	expect(Date.now() - startedAt).toBeLessThan(5_000);
	expect(sent('GET')).toHaveLength(1);
});
