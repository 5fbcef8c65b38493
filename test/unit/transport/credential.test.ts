import type { IExecuteFunctions } from 'n8n-workflow';
import {
	readClientSecret,
	readCredential,
	readWebhookSecret,
} from '../../../nodes/shared/transport/credential';

const connected = {
	baseUrl: 'https://drchrono.com',
	clientId: 'client',
	oauthTokenData: { access_token: 'old' },
};

const token = (value: string) => ({ oauthTokenData: { access_token: value } });

const n8n = (stored: object) =>
	({
		getNode: () => ({ name: 'Node' }),
		getCredentials: async () => structuredClone(stored),
	}) as unknown as IExecuteFunctions;

describe('the stored credential', () => {
	test('names the application by address and client ID', async () => {
		const read = async (stored: object) => await readCredential(n8n(stored));
		const credential = await read({ ...connected, apiVersion: 'v4' });
		expect(credential).toMatchObject({ accessToken: 'old', apiVersion: 'v4' });
		expect(credential.baseUrl.href).toBe('https://drchrono.com/');
		const others = [
			{ ...connected, clientId: 'other' },
			{ ...connected, baseUrl: 'https://example.com' },
			{ ...connected, baseUrl: 'http://127.0.0.1:8765' },
		];
		for (const other of others) {
			expect((await read(other)).application).not.toBe(credential.application);
		}
		const same = [
			{ ...connected, baseUrl: 'https://drchrono.com/x', ...token('new') },
			{ ...connected, baseUrl: 'https://app.drchrono.com' },
			{ ...connected, clientId: ' client\n' },
		];
		for (const one of same) {
			expect((await read(one)).application).toBe(credential.application);
		}
	});

	test.each(['', ' ', 'https://', 'dr chrono', 'ftp://drchrono.com'])(
		'with the address "%s" names the field to set',
		async (baseUrl) => {
			await expect(readCredential(n8n({ ...connected, baseUrl }))).rejects.toThrow(
				'no valid DrChrono Address',
			);
		},
	);

	test.each([{}, { oauthTokenData: {} }, token('')])('without a token: %j', async (tokens) => {
		const { oauthTokenData, ...rest } = { ...connected, oauthTokenData: undefined, ...tokens };
		await expect(readCredential(n8n({ ...rest, oauthTokenData }))).rejects.toThrow(
			'not connected yet',
		);
	});

	test.each([' https://acme.drchrono.com/billing/?x=1 \n', 'https://acme.drchrono.com'])(
		'with the address %j is its origin only',
		async (baseUrl) => {
			const read = await readCredential(n8n({ ...connected, baseUrl }));
			expect(read.baseUrl.href).toBe('https://acme.drchrono.com/');
		},
	);

	test.each(['http://drchrono.example.com', 'http://192.168.1.5', 'http://localhost.example.com'])(
		'with the address %s is refused: anybody on the way could read along',
		async (baseUrl) => {
			await expect(readCredential(n8n({ ...connected, baseUrl }))).rejects.toThrow('not encrypted');
		},
	);

	test.each(['http://localhost:1', 'http://127.0.0.1:1', 'http://[::1]:1', 'http://dr.localhost'])(
		'with the address %s stays on this machine',
		async (baseUrl) => {
			const read = await readCredential(n8n({ ...connected, baseUrl }));
			expect(read.baseUrl.origin).toBe(baseUrl);
		},
	);

	test('has secrets without the blanks around them', async () => {
		const stored = n8n({ clientSecret: '\t client secret\n', webhookSecret: ' hook\r\n' });
		expect(await readClientSecret(stored)).toBe('client secret');
		expect(await readWebhookSecret(stored)).toBe('hook');
		await expect(readClientSecret(n8n({ clientSecret: ' \n' }))).rejects.toThrow(
			'no Client Secret',
		);
		expect(await readWebhookSecret(n8n({}))).toBe('');
	});
});
