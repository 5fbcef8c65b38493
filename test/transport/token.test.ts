import { shareClock } from '../support/clock';
import { connectedCredential } from '../support/credentials';
import { locator, patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;
let restore: () => void = () => undefined;

beforeEach(async () => {
	practice = await openPractice({ patients: 500 });
});
afterEach(async () => {
	restore();
	await practice.simulator.close();
});

const one = patients('get', { patientId: locator(1) });
const tokenRequests = () => practice.simulator.requests({ path: '/o/token/' });

test('a token that expires in mid-list is renewed once for ten parallel executions', async () => {
	practice.simulator.inject({
		match: { path: '/api/patients' },
		skip: 10,
		times: 40,
		effect: { kind: 'delay', ms: 20 },
	});
	const running = Array.from(
		{ length: 10 },
		async () => await practice.json({ nodes: [patients('getAll', { returnAll: true })] }),
	);
	while (practice.simulator.requests().length < 12) {
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	practice.simulator.expireTokens();
	const lists = await Promise.all(running);
	expect(lists.map((list) => new Set(list.map(({ id }) => id)).size)).toEqual(
		Array.from({ length: 10 }, () => 500),
	);
	expect(tokenRequests().map(({ status }) => status)).toEqual([200]);
	expect(practice.credentials.renewals).toBe(1);
	const refused = practice.simulator.requests().filter(({ status }) => status === 401);
	expect(refused.length).toBeGreaterThan(0);
});

test.each([1, 2, 3])(
	'what another process renews before the stored token is read the %d. time is used, and not renewed again',
	async (time) => {
		const { credentials, simulator } = practice;
		simulator.expireTokens();
		const isRefused = () => simulator.requests().some(({ status }) => status === 401);
		let reads = 0;
		const read = credentials.getDecrypted.bind(credentials);
		jest.spyOn(credentials, 'getDecrypted').mockImplementation(async () => {
			if (isRefused()) reads += 1;
			if (reads === time) credentials.data.oauthTokenData = { ...simulator.connect() };
			return await read();
		});
		expect(await practice.json({ nodes: [one] })).toMatchObject([{ id: 1 }]);
		expect(reads).toBeGreaterThanOrEqual(time);
		expect(tokenRequests()).toEqual([]);
	},
);

test.each([1, 2, 3, 4, 5])(
	'a renewed token that another process replaces after it was read the %d. time is no connection that is refused',
	async (time) => {
		const { credentials, simulator } = practice;
		simulator.expireTokens();
		let reads = 0;
		const read = credentials.getDecrypted.bind(credentials);
		jest.spyOn(credentials, 'getDecrypted').mockImplementation(async () => {
			const stored = await read();
			if (credentials.renewals > 0) reads += 1;
			if (reads === time) credentials.data.oauthTokenData = { ...simulator.connect() };
			return stored;
		});
		expect(await practice.json({ nodes: [one] })).toMatchObject([{ id: 1 }]);
		expect(tokenRequests()).toHaveLength(1);
	},
);

test('the refresh is a form with client ID and secret in the body, and no redirect_uri', async () => {
	practice.simulator.expireTokens();
	await practice.json({ nodes: [patients('get', { patientId: locator(1) })] });
	const [{ headers, body }] = tokenRequests();
	expect(headers['content-type']).toMatch('application/x-www-form-urlencoded');
	expect(headers.authorization).toBeUndefined();
	expect(Object.keys(body as object).sort()).toEqual([
		'client_id',
		'client_secret',
		'grant_type',
		'refresh_token',
	]);
});

test('a POST refused for an expired token is sent again once, and creates one record', async () => {
	practice.simulator.expireTokens();
	const before = practice.simulator.store.patients.all().length;
	await practice.json({
		nodes: [patients('create', { first_name: 'Ada', gender: 'Female', doctor: locator(1) })],
	});
	expect(practice.simulator.requests().map(({ status }) => status)).toEqual([401, 201]);
	expect(practice.simulator.store.patients.all()).toHaveLength(before + 1);
});

test('a token endpoint that throttles is not taken for a lost connection', async () => {
	restore = shareClock(practice.simulator).restore;
	practice.simulator.expireTokens();
	practice.simulator.inject({
		match: { path: '/o/token/' },
		effect: {
			kind: 'status',
			status: 429,
			body: { detail: 'Request was throttled. Expected available in 5.0 seconds.' },
		},
	});
	const [{ id }] = await practice.json({ nodes: [patients('get', { patientId: locator(1) })] });
	expect(id).toBe(1);
	expect(tokenRequests().map(({ status }) => status)).toEqual([429, 200]);
});

describe('whoever stands before the token endpoint', () => {
	const at = { path: '/o/token/' };
	const json = { 'content-type': 'application/json' };

	beforeEach(() => {
		restore = shareClock(practice.simulator).restore;
		practice.simulator.expireTokens();
	});
	const get = patients('get', { patientId: locator(1) });

	test('with a page, a refusal of a firewall and a fault is waited for', async () => {
		const html = { 'content-type': 'text/html' };
		practice.simulator.inject({ match: at, effect: { kind: 'html' } });
		practice.simulator.inject({
			match: at,
			effect: { kind: 'status', status: 403, body: '<html>Blocked</html>', headers: html },
		});
		practice.simulator.inject({ match: at, effect: { kind: 'status', status: 503 } });
		expect(await practice.json({ nodes: [get] })).toMatchObject([{ id: 1 }]);
		expect(tokenRequests().map(({ status }) => status)).toEqual([200, 403, 503, 200]);
	});

	test('without an end is told as that, not as a lost connection', async () => {
		practice.simulator.inject({ match: at, times: 99, effect: { kind: 'html' } });
		const { error } = await practice.run({ nodes: [get] });
		expect(error?.message).toMatch('could not be renewed now');
		expect(error?.description).toMatch('the connection is not lost');
	});

	test('a cut is repeated as well', async () => {
		practice.simulator.inject({ match: at, effect: { kind: 'cut', after: 'request' } });
		expect(await practice.json({ nodes: [get] })).toMatchObject([{ id: 1 }]);
	});

	test.each([400, 401])('invalid_client (%d) speaks of Client ID and Secret', async (status) => {
		practice.simulator.inject({
			match: at,
			times: 99,
			effect: { kind: 'status', status, body: '{"error":"invalid_client"}', headers: json },
		});
		const { error } = await practice.run({ nodes: [get] });
		expect(error?.message).toMatch('Client ID with this Client Secret');
		expect(tokenRequests()).toHaveLength(1);
	});

	test('invalid_grant asks to connect again, once for all items', async () => {
		practice.simulator.inject({
			match: at,
			times: 99,
			effect: { kind: 'status', status: 400, body: '{"error":"invalid_grant"}', headers: json },
		});
		const { outputs } = await practice.run({
			nodes: [{ ...get, onError: 'continueRegularOutput' }],
			items: Array.from({ length: 10 }, () => ({ json: {} })),
		});
		expect(outputs[0].map(({ json: { error } }) => error)).toEqual(
			Array.from({ length: 10 }, () => expect.stringMatching('no longer accepts this connection')),
		);
		expect(tokenRequests()).toHaveLength(1);
	});
});

test('a 401 whatever the token renews once for the run', async () => {
	restore = shareClock(practice.simulator).restore;
	practice.simulator.inject({
		match: { path: '/^/api/' },
		times: 99,
		effect: { kind: 'status', status: 401, body: '{"detail":"Inactive user."}' },
	});
	const { outputs } = await practice.run({
		nodes: [{ ...patients('get', { patientId: locator(1) }), onError: 'continueRegularOutput' }],
		items: Array.from({ length: 10 }, () => ({ json: {} })),
	});
	expect(tokenRequests()).toHaveLength(1);
	expect(practice.credentials.renewals).toBe(1);
	expect(outputs[0].map(({ json }) => json.error)).toEqual(
		Array.from({ length: 10 }, () => expect.stringMatching('although it was just renewed')),
	);
});

test('blanks and line breaks around what was pasted do no harm', async () => {
	const { clientId, clientSecret, baseUrl } = practice.credentials.data;
	Object.assign(practice.credentials.data, {
		clientId: ` ${String(clientId)}\n`,
		clientSecret: `${String(clientSecret)} \r\n`,
		baseUrl: ` ${String(baseUrl)}/billing/ `,
		accessTokenUrl: ` ${String(baseUrl)}/billing/ /o/token/`,
	});
	practice.simulator.expireTokens();
	expect(
		await practice.json({ nodes: [patients('get', { patientId: locator(1) })] }),
	).toMatchObject([{ id: 1 }]);
	expect(tokenRequests().map(({ status }) => status)).toEqual([200]);
});

test('a lost connection ends with the advice to connect again, without any token', async () => {
	restore = shareClock(practice.simulator).restore;
	practice.simulator.expireTokens();
	const lost = connectedCredential(practice.simulator);
	const stale = { ...practice.credentials.data };
	practice.credentials.data = stale;
	const { error } = await practice.run({ nodes: [patients('get', { patientId: locator(1) })] });
	expect(error?.message).toMatch('no longer accepts this connection');
	expect(error?.description).toMatch('connect it again');
	expect(JSON.stringify(error)).not.toContain(String(stale.clientSecret));
	for (const data of [lost, stale]) {
		for (const token of Object.values(data.oauthTokenData as Record<string, unknown>)) {
			if (typeof token === 'string' && token.length > 12 && !token.includes(' ')) {
				expect(JSON.stringify(error)).not.toContain(token);
			}
		}
	}
});

test('a credential that was never connected says so before any request', async () => {
	delete practice.credentials.data.oauthTokenData;
	const { error } = await practice.run({ nodes: [patients('get', { patientId: locator(1) })] });
	expect(error?.message).toMatch('not connected yet');
	expect(practice.simulator.requests()).toEqual([]);
});

test('the API version of the credential is asked for', async () => {
	practice.credentials.data.apiVersion = 'v4';
	await practice.json({ nodes: [patients('get', { patientId: locator(1) })] });
	expect(practice.simulator.requests()[0].headers['x-drc-api-version']).toBe('v4');
});
