import tls from 'node:tls';
import { raw, refusingProxy, untrustedTls, type Between } from '../simulator/between';
import { shareClock } from '../support/clock';
import type { WorkflowNode } from '../support/harness';
import { locator, patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;
let restore: () => void = () => undefined;
let between: Between | undefined;

beforeEach(async () => {
	practice = await openPractice();
	restore = shareClock(practice.simulator).restore;
});
afterEach(async () => {
	restore();
	await between?.close();
	between = undefined;
	await practice.simulator.close();
});

const newPatient = patients('create', { first_name: 'Iris', gender: 'Female', doctor: locator(1) });
const change = patients('update', { patientId: locator(1), updateFields: { city: 'Albany' } });
const aPatient = patients('get', { patientId: locator(1) });
const list = patients('getAll', { returnAll: true });

const OPERATIONS = [newPatient, change, aPatient];

describe('who stands between n8n and DrChrono', () => {
	const toldOf = async (address: string, node: (typeof OPERATIONS)[number]) => {
		practice.credentials.data.baseUrl = address;
		const { error } = await practice.run({ nodes: [node] });
		expect(error?.message).not.toMatch('may or may not');
		expect(error?.description).toMatch('Nothing was sent');
		return `${error?.message} ${error?.description}`;
	};

	test.each(OPERATIONS)('a certificate that n8n does not trust: %#', async (node) => {
		between = await untrustedTls();
		const told = await toldOf(`https://127.0.0.1:${between.port}`, node);
		expect(told).toMatch('does not trust the certificate');
		expect(told).toMatch('NODE_EXTRA_CA_CERTS');
		expect(between.heard).toEqual([]);
	});

	test('a server that speaks plain HTTP', async () => {
		const told = await toldOf(practice.simulator.url.replace('http:', 'https:'), newPatient);
		expect(told).toMatch('the encrypted connection did not come about');
		expect(practice.simulator.requests()).toEqual([]);
	});

	test.each([undefined, '\u0015\u0003\u0003\u0000\u0002\u0002\u0028'])(
		'a hang-up in the handshake: %j',
		async (alert) => {
			between = await raw(alert, 'hang up');
			const told = await toldOf(`https://127.0.0.1:${between.port}`, newPatient);
			expect(told).toMatch('the encrypted connection did not come about');
		},
	);

	describe('a proxy', () => {
		const variables = { ...process.env };
		afterEach(() => {
			process.env = variables;
		});

		test.each([407, 503, 403])('that refuses with %d', async (status) => {
			between = await refusingProxy(status);
			process.env = { ...variables, HTTPS_PROXY: `http://127.0.0.1:${between.port}`, NO_PROXY: '' };
			const told = await toldOf('https://drchrono.example.com', newPatient);
			expect(told).toMatch(`the proxy refused the connection (status ${status})`);
			expect(told).toMatch('through the proxy');
			expect(between.heard[0]).toMatch(/^CONNECT drchrono.example.com:443/);
			expect(between.heard).toHaveLength(status === 407 ? 1 : 4);
		});

		test('that lets through what DrChrono refuses is not blamed for it', async () => {
			const connect = tls.connect;
			const trusting = jest
				.spyOn(tls, 'connect')
				.mockImplementation(((options: tls.ConnectionOptions) =>
					connect({ ...options, rejectUnauthorized: false })) as typeof tls.connect);
			for (const [status, expected] of [
				[503, 'may or may not'],
				[400, 'did not accept this: This field is required.'],
				[404, 'nothing at this address'],
			] as const) {
				between = await untrustedTls(status, '{"detail":"This field is required."}');
				practice.credentials.data.baseUrl = `https://127.0.0.1:${between.port}`;
				const { error } = await practice.run({ nodes: [newPatient] });
				expect(error?.message).toMatch(expected);
				expect(between.heard).toEqual(['POST /api/patients']);
				await between.close();
			}
			trusting.mockRestore();
		});

		test('that hangs up', async () => {
			between = await raw(undefined, 'hang up');
			process.env = { ...variables, HTTPS_PROXY: `http://127.0.0.1:${between.port}`, NO_PROXY: '' };
			await toldOf('https://drchrono.example.com', newPatient);
		});
	});
});

test.each(['http://ehr.example.com', ' http://10.0.0.5:8000'])(
	'the address %s is refused before a token or secret travels',
	async (baseUrl) => {
		practice.credentials.data.baseUrl = baseUrl;
		const { error } = await practice.run({ nodes: [newPatient] });
		expect(error?.message).toMatch('not encrypted');
	},
);

describe('answers that are no record', () => {
	const answer = (status: number, body: unknown) =>
		({
			kind: 'status',
			status,
			body: JSON.stringify(body),
			headers: { 'content-type': 'application/json' },
		}) as const;

	const asked = async (node: WorkflowNode, body: unknown) => {
		practice.simulator.inject({ times: 4, effect: answer(200, body) });
		return (await practice.run({ nodes: [node] })).error?.message;
	};

	test.each([null, 7, true, 'text', [], [{ id: 1 }]])('%j in place of a record', async (body) => {
		expect(await asked(aPatient, body)).toMatch(/no record|not a record/);
	});

	test.each([null, 7, true, 'text', [7], { id: 1 }, { results: ['text'], next: null }])(
		'%j in place of a list',
		async (body) => {
			expect(await asked(list, body)).toMatch(/no record|not a list of records/);
		},
	);

	test.each([[[]], [[{ id: 1 }, { id: 2 }]]])('%j to a list is the whole list', async (body) => {
		practice.simulator.inject({ effect: answer(200, body) });
		expect(await practice.json({ nodes: [list] })).toEqual(body);
		expect(practice.simulator.requests()).toHaveLength(1);
	});

	test.each<[number, unknown]>([
		[201, null],
		[201, 7],
		[200, false],
		[201, []],
		[201, [{ id: 5 }, { id: 6 }]],
	])('%d %j to a POST: the record may exist', async (status, body) => {
		practice.simulator.inject({ match: { method: 'POST' }, effect: answer(status, body) });
		const { error } = await practice.run({ nodes: [newPatient] });
		expect(error?.message).toMatch(/may or may not .* no record/);
		expect(practice.simulator.requests({ method: 'POST' })).toHaveLength(1);
	});
});

test.each(['/api/patients/1', 'https://example.com/'])(
	'303 after a POST, to %s: it was carried out and is never sent again',
	async (location) => {
		practice.simulator.inject({
			match: { method: 'POST' },
			effect: { kind: 'redirect', status: 303, location },
		});
		const { error } = await practice.run({ nodes: [newPatient] });
		expect(practice.simulator.requests({ method: 'POST' })).toHaveLength(1);
		expect(error?.message).toMatch('has carried this out');
	},
);

test('303 after a change: it was carried out', async () => {
	practice.simulator.inject({
		match: { method: 'PATCH' },
		effect: { kind: 'redirect', status: 303, location: '/api/patients/1' },
	});
	const { error } = await practice.run({ nodes: [change] });
	expect(error).toBeUndefined();
	expect(practice.simulator.requests({ method: 'PATCH' })).toHaveLength(1);
});

test.each<[number, string | undefined, number]>([
	[503, '20', 20_000],
	[503, 'Mon, 02 Mar 2026 15:40:30 GMT', 29_000],
	[503, undefined, 200],
	[408, '3', 3_000],
	[425, undefined, 200],
	[421, undefined, 200],
	[429, 'Mon, 02 Mar 2026 15:40:30 GMT', 29_000],
])(
	'%d with Retry-After %s to a GET is waited for and repeated',
	async (status, named, atLeastMs) => {
		restore();
		await practice.simulator.close();
		practice = await openPractice({ startAt: new Date('2026-03-02T15:40:00Z') });
		const shared = shareClock(practice.simulator);
		restore = shared.restore;
		const headers = named === undefined ? undefined : { 'retry-after': named };
		practice.simulator.inject({ effect: { kind: 'status', status, headers } });
		expect(await practice.json({ nodes: [aPatient] })).toMatchObject([{ id: 1 }]);
		expect(Math.max(...shared.waited)).toBeGreaterThanOrEqual(atLeastMs);
		expect(practice.simulator.requests()).toHaveLength(2);
	},
);

test('a clock that is set back an hour keeps no request waiting', async () => {
	restore();
	practice.credentials.data.clientId = 'another application';
	const nodes = [aPatient];
	await practice.json({ nodes });
	const now = Date.now;
	try {
		Date.now = () => now() - 3_600_000;
		const startedAt = performance.now();
		for (let count = 0; count < 12; count += 1) await practice.json({ nodes });
		expect(performance.now() - startedAt).toBeLessThan(6_000);
	} finally {
		Date.now = now;
	}
});
