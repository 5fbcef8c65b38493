import type { IBinaryKeyData } from 'n8n-workflow';
import { upload } from '../support/documents';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice();
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => {
	practice.simulator.clearLog();
	practice.simulator.clearFaults();
});

const sent = () => practice.simulator.requests();
const posts = () => practice.simulator.requests({ method: 'POST', path: '/api/documents' });
const count = () => practice.simulator.store.collection('documents').size;

/** A file in the item, as n8n has it in memory. */
function file(content: string, fileName = 'note.txt'): IBinaryKeyData[string] {
	return { data: Buffer.from(content).toString('base64'), mimeType: 'text/plain', fileName };
}
const item = (binary?: IBinaryKeyData) => ({ json: {}, binary });

describe('what is sent', () => {
	test('every field under DrChrono’s name, tags as a JSON array in a text', async () => {
		const [created] = await practice.json({
			nodes: [
				upload({
					patientId: locator(7),
					doctor: locator(2),
					description: 'Referral',
					date: '2021-02-14T00:00:00',
					metatags: ['lab', '2024', 'lab'],
				}),
			],
			items: [item({ data: file('12345') })],
		});
		expect(sent()).toHaveLength(1);
		expect(sent()[0]).toMatchObject({ method: 'POST', path: '/api/documents', query: {} });
		expect(sent()[0].headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
		expect(sent()[0].headers).not.toHaveProperty('transfer-encoding');
		expect(Number(sent()[0].headers['content-length'])).toBe(sent()[0].bodyBytes);
		expect(sent()[0].body).toEqual({
			doctor: '2',
			patient: '7',
			description: 'Referral',
			date: '2021-02-14',
			metatags: '["lab","2024"]',
			document: expect.objectContaining({ name: 'note.txt', type: 'text/plain', bytes: 5 }),
		});
		expect(created).toMatchObject({
			patient: 7,
			description: 'Referral',
			metatags: '["lab","2024"]',
			alreadyFiled: false,
			filePending: false,
		});
		expect(created.document).toMatch(practice.simulator.fileUrl);
	});

	test('by default the file’s name, and today by the clock of the office', async () => {
		await practice.json({
			nodes: [upload()],
			items: [item({ data: file('1', 'Röntgen.txt') })],
			timezone: 'Pacific/Kiritimati',
		});
		const today = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
		expect(sent()[0].body).toMatchObject({ description: 'Röntgen.txt', date: today });
		expect(sent()[0].body).not.toHaveProperty('metatags');
	});

	test('several fields are several documents, each paired with its item', async () => {
		const { outputs } = await practice.run({
			nodes: [upload({ binaryPropertyName: 'scan, letter' })],
			items: [
				item({ scan: file('1', 'a.txt'), letter: file('2', 'b.txt') }),
				item({ scan: file('3', 'c.txt'), letter: file('4', 'd.txt') }),
			],
		});
		expect(outputs[0].map(({ json, pairedItem }) => [json.description, pairedItem])).toEqual([
			['a.txt', { item: 0 }],
			['b.txt', { item: 0 }],
			['c.txt', { item: 1 }],
			['d.txt', { item: 1 }],
		]);
	});

	test.each([
		['quotes', 'the "final" plan.pdf', "the 'final' plan.pdf"],
		['line breaks', 'one\r\nX-Injected: 1\ntwo.pdf', 'one X-Injected: 1 two.pdf'],
		['Chinese characters', '检查报告.pdf', '检查报告.pdf'],
		['a folder', '../../etc/scan.pdf', '.._.._etc_scan.pdf'],
		['nothing but line breaks', '\n\n', 'document'],
	])('a name with %s', async (_, fileName, name) => {
		await practice.json({ nodes: [upload()], items: [item({ data: file('1', fileName) })] });
		expect(sent()[0].body).toMatchObject({ document: { name }, description: name });
	});

	test.each([
		['a list', '={{ ["a", "b"] }}', '["a","b"]'],
		['JSON', '["a", "b"]', '["a","b"]'],
		['text with commas', 'a, b', '["a","b"]'],
	])('tags from an expression that gives %s', async (_, metatags, expected) => {
		await practice.json({ nodes: [upload({ metatags })], items: [item({ data: file('1') })] });
		expect(sent()[0].body).toMatchObject({ metatags: expected });
	});
});

describe('bad input is told before anything is sent', () => {
	test.each<[string, IBinaryKeyData | undefined, object, RegExp]>([
		[
			'no file at all',
			undefined,
			{},
			/“Input Binary Field” names “data”, but the item has no files/,
		],
		[
			'a field that is not there, beside one that is',
			{ scan: file('1') },
			{ binaryPropertyName: 'scan,scna' },
			/names “scna”, which the item does not have. Its binary fields are: scan/,
		],
		['an empty file', { data: file('') }, {}, /names “data”, whose file is empty/],
		[
			'a file that n8n no longer has',
			{ data: { ...file(''), id: 'filesystem-v2:gone', data: 'filesystem-v2' } },
			{},
			/no longer in n8n’s storage/,
		],
		['commas only', { data: file('1') }, { binaryPropertyName: ' , ' }, /names no binary field/],
		['tags that are an object', { data: file('1') }, { metatags: '={{ {a: 1} }}' }, /“Tags”/],
		['tags in broken JSON', { data: file('1') }, { metatags: '["a", ' }, /“Tags” is not a list/],
		['a date that is none', { data: file('1') }, { date: 'tomorrow' }, /“Date” is not a date/],
	])('%s', async (_, binary, parameters, message) => {
		const before = count();
		const { error } = await practice.run({
			nodes: [upload({ ...parameters })],
			items: [item(binary)],
		});
		expect(error?.message).toMatch(message);
		expect(error?.message).toMatch(/\[item 0\]$/);
		expect(sent()).toEqual([]);
		expect(count()).toBe(before);
	});
});

describe('what DrChrono refuses', () => {
	test('a patient who does not exist: the field is named, the values are not', async () => {
		const { error } = await practice.run({
			nodes: [upload({ patientId: locator(987654), description: 'Secret plan' })],
			items: [item({ data: file('1') })],
		});
		expect(error?.httpCode).toBe('400');
		expect(error?.message).toBe(
			'DrChrono did not accept this: Patient: there is no such record. [item 0]',
		);
		expect(`${error?.message} ${error?.description}`).not.toMatch(/987654|Secret plan/);
	});

	test('the second of three: the message names the document that is filed', async () => {
		const before = count();
		practice.simulator.inject({
			skip: 1,
			effect: { kind: 'status', status: 400, body: { document: ['Too large.'] } },
		});
		const { error } = await practice.run({
			nodes: [upload({ binaryPropertyName: 'a,b,c' })],
			items: [item({ a: file('1'), b: file('2'), c: file('3') })],
		});
		const [stored] = practice.simulator.store.collection('documents').all().slice(-1);
		expect(error?.message).toMatch('Document: Too large.');
		expect(error?.message).toMatch(
			`1 of 3 files of this item are in DrChrono, as documents ${String(stored.id)}; then: `,
		);
		expect(count()).toBe(before + 1);
	});

	test('a user who may not manage patients', async () => {
		const { error } = await (
			await openFrontdesk()
		).run({
			nodes: [upload()],
			items: [item({ data: file('1') })],
		});
		expect(error?.httpCode).toBe('403');
		expect(error?.description).toMatch(/"Patients: Write".*Manage Patients/);
	});
});

/** The same practice through the connection of somebody with fewer permissions. */
async function openFrontdesk(): Promise<Practice> {
	const { data } = practice.credentials;
	const oauthTokenData = { ...practice.simulator.connect({ user: 'frontdesk' }) };
	const credentials = Object.assign(
		Object.create(practice.credentials) as typeof practice.credentials,
		{
			data: { ...data, oauthTokenData },
		},
	);
	return {
		...practice,
		run: async (request) => await practice.run({ ...request, credentials } as never),
	};
}

describe('Skip If Already Filed', () => {
	const skip = { options: { skipIfAlreadyFiled: true } };
	const binary = { data: file('the same', 'same.txt') };

	test('the second time the record that exists is returned, and nothing is sent', async () => {
		const node = upload({ patientId: locator(11), metatags: ['b', 'a'], ...skip });
		const [first] = await practice.json({ nodes: [node], items: [item(binary)] });
		const again = upload({ patientId: locator(11), metatags: ['a', 'b'], ...skip });
		const [second] = await practice.json({ nodes: [again], items: [item(binary)] });
		expect([first.alreadyFiled, second.alreadyFiled]).toEqual([false, true]);
		expect(second.id).toBe(first.id);
		expect(posts()).toHaveLength(1);
	});

	test.each([
		['another patient', { patientId: locator(13), metatags: ['x'] }],
		['another description', { patientId: locator(12), metatags: ['x'], description: 'Other' }],
		['other tags', { patientId: locator(12), metatags: ['x', 'y'] }],
	])('%s is another document', async (_, parameters) => {
		const first = upload({ patientId: locator(12), metatags: ['x'], ...skip });
		await practice.json({ nodes: [first], items: [item(binary)] });
		practice.simulator.clearLog();
		await practice.json({ nodes: [upload({ ...parameters, ...skip })], items: [item(binary)] });
		expect(posts()).toHaveLength(1);
	});

	test('twice in one run is filed once, though DrChrono’s list is stale; one list for all', async () => {
		practice.simulator.inject({ times: 9, match: { method: 'GET' }, effect: { kind: 'stale' } });
		const out = await practice.json({
			nodes: [upload({ patientId: locator(14), ...skip })],
			items: [item(binary), item(binary), item(binary)],
		});
		expect(out.map(({ alreadyFiled }) => alreadyFiled)).toEqual([false, true, true]);
		expect(sent().map(({ method }) => method)).toEqual(['GET', 'POST']);
		expect(sent()[0].query).toEqual({ patient: '14' });
	});

	test('files of one run that are called the same are all filed', async () => {
		const node = upload({ patientId: locator(17), description: 'Lab report', ...skip });
		const items = ['a.txt', 'b.txt'].map((name) => item({ data: file(`of ${name}`, name) }));
		const out = await practice.json({ nodes: [node], items });
		expect(out.map(({ alreadyFiled }) => alreadyFiled)).toEqual([false, false]);
		expect(posts()).toHaveLength(2);
	});

	test('an archived document does not count', async () => {
		const node = upload({ patientId: locator(15), ...skip });
		const [first] = await practice.json({ nodes: [node], items: [item(binary)] });
		practice.simulator.store.collection('documents').archive(Number(first.id));
		const [second] = await practice.json({ nodes: [node], items: [item(binary)] });
		expect(second.id).not.toBe(first.id);
	});

	test('with a checksum the content decides, whatever the name', async () => {
		const options = { skipIfAlreadyFiled: true, tagWithChecksum: true };
		const node = upload({ patientId: locator(16), metatags: ['fax'], options });
		const items = ['a.txt', 'b.txt'].map((name) => item({ data: file('one content', name) }));
		const out = await practice.json({ nodes: [node], items });
		expect(out.map(({ alreadyFiled }) => alreadyFiled)).toEqual([false, true]);
		expect(posts()[0].body).toMatchObject({
			metatags: '["fax","sha256:f9173d6c778a2cbe1f7599730e077684a84a02ee41ca10462b3abeb077451205"]',
		});
	});
});

test('the file itself, which an expression gives, is taken from wherever it lies', async () => {
	const files = { data: file('by expression', 'letter.txt') };
	const nodes = [upload({ binaryPropertyName: '={{ $input.item.binary.data }}' })];
	await practice.json({ nodes, items: [item(files)] });
	const inJson = { json: { _files: files }, binary: undefined };
	const combined = [upload({ binaryPropertyName: '={{ $json._files.data }}' })];
	await practice.json({ nodes: combined, items: [inJson] });
	expect(practice.simulator.requests({ method: 'POST' })).toHaveLength(2);
	const { error } = await practice.run({
		nodes: [upload({ binaryPropertyName: '={{ $json }}' })],
		items: [item(files)],
	});
	expect(error?.message).toMatch(/^“Input Binary Field” is not a file/);
});
