import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { renewToken, tokenWasTaken } from '../../../nodes/shared/transport/token';
import { VirtualTime } from '../virtualTime';

interface Stored {
	baseUrl?: string;
	clientId?: string;
	apiVersion?: string;
	oauthTokenData?: { access_token?: string };
}

const connected: Stored = {
	baseUrl: 'https://drchrono.com',
	clientId: 'client',
	oauthTokenData: { access_token: 'old' },
};

/** n8n with one stored credential; `refresh` stands for n8n's refresh of the token. */
function n8n(stored: Stored, refresh: () => Promise<void> = async () => undefined, id = 'one') {
	const node: Pick<INode, 'name' | 'credentials'> = {
		name: 'Node',
		credentials: { drChronoOAuth2Api: { id, name: 'DrChrono' } },
	};
	const functions = {
		getNode: () => node,
		getCredentials: async () => structuredClone(stored),
		helpers: { refreshOAuth2Token: jest.fn(refresh) },
	};
	return {
		functions: functions as unknown as IExecuteFunctions,
		refreshes: () => functions.helpers.refreshOAuth2Token.mock.calls.length,
	};
}

const token = (value: string) => ({ oauthTokenData: { access_token: value } });

/** n8n's refresh as it ends with what its OAuth2 client throws. */
const refuse = (thrown: object) => async () => {
	throw Object.assign(new Error('refused'), thrown);
};

const time = new VirtualTime();
beforeEach(() => time.install());
afterEach(() => time.restore());

const renewed = async (functions: IExecuteFunctions, refused: string) =>
	await time.run(renewToken(functions, refused, true));

describe('a renewal', () => {
	test('is done once for all who ask while it is under way', async () => {
		const stored = { ...connected };
		const { functions, refreshes } = n8n(stored, async () => {
			await time.sleep(1);
			Object.assign(stored, token('new'));
		});
		const all = Array.from({ length: 5 }, async () => await renewToken(functions, 'old', true));
		await new Promise((resolve) => setImmediate(resolve));
		all.push(renewToken(functions, 'old', true));
		expect(await time.run(Promise.all(all))).toEqual(Array.from({ length: 6 }, () => undefined));
		expect(refreshes()).toBe(1);
	});

	test('is not done for a token that has been replaced already', async () => {
		const { functions, refreshes } = n8n({ ...connected, ...token('new') });
		expect(await renewed(functions, 'old')).toBeUndefined();
		expect(refreshes()).toBe(0);
	});

	test('is done again for the next token that is refused', async () => {
		const stored = { ...connected };
		const { functions, refreshes } = n8n(stored, async () => {
			Object.assign(stored, token(`${stored.oauthTokenData?.access_token}+`));
		});
		await renewed(functions, 'old');
		tokenWasTaken(functions, 'old+');
		await renewed(functions, 'old+');
		expect(refreshes()).toBe(2);
		expect(stored.oauthTokenData?.access_token).toBe('old++');
	});

	test('that fails keeps nobody from another attempt', async () => {
		const { functions, refreshes } = n8n(connected, refuse({ status: 503 }));
		await renewed(functions, 'old');
		await renewed(functions, 'old');
		expect(refreshes()).toBe(2);
	});

	test('of one credential does not stand for that of another', async () => {
		const wait = async () => await time.sleep(1);
		const one = n8n(connected, wait, 'one');
		const two = n8n(connected, wait, 'two');
		await time.run(
			Promise.all([renewToken(one.functions, 'old', true), renewToken(two.functions, 'old', true)]),
		);
		expect([one.refreshes(), two.refreshes()]).toEqual([1, 1]);
	});

	test('that another process was faster with is done', async () => {
		const stored = { ...connected };
		const { functions } = n8n(stored, async () => {
			Object.assign(stored, token('from elsewhere'));
			await refuse({ status: 400, body: { error: 'invalid_grant' } })();
		});
		expect(await renewed(functions, 'old')).toBeUndefined();
	});

	test.each<[string, object, object]>([
		['a throttle', { status: 429, body: { detail: 'x' } }, { kind: 'answer', status: 429 }],
		['a throttle of axios', { response: { status: 429 } }, { kind: 'answer', status: 429 }],
		['a fault', { status: 502 }, { kind: 'answer', status: 502 }],
		['a fault at the limit', { status: 500 }, { kind: 'answer', status: 500 }],
		['a firewall', { status: 403, body: '<html>' }, { kind: 'broken', cause: 'page', status: 403 }],
		['a page', { status: 200, body: '<html>' }, { kind: 'broken', cause: 'page' }],
		['another OAuth code', { body: { error: 'invalid_request' } }, { kind: 'broken' }],
		['a reset', { code: 'ECONNRESET' }, { kind: 'broken', cause: 'cut', code: 'ECONNRESET' }],
		['no address', { code: 'EAI_AGAIN' }, { kind: 'broken', cause: 'unreachable' }],
		['a dead grant', { body: { error: 'invalid_grant' } }, { failure: { kind: 'unauthorized' } }],
		[
			'a dead grant of n8n 2.x',
			{ failure: { cause: 'credential-invalid' } },
			{ failure: { kind: 'unauthorized' } },
		],
		[
			'a wrong secret',
			{ body: { error: 'invalid_client' } },
			{ failure: { kind: 'unknown-application' } },
		],
		['nothing known', {}, { kind: 'broken', cause: 'cut' }],
	])('tells %s apart', async (_, thrown, expected) => {
		const { functions } = n8n(connected, refuse(thrown));
		expect(await renewed(functions, 'old')).toMatchObject(expected);
	});

	test('that another process finishes some seconds later is done', async () => {
		const stored = { ...connected };
		const { functions } = n8n(stored, async () => {
			void time.sleep(3_500).then(() => Object.assign(stored, token('from elsewhere')));
			await refuse({ body: { error: 'invalid_grant' } })();
		});
		expect(await renewed(functions, 'old')).toBeUndefined();
	});

	test('is not tried with a token that another process has stored in the meantime', async () => {
		const stored = { ...connected };
		const { functions, refreshes } = n8n(stored);
		jest.spyOn(Math, 'random').mockReturnValueOnce(0.9);
		void time.sleep(100).then(() => Object.assign(stored, token('from elsewhere')));
		expect(await renewed(functions, 'old')).toBeUndefined();
		expect(refreshes()).toBe(0);
	});

	test('is tried once in a run, whatever DrChrono says to its token', async () => {
		const stored = { ...connected };
		const { functions, refreshes } = n8n(stored, async () => {
			Object.assign(stored, token('new'));
		});
		expect(await renewed(functions, 'old')).toBeUndefined();
		for (let item = 0; item < 3; item += 1) {
			expect(await renewed(functions, 'new')).toMatchObject({
				failure: { kind: 'renewed-in-vain' },
			});
		}
		expect(refreshes()).toBe(1);
	});

	test('of a lost connection is tried once in a run', async () => {
		const { functions, refreshes } = n8n(connected, refuse({ body: { error: 'invalid_grant' } }));
		await renewed(functions, 'old');
		expect(await renewed(functions, 'old')).toMatchObject({ failure: { kind: 'unauthorized' } });
		expect(refreshes()).toBe(1);
	});

	test('passes on how long the token endpoint wants to wait', async () => {
		const body = { detail: 'Expected available in 5.0 seconds.' };
		const throttled = n8n(connected, refuse({ status: 429, body }));
		expect(await renewed(throttled.functions, 'old')).toMatchObject({ body });
	});
});
