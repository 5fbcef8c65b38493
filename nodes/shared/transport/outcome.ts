import { jsonParse } from 'n8n-workflow';
import { textOf } from '../messages/words';
import type { Outcome } from './retry';

/** Codes of a connection that never came about, so that nothing was sent. */
const NEVER_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/**
 * Under load DrChrono's edge answers 200 with a page of HTML, or with nothing at all. An empty
 * answer is right for a change (204), never where a record is asked for or created.
 */
export function isPageOfTheEdge(needsRecord: boolean, status: number, body: unknown): boolean {
	if (status < 200 || status > 299 || typeof body !== 'string') return false;
	return body !== '' || needsRecord;
}

/** The same where text was asked for, which is XML then. */
export function isNoDocument(status: number, body: unknown): boolean {
	if (status < 200 || status > 299) return false;
	return typeof body !== 'string' || /^\s*(?:$|<!doctype html|<html)/i.test(body);
}

/** Where text was asked for, a refusal is still JSON. */
export function refusalAsJson(status: number, body: unknown): unknown {
	return status >= 400 && typeof body === 'string'
		? jsonParse<unknown>(body, { fallbackValue: '' })
		: body;
}

/**
 * When DrChrono gave an answer, by its own clock: the header Date, which has whole seconds and always a
 * zone (RFC 9110, section 6.6.1). In ms since 1970; `undefined` without a usable one.
 */
export function timeOfAnswer(outcome: Outcome): number | undefined {
	if (outcome.kind !== 'answer') return undefined;
	const at = Date.parse(textOf(outcome.headers.date));
	return Number.isNaN(at) ? undefined : at;
}

/** What a request came to that n8n's HTTP helper threw for, although no status makes it throw. */
export function brokenOutcome(error: unknown): Outcome {
	const code = networkCode(error) ?? 'NO_ANSWER';
	return { kind: 'broken', sent: !NEVER_CONNECTED.test(code), code };
}

/** The code of the network, which n8n wraps in an error of its own, or in two. */
function networkCode(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null) return undefined;
	const { code, cause } = error as { code?: unknown; cause?: unknown };
	return typeof code === 'string' && /^E[A-Z_]+$/.test(code) ? code : networkCode(cause);
}
