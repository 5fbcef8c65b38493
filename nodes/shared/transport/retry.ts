import type { IDataObject } from 'n8n-workflow';
import { textOf } from '../messages/words';
import { NEVER_SENT, type Trouble } from './cause';
import { clock } from './clock';
import { timeOfAnswer } from './outcome';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What became of one attempt. */
export type Outcome =
	| {
			readonly kind: 'answer';
			readonly status: number;
			readonly headers: IDataObject;
			readonly body: unknown;
	  }
	/** No whole answer; the cause tells whether the request can have reached DrChrono. */
	| ({ readonly kind: 'broken' } & Trouble)
	/** Not sent: DrChrono has already said that it accepts nothing for this long. */
	| { readonly kind: 'closed'; readonly forMs: number }
	/** Refused for its token, which cannot be renewed: nothing was carried out. */
	| { readonly kind: 'ended'; readonly failure: Failure };

/** What happened to a request before its latest attempt. */
export interface History {
	/** Attempts that a fault brought to nothing. */
	readonly faults: number;
	readonly waitedMs: number;
	readonly maximumWaitMs: number;
	/** Ms that attempts took so far, and after how many a silent one is not repeated. */
	readonly spentMs: number;
	readonly patienceMs: number;
	readonly renewals: number;
	readonly redirects: number;
	/** Why nobody knows whether DrChrono has carried out an earlier attempt. */
	readonly unclear?: Trouble;
}

/** The history of a request that was not sent yet. */
export function beginning(maximumWaitMs: number, patienceMs: number): History {
	const none = { faults: 0, waitedMs: 0, spentMs: 0, renewals: 0, redirects: 0 };
	return { ...none, maximumWaitMs, patienceMs };
}

/** What is, or may be, the record that was to be written. */
interface Perhaps {
	/** The ID of one like it that is there. */
	readonly alike?: string;
}

export type Failure =
	| ({ readonly kind: 'refused'; readonly status: number; readonly body: unknown } & Perhaps)
	| { readonly kind: 'throttled'; readonly forMs: number }
	/** The connection is lost; its token was renewed in vain; the application is not known. */
	| { readonly kind: 'unauthorized' | 'renewed-in-vain' | 'unknown-application' }
	/** Not sent: the connection was not given any of these scopes, as the credential names them. */
	| { readonly kind: 'not-granted'; readonly scopes: readonly string[] }
	/** The token could not be renewed now, which says nothing about the connection. */
	| ({ readonly kind: 'not-renewed' } & Partial<Trouble>)
	/** The host of a document's file does not give it. */
	| { readonly kind: 'file-refused'; readonly status: number }
	/** A write whose effect nobody knows; `repeated` if it was one that may be sent again. */
	| ({ readonly kind: 'ambiguous'; readonly repeated?: boolean } & Partial<Trouble> & Perhaps)
	/** A write that was carried out, without the record as its answer; or it could not be read afterwards. */
	| ({
			readonly kind: 'done-unseen';
			readonly status?: number;
			readonly unread?: Failure;
	  } & Perhaps)
	| ({ readonly kind: 'unavailable' | 'not-sent' } & Partial<Trouble>)
	/** A redirect or a page's `next` that the token must not follow, and other answers that lead nowhere. */
	| { readonly kind: 'foreign-address' | 'too-many-redirects' | 'repeated-page' }
	| { readonly kind: 'not-a-page' | 'not-a-record' };

/** A failure after which the record may be there all the same. */
export type Uncertain = Failure & { readonly kind: 'ambiguous' | 'done-unseen' };

/**
 * Whether what a failed request was to create may be in DrChrono all the same: whoever sends it again may
 * create it twice.
 */
export function mayBeThere(failure: Failure): failure is Uncertain {
	return failure.kind === 'ambiguous' || failure.kind === 'done-unseen';
}

/** `without-effect` is a fault after which DrChrono has certainly not carried out the request. */
type WaitReason = 'throttled' | 'fault' | 'without-effect';

export type Decision =
	| { readonly action: 'accept'; readonly body: unknown }
	| {
			readonly action: 'wait';
			readonly forMs: number;
			readonly reason: WaitReason;
			/** DrChrono asked for it, so it counts towards Maximum Wait. */
			readonly asked: boolean;
			/** What happened, where DrChrono may have carried the request out. */
			readonly unclear?: Trouble;
	  }
	| { readonly action: 'renew' }
	| { readonly action: 'follow'; readonly location: string }
	| { readonly action: 'fail'; readonly failure: Failure };

