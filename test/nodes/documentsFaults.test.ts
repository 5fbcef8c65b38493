import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { openBinaryStorage, type BinaryDataMode } from '../support/binaryData';
import { shareClock } from '../support/clock';
import { documents, upload } from '../support/documents';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;
let waited: number[];
let restore: () => void;

beforeEach(async () => {
	practice = await openPractice();
	({ waited, restore } = shareClock(practice.simulator));
});
afterEach(async () => {
	restore();
	await practice.simulator.close();
});

const FILES = '/^\\/documents\\//';
const posts = () => practice.simulator.requests({ method: 'POST', path: '/api/documents' });
const fetches = () => practice.simulator.requests({ path: /^\/documents\// });
const count = () => practice.simulator.store.collection('documents').size;
const text = 'synthetic '.repeat(20_000);
const data = {
	data: Buffer.from(text).toString('base64'),
	mimeType: 'text/plain',
	fileName: 'a.txt',
};
const items = [{ json: {}, binary: { data } }];
const download = documents('download', { documentId: locator(1) });

describe('an upload is never sent twice after an ambiguous failure', () => {
	test.each<['request' | 'headers' | 'body', number]>([
		['request', 0],
		['headers', 1],
		['body', 1],
	])('the connection is cut after the %s', async (after, stored) => {
		const before = count();
		practice.simulator.inject({ times: 9, effect: { kind: 'cut', after } });
		const { error } = await practice.run({ nodes: [upload()], items });
		expect(posts()).toHaveLength(1);
		expect(count() - before).toBe(stored);
		expect(error?.message).toMatch(/^DrChrono may or may not have carried this out/);
		expect(error?.description).toMatch('It was not sent again');
	});

	test.each([500, 502, 503])('status %d', async (status) => {
		practice.simulator.inject({ times: 9, effect: { kind: 'status', status } });
		const { error } = await practice.run({ nodes: [upload()], items });
		expect(posts()).toHaveLength(1);
		expect(error?.message).toMatch(/^DrChrono may or may not have carried this out/);
	});

	test('the connection is cut while the file is on its way', async () => {
		let connections = 0;
		const server = createServer((socket) => {
			connections += 1;
			socket.once('data', () => socket.destroy());
		});
		const { credentials } = practice;
		credentials.data = { ...credentials.data, baseUrl: await listen(server) };
		const { error } = await practice.run({ nodes: [upload()], items });
		server.close();
		expect(connections).toBe(1);
		expect(error?.message).toMatch(/^DrChrono may or may not have carried this out/);
	});

	test('429 is repeated all the same, for the server refused before it acted', async () => {
		const body = { detail: 'Request was throttled. Expected available in 7.0 seconds.' };
		practice.simulator.inject({ effect: { kind: 'status', status: 429, body } });
		const { error } = await practice.run({ nodes: [upload()], items });
		expect(error).toBeUndefined();
		expect(posts().map(({ status }) => status)).toEqual([429, 201]);
		expect(posts()[1].body).toEqual(posts()[0].body);
	});
});

async function listen(server: Server): Promise<string> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (typeof address !== 'object' || !address) throw new Error('not listening');
	return `http://127.0.0.1:${address.port}`;
}

describe('a document without an address yet', () => {
	test('is read again until it has one', async () => {
		practice.simulator.store.settings.filePreparation = 2_500;
		const [created] = await practice.json({ nodes: [upload()], items });
		expect(created).toMatchObject({ document: expect.any(String), filePending: false });
		expect(waited.filter((ms) => ms >= 1_000)).toEqual([1_000, 2_000]);
		expect(posts()).toHaveLength(1);
	});

	test('is returned after 15 seconds, and says so', async () => {
		practice.simulator.store.settings.filePreparation = 3_600_000;
		const [created] = await practice.json({ nodes: [upload()], items });
		expect(created).toMatchObject({ document: null, filePending: true });
		expect(waited.filter((ms) => ms >= 1_000)).toEqual([1_000, 2_000, 4_000, 8_000]);
	});

	test('is returned if it cannot be read again: it is filed all the same', async () => {
		practice.simulator.store.settings.filePreparation = 3_600_000;
		const match = { method: 'GET' };
		practice.simulator.inject({ match, effect: { kind: 'status', status: 404 } });
		const [created] = await practice.json({ nodes: [upload()], items });
		expect(created).toMatchObject({ filePending: true, alreadyFiled: false });
	});

	test('cannot be downloaded: the message says to wait', async () => {
		practice.simulator.store.settings.filePreparation = Infinity;
		const { error } = await practice.run({ nodes: [download] });
		expect(error?.message).toBe('DrChrono is still preparing the file of this document [item 0]');
		expect(fetches()).toEqual([]);
	});
});

describe('Download', () => {
	test('fetches from the other host without the token', async () => {
		const { outputs } = await practice.run({ nodes: [download] });
		expect(fetches()).toHaveLength(1);
		expect(fetches()[0]).toMatchObject({ host: 'file', authorization: 'absent', status: 200 });
		expect(outputs[0][0].json).toMatchObject({
			fileName: 'referral-letter.txt',
			mimeType: 'text/plain',
			description: 'Referral letter',
		});
	});

	describe.each<BinaryDataMode>(['default', 'filesystem', 'database'])('files kept: %s', (mode) => {
		test.each(['headers', 'body'] as const)(
			'a file cut after the %s is fetched again from its beginning',
			async (after) => {
				const storage = await openBinaryStorage(mode);
				await practice.run({ nodes: [upload()], items });
				practice.simulator.clearLog();
				practice.simulator.inject({
					times: 2,
					match: { path: FILES },
					effect: { kind: 'cut', after },
				});
				const documentId = locator(count());
				const { outputs, error } = await practice.run({
					nodes: [documents('download', { documentId })],
				});
				expect(error).toBeUndefined();
				expect(fetches()).toHaveLength(3);
				expect(outputs[0][0].json.bytes).toBe(text.length);
				await storage.close();
			},
		);

		test('a file that never arrives whole is no success', async () => {
			const storage = await openBinaryStorage(mode);
			const effect = { kind: 'cut', after: 'body' } as const;
			practice.simulator.inject({ times: 9, match: { path: FILES }, effect });
			const { error, outputs } = await practice.run({ nodes: [download] });
			expect(fetches()).toHaveLength(4);
			expect(error?.message).toMatch(/also after several attempts: the connection broke/);
			expect(outputs).toEqual([]);
			await storage.close();
		});
	});

	test('an address that is no longer good', async () => {
		const effect = { kind: 'status', status: 403, body: 'expired' } as const;
		practice.simulator.inject({ match: { path: FILES }, effect });
		const { error } = await practice.run({ nodes: [download] });
		expect(error).toMatchObject({
			httpCode: '403',
			message: 'The file could not be fetched: its address answered with status 403 [item 0]',
		});
		expect(fetches()).toHaveLength(1);
	});

	test('a file on the API’s own host gets the token, and the host it redirects to does not', async () => {
		const { simulator } = practice;
		const [{ document }] = await practice.json({
			nodes: [documents('get', { documentId: locator(1) })],
		});
		const own = { id: 1, document: `${simulator.url}/api/doctors/1` };
		simulator.inject({ effect: { kind: 'status', status: 200, body: own } });
		const effect = { kind: 'redirect', location: String(document) } as const;
		simulator.inject({ match: { path: '/api/doctors/1' }, effect });
		const { error } = await practice.run({ nodes: [download] });
		expect(error).toBeUndefined();
		expect(simulator.requests({ path: '/api/doctors/1' })[0].authorization).toBe('valid');
		expect(fetches()[0]).toMatchObject({ authorization: 'absent', status: 200 });
	});

	test('a token that expires on the way to a file on the API’s own host is renewed', async () => {
		const { simulator } = practice;
		const own = { id: 1, document: `${simulator.url}/api/doctors/1` };
		simulator.inject({ effect: { kind: 'status', status: 200, body: own } });
		const match = { path: '/api/doctors/1' };
		simulator.inject({ match, effect: { kind: 'status', status: 401 } });
		const { error } = await practice.run({ nodes: [download] });
		expect(error).toBeUndefined();
		expect(simulator.requests(match).map(({ status }) => status)).toEqual([401, 200]);
		expect(practice.credentials.renewals).toBe(1);
	});

	test.each(['ftp://files.example.com/a.pdf', 'https://user@files.example.com/a.pdf'])(
		'%s is not fetched',
		async (document) => {
			const body = { id: 1, document };
			practice.simulator.inject({ effect: { kind: 'status', status: 200, body } });
			const { error } = await practice.run({ nodes: [download] });
			expect(error?.message).toMatch('points to an address outside its API');
		},
	);
});
