import type { IDataObject } from 'n8n-workflow';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What became of one attempt. */
export type Outcome =
	| {
			readonly kind: 'answer';
			readonly status: number;
			readonly headers: IDataObject;
			readonly body: unknown;
	  }
	/** No whole answer. `sent` is false when the request certainly never reached DrChrono. */
	| { readonly kind: 'broken'; readonly sent: boolean; readonly code: string }
	/** Not sent: DrChrono has already said that it accepts nothing for this long. */
	| { readonly kind: 'closed'; readonly forMs: number };

/** What happened to a request before its latest attempt. */
export interface History {
	/** Attempts that a fault brought to nothing. */
	readonly faults: number;
	readonly waitedMs: number;
	readonly maximumWaitMs: number;
	readonly renewals: number;
	readonly redirects: number;
	/** Whether DrChrono may have carried out an earlier attempt. */
	readonly mayHaveActed: boolean;
}

/** The history of a request that was not sent yet. */
export function beginning(maximumWaitMs: number): History {
	return {
		faults: 0,
		waitedMs: 0,
		maximumWaitMs,
		renewals: 0,
		redirects: 0,
		mayHaveActed: false,
	};
}

export type Failure =
	| { readonly kind: 'refused'; readonly status: number; readonly body: unknown }
	| { readonly kind: 'throttled'; readonly forMs: number }
	| { readonly kind: 'unauthorized' }
	/** Not sent: the connection was not given any of these scopes, as the credential names them. */
	| { readonly kind: 'not-granted'; readonly scopes: readonly string[] }
	/** The host of a document's file does not give it. */
	| { readonly kind: 'file-refused'; readonly status: number }
	/** A write whose effect nobody knows. */
	| { readonly kind: 'ambiguous'; readonly status?: number; readonly code?: string }
	| { readonly kind: 'unavailable'; readonly status?: number; readonly code?: string }
	/** A redirect or a page's `next` that the token must not follow. */
	| { readonly kind: 'foreign-address' }
	| { readonly kind: 'too-many-redirects' }
	| { readonly kind: 'repeated-page' }
	| { readonly kind: 'not-a-page' };

/** `without-effect` is a fault after which DrChrono has certainly not carried out the request. */
type WaitReason = 'throttled' | 'fault' | 'without-effect';

export type Decision =
	| { readonly action: 'accept'; readonly body: unknown }
	| { readonly action: 'wait'; readonly forMs: number; readonly reason: WaitReason }
	| { readonly action: 'renew' }
	| { readonly action: 'follow'; readonly location: string }
	| { readonly action: 'fail'; readonly failure: Failure };

const MAXIMUM_FAULTS = 3;
const MAXIMUM_RENEWALS = 3;
const MAXIMUM_REDIRECTS = 5;
const FIRST_BACKOFF_MS = 500;
/** Added to what DrChrono names, since it counts whole and rounded seconds. */
const THROTTLE_MARGIN_MS = 250;
const UNNAMED_THROTTLE_MS = 1_000;

const REPEATABLE: readonly Method[] = ['GET', 'PUT', 'DELETE'];
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/**
 * Decides what follows one attempt. Pure.
 *
 * 429 is repeated for every method, since DrChrono refused before it acted. Faults (5xx, a broken
 * connection, HTML in place of JSON) are repeated only for methods that may be sent twice without
 * harm: DrChrono knows no idempotency key, so a repeated POST makes a second record.
 *
 * @param random a number in [0, 1) that spreads the waits of parallel executions
 */