const MAXIMUM_FAULTS = 3;
const MAXIMUM_RENEWALS = 3;
const MAXIMUM_REDIRECTS = 5;
const FIRST_BACKOFF_MS = 500;
/** Added to what DrChrono names, since it counts whole and rounded seconds. */
const THROTTLE_MARGIN_MS = 250;
/** Two processes whose requests were refused together do not come back together. */
const THROTTLE_JITTER_MS = 1_000;
const UNNAMED_THROTTLE_MS = 1_000;
/** However often it was refused before, a request waits no longer than this if DrChrono asks for less. */
const LONGEST_UNASKED_MS = 60_000;
/** What margins and jitter may add to a wait that Maximum Wait just allows. */
export const SLACK_MS = 6_000;

const REPEATABLE: readonly Method[] = ['GET', 'PUT', 'DELETE'];
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
/** The server gave up waiting for the request, was the wrong one, or did not want it so early. */
const NOT_NOW: readonly number[] = [408, 421, 425];

const NOT_THE_TOKEN: ReadonlyArray<Failure['kind']> = ['unavailable', 'not-sent', 'refused'];

/**
 * Decides what follows one attempt. Pure.
 *
 * 429 is repeated for every method, since DrChrono refused before it acted, and so is what was never sent.
 * Faults (5xx, a broken connection, HTML in place of JSON) are repeated only for methods that may be sent
 * twice without harm: DrChrono knows no idempotency key, so a repeated POST makes a second record.
 *
 * @param random a number in [0, 1) that spreads the waits of parallel executions
 */
export function decide(
	method: Method,
	outcome: Outcome,
	history: History,
	random: number,
): Decision {
	if (outcome.kind === 'ended') return fail(outcome.failure);
	if (outcome.kind === 'closed') return waitOrFail(outcome.forMs, history, random);
	if (outcome.kind === 'broken') {
		return NEVER_SENT.includes(outcome.cause)
			? repeatOrFail('without-effect', outcome, history, random)
			: afterFault(method, outcome, history, random);
	}
	const { status, headers, body } = outcome;
	if (status === 429) return waitOrFail(throttledForMs(body, headers), history, random);
	if (status === 401) {
		return history.renewals < MAXIMUM_RENEWALS
			? { action: 'renew' }
			: fail({ kind: 'renewed-in-vain' });
	}
	// See Other: the request was carried out, and what came of it is elsewhere.
	if (status === 303 && method !== 'GET') {
		return method === 'POST'
			? fail({ kind: 'done-unseen', status })
			: { action: 'accept', body: '' };
	}
	if (REDIRECTS.includes(status)) return followOrFail(headers, history);
	// Any 5xx: those of the servers in front of DrChrono (520 to 524) say as little of what was done.
	if (status >= 500 || NOT_NOW.includes(status)) {
		return afterFault(method, { cause: 'page', status }, history, random, retryAfterMs(headers));
	}
	// What an earlier attempt deleted, whose answer got lost, is not there any more.
	if (status === 404 && method === 'DELETE' && history.unclear) {
		return { action: 'accept', body: '' };
	}
	return status >= 300 ? fail({ kind: 'refused', status, body }) : { action: 'accept', body };
}

const fail = (failure: Failure): Decision => ({ action: 'fail', failure });

/**
 * A failure in the light of all attempts: whatever ended the last one, "nothing was changed" would not be
 * true of an earlier one that may have been carried out. Pure.
 */
export function failureOf(method: Method, failure: Failure, { unclear }: History): Failure {
	const doubt = unclear ?? (failure.kind === 'unavailable' ? failure : undefined);
	if (!doubt || method === 'GET' || failure.kind === 'done-unseen') return failure;
	return { ...troubleIn(doubt), kind: 'ambiguous', repeated: true };
}

const troubleIn = (from: Failure | Trouble): Partial<Trouble> => ({
	...('cause' in from && { cause: from.cause }),
	...('code' in from && { code: from.code }),
	...('status' in from && { status: from.status }),
});

/**
 * Decides what follows a renewal of the token that failed with `outcome` (see token.ts). The request
 * itself was refused with 401, so it may be sent again whatever its method.
 */
