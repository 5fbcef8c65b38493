import {
	NodeOperationError,
	type IExecuteFunctions,
	type IHookFunctions,
	type ILoadOptionsFunctions,
	type IPollFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { textOf } from '../messages/words';
import type { Outcome } from './retry';
import { parseUrl } from './urls';

export const CREDENTIAL = 'drChronoOAuth2Api';

/** The places of n8n that DrChrono is called from. */
export type ApiFunctions =
	IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions | IHookFunctions;

export interface ApiCredential {
	readonly baseUrl: URL;
	/** Names the API application: requests are counted per application. */
	readonly application: string;
	readonly accessToken: string;
	readonly apiVersion: string;
	/** The scopes that DrChrono gave, with blanks between; empty where it did not say. */
	readonly granted: string;
}

/**
 * The stored credential, read afresh: another execution may have renewed its token a moment ago.
 * @throws NodeOperationError when it has no usable address or is not connected yet
 */
export async function readCredential(functions: ApiFunctions): Promise<ApiCredential> {
	const stored = await functions.getCredentials<{
		baseUrl?: string;
		clientId?: string;
		apiVersion?: string;
		oauthTokenData?: { access_token?: string; scope?: unknown };
	}>(CREDENTIAL);
	const baseUrl = parseUrl(stored.baseUrl ?? '');
	// "localhost:8080" is a URL too, whose scheme is "localhost:".
	if (!baseUrl || !['https:', 'http:'].includes(baseUrl.protocol)) {
		throw new NodeOperationError(
			functions.getNode(),
			'The DrChrono credential has no valid DrChrono Address',
			{ description: 'Open the credential and set it, for example to https://drchrono.com.' },
		);
	}
	const { access_token: accessToken, scope } = stored.oauthTokenData ?? {};
	if (!accessToken) {
		throw new NodeOperationError(
			functions.getNode(),
			'The DrChrono credential is not connected yet',
			{ description: 'Open the credential, click Connect, and log in to DrChrono.' },
		);
	}
	return {
		baseUrl,
		application: `${baseUrl.origin} ${stored.clientId ?? ''}`,
		accessToken,
		apiVersion: stored.apiVersion ?? '',
		granted: textOf(scope),
	};
}

/**
 * The application's client secret, which signs the tokens of its iframe. The credential need not be
 * connected for that.
 * @throws NodeOperationError when it is empty
 */
export async function readClientSecret(
	functions: Pick<ApiFunctions, 'getCredentials' | 'getNode'>,
): Promise<string> {
	const { clientSecret } = await functions.getCredentials<{ clientSecret?: string }>(CREDENTIAL);
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

const renewals = new Map<string, Promise<Outcome | undefined>>();

/**
 * Replaces an access token that DrChrono no longer accepts, once for all parallel requests.
 *
 * DrChrono kills a refresh token the moment it is used, and n8n 1.x would send it once per waiting
 * request, which loses the connection. So one renewal per credential is under way at a time, and none
 * starts if the stored token is no longer the one that was refused.
 * @returns `undefined` when a new token is stored, else what the token endpoint answered: a throttle
 * or a fault, which say nothing about the connection, or a 401 for a connection that is lost
 */
export async function renewToken(
	functions: ApiFunctions,
	refusedToken: string,
): Promise<Outcome | undefined> {
	const { id = '' } = functions.getNode().credentials?.[CREDENTIAL] ?? {};
	const key = String(id);
	const running = renewals.get(key) ?? renew(functions, refusedToken);
	renewals.set(key, running);
	try {
		return await running;
	} finally {
		if (renewals.get(key) === running) renewals.delete(key);
	}
}

async function renew(functions: ApiFunctions, refused: string): Promise<Outcome | undefined> {
	if ((await readCredential(functions)).accessToken !== refused) return undefined;
	try {
		await functions.helpers.refreshOAuth2Token.call(functions, CREDENTIAL);
		return undefined;
	} catch (error) {
		// Another process of this n8n (queue mode) may have been faster with the same refresh token.
		if ((await readCredential(functions)).accessToken !== refused) return undefined;
		return tokenEndpointOutcome(error);
	}
}

/** n8n's OAuth2 client throws the status, or a network code, or an error with the grant's fate. */
function tokenEndpointOutcome(error: unknown): Outcome {
	const { status, body, code, response } = (error ?? {}) as {
		status?: number;
		body?: unknown;
		code?: string;
		response?: { status?: number };
	};
	const answered = status ?? response?.status;
	if (answered !== undefined && (answered === 429 || answered >= 500)) {
		return { kind: 'answer', status: answered, headers: {}, body };
	}
	if (code !== undefined && /^E(CONN|TIMEDOUT|NOTFOUND|AI_AGAIN|PIPE|HOST|NET)/.test(code)) {
		return { kind: 'broken', sent: false, code };
	}
	return { kind: 'answer', status: 401, headers: {}, body: undefined };
}
