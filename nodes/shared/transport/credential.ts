import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type IHookFunctions,
	type ILoadOptionsFunctions,
	type IPollFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { textOf } from '../messages/words';
import { addressOf, isDrChrono, isThisMachine } from './urls';

export const CREDENTIAL = 'drChronoOAuth2Api';

/** The places of n8n that DrChrono is called from. */
export type ApiFunctions =
	IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions | IHookFunctions;

export interface ApiCredential {
	/** The origin only. */
	readonly baseUrl: URL;
	/** Names the API application: requests are counted per application, whatever address they go to. */
	readonly application: string;
	readonly accessToken: string;
	readonly apiVersion: string;
	/** The scopes that DrChrono gave, with blanks between; empty where it did not say. */
	readonly granted: string;
}

type Reader = Pick<ApiFunctions, 'getCredentials' | 'getNode'>;

/** The stored credential without the blanks and line breaks that come along when texts are pasted. */
export async function readStored(functions: Pick<Reader, 'getCredentials'>) {
	const stored = await functions.getCredentials(CREDENTIAL);
	const trimmed = Object.entries(stored).map(([name, value]) => [
		name,
		typeof value === 'string' ? value.trim() : value,
	]);
	return Object.fromEntries(trimmed) as ICredentialDataDecryptedObject;
}

/**
 * The stored credential, read afresh: another execution may have renewed its token a moment ago.
 * @throws NodeOperationError when it has no usable address or is not connected yet
 */
export async function readCredential(functions: Reader): Promise<ApiCredential> {
	const stored = await readStored(functions);
	const given = addressOf(textOf(stored.baseUrl));
	if (!given) {
		throw new NodeOperationError(
			functions.getNode(),
			'The DrChrono credential has no valid DrChrono Address',
			{ description: 'Open the credential and set it, for example to https://drchrono.com.' },
		);
	}
	if (given.protocol === 'http:' && !isThisMachine(given)) {
		throw new NodeOperationError(
			functions.getNode(),
			'The DrChrono Address in the credential is not encrypted',
			{
				description:
					'Nothing was sent. Open the credential and let the address begin with https://, so that nobody on the way can read the access token and the charts.',
			},
		);
	}
	const accessToken = tokenIn(stored);
	if (!accessToken) {
		throw new NodeOperationError(
			functions.getNode(),
			'The DrChrono credential is not connected yet',
			{ description: 'Open the credential, click Connect, and log in to DrChrono.' },
		);
	}
	const address = isDrChrono(given) ? 'drchrono.com' : given.origin;
	return {
		baseUrl: given,
		application: `${address} ${textOf(stored.clientId)}`,
		accessToken,
		apiVersion: textOf(stored.apiVersion),
		granted: textOf(tokenDataIn(stored).scope),
	};
}

const tokenDataIn = (stored: ICredentialDataDecryptedObject) => ({
	...(stored.oauthTokenData as { access_token?: string; scope?: unknown }),
});

/** The access token of a stored credential, `undefined` if it is not connected. */
export const tokenIn = (stored: ICredentialDataDecryptedObject): string | undefined =>
	tokenDataIn(stored).access_token;

/**
 * The application's client secret, which signs the tokens of its iframe. The credential need not be
 * connected for that.
 * @throws NodeOperationError when it is empty
 */
export async function readClientSecret(functions: Reader): Promise<string> {
	const clientSecret = textOf((await readStored(functions)).clientSecret);
	if (clientSecret) return clientSecret;
	throw new NodeOperationError(
		functions.getNode(),
		'The DrChrono credential has no Client Secret',
		{
			description:
				'Open the credential and paste it: DrChrono shows it under Account → API Management, in the application.',
		},
	);
}

/** The secret that DrChrono signs its webhooks with; empty if there is none. */
export async function readWebhookSecret(
	functions: Pick<Reader, 'getCredentials'>,
): Promise<string> {
	return textOf((await readStored(functions)).webhookSecret);
}
