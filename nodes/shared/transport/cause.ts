import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';

/** Why no whole answer of DrChrono came. */
export type Cause =
	| 'unreachable'
	| 'certificate'
	| 'handshake'
	| 'proxy'
	| 'silent'
	| 'stalled'
	| 'cut'
	| 'page'
	| 'no-record'
	| 'not-paired';

/** What went wrong on the way, with the network's code or the status that told it. */
export interface Trouble {
	readonly cause: Cause;
	readonly code?: string;
	readonly status?: number;
}

/** Causes that keep a request from being sent. After any other DrChrono may have carried it out. */
export const NEVER_SENT: readonly Cause[] = ['unreachable', 'certificate', 'handshake', 'proxy'];

/** An answer that came but cannot be used. */
export class Unusable extends Error {
	constructor(readonly trouble: Trouble) {
		super(trouble.cause);
	}
}

const BY_CODE: ReadonlyArray<readonly [Cause, RegExp]> = [
	['certificate', /CERT|SELF_SIGNED|ISSUER|LEAF_SIGNATURE|ALTNAME|HOSTNAME_MISMATCH|CRL/],
	['handshake', /^(EPROTO|ERR_SSL|ERR_TLS)/],
	[
		'unreachable',
		/^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/,
	],
];

/** What is known of an error that the network gave n8n, which wraps it in one of its own, or in two. */
interface NetworkError {
	readonly code?: unknown;
	readonly syscall?: unknown;
	readonly message?: unknown;
	readonly cause?: unknown;
	readonly request?: { readonly socket?: Socket | null };
	readonly response?: {
		readonly status: number;
		readonly headers: IDataObject;
		readonly data: IN8nHttpFullResponse['body'];
	};
}

/** What a connection tells of itself. */
export interface Socket {
	readonly encrypted?: boolean;
	/** `null` until the handshake of TLS is over. */
	readonly alpnProtocol?: string | false | null;
}

/** What kept a request from its answer, from what n8n's HTTP helper threw. Pure. */
export function troubleOf(error: unknown): Trouble {
	if (error instanceof Unusable) return error.trouble;
	const chain = [...chainOf(error)];
	const codes = chain.flatMap(({ code }) =>
		typeof code === 'string' && /^[A-Z_\d]+$/.test(code) ? [code] : [],
	);
	const code = codes.at(-1);
	for (const [cause, pattern] of BY_CODE) {
		const known = codes.find((one) => pattern.test(one));
		if (known) return { cause, code: known };
	}
	if (
		chain.some(({ message }) => /\bproxy\b.*\bCONNECT\b|tunneling socket/i.test(String(message)))
	) {
		return { cause: 'proxy', code };
	}
	if (chain.some(({ syscall }) => syscall === 'connect')) return { cause: 'unreachable', code };
	const request = chain.find((one) => one.request)?.request;
	if (request && !isConnected(request.socket)) {
		return { cause: request.socket ? 'handshake' : 'unreachable', code };
	}
	return { cause: 'cut', code };
}

/** The answer within an error that n8n made of its status. Pure. */
export function refusalIn(error: unknown) {
	const found = [...chainOf(error)].find(({ response }) => response);
	if (!found?.response) return undefined;
	const { status: statusCode, headers, data: body } = found.response;
	return { statusCode, headers: { ...headers }, body, socket: found.request?.socket };
}

function* chainOf(error: unknown, depth = 0): Generator<NetworkError> {
	if (typeof error !== 'object' || error === null || depth > 5) return;
	const one: NetworkError = error;
	yield one;
	yield* chainOf(one.cause, depth + 1);
}

/** Before its handshake a connection has carried nothing of a request. */
function isConnected(socket: Socket | null | undefined): boolean {
	return !!socket && !(socket.encrypted && socket.alpnProtocol === null);
}

/**
 * Whether an answer to a request over TLS came from the proxy, which would not connect to DrChrono: then
 * it did not come over TLS.
 */
export function isOfProxy(url: URL, status: number, socket: Socket | null | undefined): boolean {
	return status === 407 || (url.protocol === 'https:' && !!socket && !socket.encrypted);
}
