import type { Cause } from '../../../nodes/shared/transport/cause';
import type { Decision, History, Method, Outcome } from '../../../nodes/shared/transport/retry';

export const fresh: History = {
	faults: 0,
	waitedMs: 0,
	spentMs: 0,
	patienceMs: 55_000,
	maximumWaitMs: 60_000,
	renewals: 0,
	redirects: 0,
};
export const METHODS: readonly Method[] = ['GET', 'PUT', 'DELETE', 'POST', 'PATCH'];

export const answer = (status: number, body: unknown = '', headers = {}): Outcome => ({
	kind: 'answer',
	status,
	headers,
	body,
});
export const broken = (cause: Cause, code?: string): Outcome => ({ kind: 'broken', cause, code });
export const throttle = (seconds: string) =>
	answer(429, {
		detail: `Request was throttled. Expected available in ${seconds} seconds.`,
	});

/** A decision in a few words: `wait throttled`, `fail ambiguous`, `accept`. */
export function inWords(decision: Decision): string {
	if (decision.action === 'wait') return `wait ${decision.reason}`;
	return decision.action === 'fail' ? `fail ${decision.failure.kind}` : decision.action;
}