export function decide(
	method: Method,
	outcome: Outcome,
	history: History,
	random: number,
): Decision {
	if (outcome.kind === 'closed') return waitOrFail(outcome.forMs, history);
	if (outcome.kind === 'broken') {
		const { sent, code } = outcome;
		return sent
			? afterFault(method, { code }, history, random)
			: repeatOrFail('without-effect', { code }, history, random);
	}
	const { status, headers, body } = outcome;
	if (status === 429) return waitOrFail(throttledForMs(body, headers), history);
	if (status === 401) {
		return history.renewals < MAXIMUM_RENEWALS
			? { action: 'renew' }
			: { action: 'fail', failure: { kind: 'unauthorized' } };
	}
	if (REDIRECTS.includes(status)) return followOrFail(headers, history);
	// Any 5xx: those of the servers in front of DrChrono (520 to 524) say as little of what was done.
	if (status >= 500) return afterFault(method, { status }, history, random);
	// What an earlier attempt deleted, whose answer got lost, is not there any more.
	if (status === 404 && method === 'DELETE' && history.mayHaveActed) {
		return { action: 'accept', body: '' };
	}
	if (status >= 400) return { action: 'fail', failure: { kind: 'refused', status, body } };
	return { action: 'accept', body };
}

/**
 * Decides what follows a renewal of the token that failed with `outcome` (see credential.ts). The
 * request itself was refused with 401, so it may be sent again whatever its method.
 */
export function decideAfterRenewal(outcome: Outcome, history: History, random: number): Decision {
	const decision = decide('GET', outcome, { ...history, renewals: MAXIMUM_RENEWALS }, random);
	return decision.action === 'wait' && decision.reason === 'fault'
		? { ...decision, reason: 'without-effect' }
		: decision;
}

/** The history with one more decision in it. Pure. */
export function advance(history: History, decision: Decision): History {
	switch (decision.action) {
		case 'renew':
			return { ...history, renewals: history.renewals + 1 };
		case 'follow':
			return { ...history, redirects: history.redirects + 1 };
		case 'wait':
			return decision.reason === 'throttled'
				? { ...history, waitedMs: history.waitedMs + decision.forMs }
				: {
						...history,
						faults: history.faults + 1,
						mayHaveActed: history.mayHaveActed || decision.reason === 'fault',
					};
		default:
			return history;
	}
}

/** How long DrChrono asks to wait, in milliseconds, from a 429's body or its Retry-After header. */
export function throttledForMs(body: unknown, headers: IDataObject): number {
	const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
	const named = /available in (\d+(?:\.\d+)?) second/.exec(text)?.[1] ?? headers['retry-after'];
	const seconds = Number(named);
	const usable = named !== undefined && Number.isFinite(seconds) && seconds >= 0;
	return (usable ? seconds * 1_000 : UNNAMED_THROTTLE_MS) + THROTTLE_MARGIN_MS;
}

function waitOrFail(forMs: number, { waitedMs, maximumWaitMs }: History): Decision {
	return waitedMs + forMs <= maximumWaitMs
		? { action: 'wait', forMs, reason: 'throttled' }
		: { action: 'fail', failure: { kind: 'throttled', forMs } };
}

interface Cause {
	readonly status?: number;
	readonly code?: string;
}

/** After a fault nobody knows what DrChrono did. */
function afterFault(method: Method, cause: Cause, history: History, random: number): Decision {
	return REPEATABLE.includes(method)
		? repeatOrFail('fault', cause, history, random)
		: { action: 'fail', failure: { kind: 'ambiguous', ...cause } };
}

function repeatOrFail(
	reason: 'fault' | 'without-effect',
	cause: Cause,
	{ faults }: History,
	random: number,
): Decision {
	if (faults >= MAXIMUM_FAULTS) {
		return { action: 'fail', failure: { kind: 'unavailable', ...cause } };
	}
	const forMs = FIRST_BACKOFF_MS * 2 ** faults * (0.5 + random / 2);
	return { action: 'wait', forMs, reason };
}

function followOrFail(headers: IDataObject, { redirects }: History): Decision {
	const location = headers.location;
	return typeof location === 'string' && redirects < MAXIMUM_REDIRECTS
		? { action: 'follow', location }
		: { action: 'fail', failure: { kind: 'too-many-redirects' } };
}