export function decideAfterRenewal(outcome: Outcome, history: History, random: number): Decision {
	const decision = decide('GET', outcome, history, random);
	if (decision.action === 'wait' && decision.reason === 'fault') {
		return { ...decision, reason: 'without-effect', unclear: undefined };
	}
	return decision.action === 'fail' && NOT_THE_TOKEN.includes(decision.failure.kind)
		? fail({ ...troubleIn(decision.failure), kind: 'not-renewed' })
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
			return {
				...history,
				waitedMs: history.waitedMs + (decision.asked ? decision.forMs : 0),
				faults: history.faults + (decision.reason === 'throttled' ? 0 : 1),
				...(decision.unclear && { unclear: decision.unclear }),
			};
		default:
			return history;
	}
}

/** How long DrChrono asks to wait, in milliseconds, from a 429's body or its Retry-After header. */
export function throttledForMs(body: unknown, headers: IDataObject): number {
	const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
	const named = /available in (\d+(?:\.\d+)?) second/.exec(text.slice(0, 10_000))?.[1];
	const ms = named === undefined ? retryAfterMs(headers) : Number(named) * 1_000;
	return (ms ?? UNNAMED_THROTTLE_MS) + THROTTLE_MARGIN_MS;
}

/** Retry-After in ms: seconds, or a date, which counts from the answer's own (RFC 9110, section 10.2.3). */
function retryAfterMs(headers: IDataObject): number | undefined {
	const named = textOf(headers['retry-after']).trim();
	if (/^\d+(\.\d+)?$/.test(named)) return Number(named) * 1_000;
	if (!/^[a-z]{3}/i.test(named)) return undefined;
	const ms = Date.parse(named) - (timeOfAnswer(headers) ?? clock.now());
	return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** Who is refused again and again comes back more and more seldom: an hour of it is a hundred requests, not thousands. */
function waitOrFail(
	askedMs: number,
	{ waitedMs, maximumWaitMs }: History,
	random: number,
): Decision {
	const leftMs = (maximumWaitMs > 0 ? maximumWaitMs + SLACK_MS : 0) - waitedMs;
	if (askedMs > leftMs) return fail({ kind: 'throttled', forMs: askedMs });
	const forMs = Math.max(askedMs, Math.min(waitedMs / 10, LONGEST_UNASKED_MS, leftMs));
	const jitterMs = random * THROTTLE_JITTER_MS;
	return { action: 'wait', forMs: forMs + jitterMs, reason: 'throttled', asked: true };
}

/** After a fault nobody knows what DrChrono did. */
function afterFault(
	method: Method,
	trouble: Trouble,
	history: History,
	random: number,
	namedMs = 0,
): Decision {
	return REPEATABLE.includes(method)
		? repeatOrFail('fault', trouble, history, random, namedMs)
		: fail({ ...trouble, kind: 'ambiguous' });
}

function repeatOrFail(
	reason: 'fault' | 'without-effect',
	trouble: Trouble,
	{ faults, waitedMs, maximumWaitMs, spentMs, patienceMs }: History,
	random: number,
	namedMs = 0,
): Decision {
	const { cause, status } = trouble;
	const hopeless = cause === 'certificate' || (cause === 'proxy' && status === 407);
	const tooSlow = (cause === 'silent' || cause === 'stalled') && spentMs > patienceMs;
	const tooLong = namedMs > 0 && waitedMs + namedMs > maximumWaitMs;
	if (faults >= MAXIMUM_FAULTS || hopeless || tooSlow || tooLong) {
		return fail({ ...trouble, kind: reason === 'fault' ? 'unavailable' : 'not-sent' });
	}
	const backoffMs = FIRST_BACKOFF_MS * 2 ** faults * (0.5 + random / 2);
	const forMs = Math.max(backoffMs, namedMs);
	const unclear = reason === 'fault' && { unclear: trouble };
	return { action: 'wait', forMs, reason, asked: namedMs > 0, ...unclear };
}

function followOrFail(headers: IDataObject, { redirects }: History): Decision {
	const location = headers.location;
	return typeof location === 'string' && redirects < MAXIMUM_REDIRECTS
		? { action: 'follow', location }
		: fail({ kind: 'too-many-redirects' });
}
