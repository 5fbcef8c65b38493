import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { readCredential, renewToken } from '../../../nodes/shared/transport/credential';

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

describe('the stored credential', () => {
	test('names the application by address and client ID', async () => {
		const read = async (stored: Stored) => await readCredential(n8n(stored).functions);
		const credential = await read({ ...connected, apiVersion: 'v4' });
		expect(credential).toMatchObject({ accessToken: 'old', apiVersion: 'v4' });
		expect(credential.baseUrl.href).toBe('https://drchrono.com/');
		const others = [
			{ ...connected, clientId: 'other' },
			{ ...connected, baseUrl: 'https://app.drchrono.com' },
		];
		for (const other of others) {
			expect((await read(other)).application).not.toBe(credential.application);
		}
		const again = await read({ ...connected, baseUrl: 'https://drchrono.com/x', ...token('new') });
		expect(again.application).toBe(credential.application);
	});

	test.each(['', 'drchrono.com', 'drchrono.com:443', 'localhost:8080', 'ftp://drchrono.com'])(
		'with the address "%s" names the field to set',
		async (baseUrl) => {
			await expect(readCredential(n8n({ ...connected, baseUrl }).functions)).rejects.toThrow(
				'no valid DrChrono Address',
			);
		},
	);

	test.each([{}, { oauthTokenData: {} }, token('')])('without a token: %j', async (tokens) => {
		const { oauthTokenData, ...rest } = { ...connected, oauthTokenData: undefined, ...tokens };
		await expect(readCredential(n8n({ ...rest, oauthTokenData }).functions)).rejects.toThrow(
			'not connected yet',
		);
	});
});

describe('a renewal', () => {
	test('is done once for all who ask while it is under way', async () => {
		const stored = { ...connected };
		const { functions, refreshes } = n8n(stored, async () => {
			await new Promise((resolve) => setImmediate(resolve));
			Object.assign(stored, token('new'));
		});
		const all = Array.from({ length: 5 }, async () => await renewToken(functions, 'old'));
		await new Promise((resolve) => setImmediate(resolve));
		all.push(renewToken(functions, 'old'));
		expect(await Promise.all(all)).toEqual(Array.from({ length: 6 }, () => undefined));
		expect(refreshes()).toBe(1);
	});

	test('is not done for a token that has been replaced already', async () => {
		const { functions, refreshes } = n8n({ ...connected, ...token('new') });
		expect(await renewToken(functions, 'old')).toBeUndefined();
		expect(refreshes()).toBe(0);
	});

	test('is done again for the next token that is refused', async () => {
		const stored = { ...connected };
		const { functions, refreshes } = n8n(stored, async () => {
			Object.assign(stored, token(`${stored.oauthTokenData?.access_token}+`));
		});
		await renewToken(functions, 'old');
		await renewToken(functions, 'old+');
		expect(refreshes()).toBe(2);
		expect(stored.oauthTokenData?.access_token).toBe('old++');
	});

	test('that fails keeps nobody from another attempt', async () => {
		const { functions, refreshes } = n8n(connected, refuse({ status: 503 }));
		await renewToken(functions, 'old');
		await renewToken(functions, 'old');
		expect(refreshes()).toBe(2);
	});

	test('of one credential does not stand for that of another', async () => {
		const wait = async () => await new Promise<void>((resolve) => setImmediate(resolve));
		const one = n8n(connected, wait, 'one');
		const two = n8n(connected, wait, 'two');
		await Promise.all([renewToken(one.functions, 'old'), renewToken(two.functions, 'old')]);
		expect([one.refreshes(), two.refreshes()]).toEqual([1, 1]);
	});

	test('that another process was faster with is done', async () => {
		const stored = { ...connected };
		const { functions } = n8n(stored, async () => {
			Object.assign(stored, token('from elsewhere'));
			await refuse({ status: 400, body: { error: 'invalid_grant' } })();
		});
		expect(await renewToken(functions, 'old')).toBeUndefined();
	});

	test.each<[string, object, object]>([
		['a throttle', { status: 429, body: { detail: 'x' } }, { kind: 'answer', status: 429 }],
		['a throttle of axios', { response: { status: 429 } }, { kind: 'answer', status: 429 }],
		['a fault', { status: 502 }, { kind: 'answer', status: 502 }],
		['a fault at the limit', { status: 500 }, { kind: 'answer', status: 500 }],
		['a reset', { code: 'ECONNRESET' }, { kind: 'broken', sent: false, code: 'ECONNRESET' }],
		['no address', { code: 'EAI_AGAIN' }, { kind: 'broken', sent: false, code: 'EAI_AGAIN' }],
		['a timeout', { code: 'ETIMEDOUT' }, { kind: 'broken', sent: false, code: 'ETIMEDOUT' }],
		['a dead grant', { status: 400 }, { kind: 'answer', status: 401 }],
		['a wrong secret', { status: 401 }, { kind: 'answer', status: 401 }],
		['a code of OAuth', { code: 'EACCES' }, { kind: 'answer', status: 401 }],
		['nothing known', {}, { kind: 'answer', status: 401 }],
	])('tells %s apart', async (_, thrown, expected) => {
		const { functions } = n8n(connected, refuse(thrown));
		expect(await renewToken(functions, 'old')).toMatchObject(expected);
	});

	test('passes on how long the token endpoint wants to wait, and nothing of a dead grant', async () => {
		const body = { detail: 'Expected available in 5.0 seconds.' };
		const throttled = n8n(connected, refuse({ status: 429, body }));
		expect(await renewToken(throttled.functions, 'old')).toMatchObject({ body });
		const dead = n8n(connected, refuse({ status: 400, body }));
		expect(await renewToken(dead.functions, 'old')).toMatchObject({ body: undefined });
	});
});
