import { createHash } from 'node:crypto';

import { type Simulator, startSimulator } from '../../simulator';
import { UNTHROTTLED, object, scalar } from './support';

let simulator: Simulator;
let token: string;

beforeAll(async () => {
	simulator = await startSimulator({ throttle: UNTHROTTLED });
	token = simulator.connect().access_token;
});
afterAll(() => simulator.close());

const content = Buffer.from([0, 255, 13, 10, 45, 45, 0, 128]);

interface Fields {
	patient?: string;
	description?: string;
	date?: string;
	metatags?: string;
	document?: string | Blob;
}

async function post(fields: Fields = {}) {
	const whole: Record<string, string | Blob | undefined> = {
		doctor: '1',
		patient: '1',
		description: 'Scan',
		date: '2021-02-14',
		document: new Blob([content], { type: 'application/pdf' }),
		...fields,
	};
	const form = new FormData();
	for (const [name, value] of Object.entries(whole)) {
		if (typeof value === 'string') form.append(name, value);
		else if (value) form.append(name, value, '检查 1.pdf');
	}
	const response = await fetch(`${simulator.url}/api/documents`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}` },
		body: form,
	});
	const json: unknown = await response.json();
	return { status: response.status, json: object(json as never) };
}

const read = async (id: unknown) => {
	const response = await fetch(`${simulator.url}/api/documents/${String(id)}`, {
		headers: { authorization: `Bearer ${token}` },
	});
	return object((await response.json()) as never);
};

test('a file is stored byte for byte and served from the second host', async () => {
	const { status, json } = await post({ metatags: '["a", "b"]' });
	expect(status).toBe(201);
	expect(json).toMatchObject({ patient: 1, doctor: 1, metatags: '["a","b"]', archived: false });
	const address = scalar(json.document);
	expect(new URL(address).origin).toBe(simulator.fileUrl);
	const response = await fetch(address);
	expect(response.headers.get('content-type')).toBe('application/pdf');
	expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
});

test('the log has the file’s name, type, size and SHA-256', async () => {
	await post();
	expect(simulator.requests({ method: 'POST' }).at(-1)?.body).toMatchObject({
		description: 'Scan',
		document: {
			name: '检查 1.pdf',
			type: 'application/pdf',
			bytes: content.length,
			sha256: createHash('sha256').update(content).digest('hex'),
		},
	});
});

test('an address is refused with a token, with another signature, and when it is too old', async () => {
	const address = scalar((await post()).json.document);
	const headers = { authorization: `Bearer ${token}` };
	expect((await fetch(address, { headers })).status).toBe(400);
	expect((await fetch(address.replace(/.$/, 'x'))).status).toBe(403);
	simulator.clock.advance(3_700_000);
	expect((await fetch(address)).status).toBe(403);
});

test('while a file is prepared its document has no address', async () => {
	simulator.store.settings.filePreparation = 5_000;
	const { json } = await post();
	expect(json.document).toBeNull();
	expect((await read(json.id)).document).toBeNull();
	simulator.clock.advance(5_000);
	expect(await read(json.id)).toMatchObject({ document: expect.stringMatching(/^http/) });
	simulator.store.settings.filePreparation = 0;
});

test.each<[string, Fields, RegExp]>([
	['no file', { document: undefined }, /"document":\["This field is required/],
	['a text in place of a file', { document: 'x' }, /was not a file/],
	['an empty file', { document: new Blob([]) }, /submitted file is empty/],
	['tags that are no list', { metatags: 'a, b' }, /"metatags":\["Value must be valid JSON/],
	['tags that are no texts', { metatags: '[1]' }, /"metatags"/],
	['an unknown patient', { patient: '99999' }, /"patient":\["Invalid pk/],
	['no description', { description: '' }, /"description":\["This field may not be blank/],
])('%s is refused', async (_, fields, message) => {
	const { status, json } = await post(fields);
	expect(status).toBe(400);
	expect(JSON.stringify(json)).toMatch(message);
});

test('JSON in place of a form is refused', async () => {
	const response = await fetch(`${simulator.url}/api/documents`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: '{}',
	});
	expect(response.status).toBe(415);
});
