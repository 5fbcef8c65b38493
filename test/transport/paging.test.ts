import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({ patients: 1000 });
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => {
	practice.simulator.clearLog();
	practice.simulator.clearFaults();
});

const lists = () => practice.simulator.requests({ method: 'GET', path: '/api/patients' });

test('Return All reads 1 000 patients in 4 requests, each patient once', async () => {
	const all = await practice.json({ nodes: [patients('getAll', { returnAll: true })] });
	expect(lists().map(({ query }) => query.page_size)).toEqual(['250', '250', '250', '250']);
	expect(lists().map(({ query }) => 'cursor' in query)).toEqual([false, true, true, true]);
	expect(new Set(all.map(({ id }) => id)).size).toBe(1000);
});

test('Limit 5 reads one page of 5', async () => {
	const five = await practice.json({ nodes: [patients('getAll', { limit: 5 })] });
	expect(five).toHaveLength(5);
	expect(lists().map(({ query }) => query)).toEqual([{ page_size: '5' }]);
});

test('a Limit beyond one page reads only as many pages as it needs', async () => {
	const many = await practice.json({ nodes: [patients('getAll', { limit: 300 })] });
	expect(many).toHaveLength(300);
	expect(lists()).toHaveLength(2);
});

test('filters stay on every page', async () => {
	const men = await practice.json({
		nodes: [patients('getAll', { returnAll: true, filters: { gender: 'Male' } })],
	});
	expect(men.length).toBeGreaterThan(250);
	expect(men.every(({ gender }) => gender === 'Male')).toBe(true);
	expect(lists().every(({ query }) => query.gender === 'Male')).toBe(true);
});

test('a page whose records are called "data" is read as well', async () => {
	const other = await openPractice({ patients: 300, doubts: { envelope: 'data' } });
	try {
		const all = await other.json({ nodes: [patients('getAll', { returnAll: true })] });
		expect(all).toHaveLength(300);
	} finally {
		await other.simulator.close();
	}
});

describe('a `next` that must not be followed', () => {
	let stranger: Server;
	let received: string[];

	beforeEach(async () => {
		received = [];
		stranger = createServer(({ headers, url }, response) => {
			received.push(`${url} ${headers.authorization}`);
			response.end('{"results":[],"next":null}');
		});
		await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
	});
	afterEach(() => stranger.close());

	test.each([
		['on another host', (port: number) => `http://127.0.0.1:${port}/api/patients?cursor=x`],
		['with a user name', (port: number) => `http://user:pass@127.0.0.1:${port}/api/patients`],
		['of another scheme', () => 'file:///etc/hostname'],
		['that is not a URL', () => 'http://:::'],
	])('%s: no request goes there, and the read ends with an error', async (_, url) => {
		const { port } = stranger.address() as AddressInfo;
		practice.simulator.inject({ effect: { kind: 'next', url: url(port) } });
		const { error } = await practice.run({ nodes: [patients('getAll', { returnAll: true })] });
		expect(error?.message).toMatch('points to an address outside its API');
		expect(error?.description).toMatch('the access token stays with DrChrono');
		expect(received).toEqual([]);
		expect(lists()).toHaveLength(1);
	});

	test('that was already read: the read ends instead of going round', async () => {
		const url = `${practice.simulator.url}/api/patients?page_size=250`;
		practice.simulator.inject({ times: 9, effect: { kind: 'next', url } });
		const { error } = await practice.run({ nodes: [patients('getAll', { returnAll: true })] });
		expect(error?.message).toMatch('leads back to a page that was already read');
		expect(lists()).toHaveLength(2);
	});
});
