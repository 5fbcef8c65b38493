import { OPERATIONS } from './operations';
import type { Account, Heard } from './practice';
import { LEAK } from './records';
import { meaningOf, type Sequence, type Step } from './steps';

/** What a run said and did, seen from outside. */
export interface Ending {
	/** Message and description of the error, if there is one. */
	readonly said?: string;
	/** Everything else that n8n keeps of the error, and the lines of the log. */
	readonly kept: string;
	readonly isRight: boolean;
	readonly stopped: boolean;
	/** What went by on the clock of the machine, and what was waited for on the run's own, in ms. */
	readonly tookMs: number;
	readonly waitedMs: number;
}

export interface Limits {
	readonly wholeMs: number;
	readonly fileMs: number;
	readonly answerMs: number;
}

/** What else a run may take: the machine is busy. */
const SLACK_MS = 2_500;
/** Waits that nobody asked for: between attempts, for the stored token, for the file of a document. */
const OWN_WAITS_MS = 45_000;

/** What is wrong with a run; nothing if all is well. */
export function judge(sequence: Sequence, account: Account, end: Ending, limits: Limits): string[] {
	const writes = account.heard.filter(
		({ method }) => method === OPERATIONS[sequence.operation].writes,
	);
	const isStopped = sequence.stopAfterMs !== undefined && end.stopped;
	return [
		...account.wrong,
		...wrongRepeats(writes),
		...(LEAK.test(`${end.said} ${end.kept}`)
			? [`leaked: ${/.{60}$/s.exec(`${end.said} ${end.kept}`.split(LEAK)[0])?.[0]}`]
			: []),
		...wrongTimes(sequence, end, limits),
		...(isStopped ? [] : wrongWords(sequence, account, writes, end)),
	];
}

/** A POST or PATCH never follows one that may have been carried out. */
function wrongRepeats(writes: readonly Heard[]): string[] {
	const first = writes.findIndex(({ tells, acted }) => tells !== 'not done' || acted);
	const isTwice = first >= 0 && first < writes.length - 1;
	return isTwice && ['POST', 'PATCH'].includes(writes[0].method) ? ['a write was sent twice'] : [];
}

function wrongTimes(sequence: Sequence, end: Ending, limits: Limits): string[] {
	const { operation, maximumWait, stopAfterMs } = sequence;
	const isFile = /upload|download/.test(operation);
	// A file's record, the file itself, and what is asked before and after.
	const whole = 2 * limits.wholeMs + (isFile ? limits.fileMs : 0) + 4 * limits.answerMs;
	const allowed = (end.stopped && stopAfterMs !== undefined ? stopAfterMs : whole) + SLACK_MS;
	const requests = /list|and read|upload|download/.test(operation) ? 3 : 1;
	return [
		...(end.tookMs > allowed ? [`it took ${Math.round(end.tookMs)} ms of ${allowed}`] : []),
		...(end.waitedMs > requests * (maximumWait * 1_000 + OWN_WAITS_MS)
			? [`it waited ${Math.round(end.waitedMs / 1_000)} s with a Maximum Wait of ${maximumWait}`]
			: []),
	];
}

function wrongWords(
	sequence: Sequence,
	account: Account,
	writes: readonly Heard[],
	{ said, isRight }: Ending,
): string[] {
	const isWrite = OPERATIONS[sequence.operation].writes !== undefined;
	const isDone = writes.some(({ acted }) => acted);
	const isGone = writes.some(({ step }) => step.kind === 'status' && step.status === 404);
	if (said === undefined) {
		if (!isRight) return ['success with something else than the server gave'];
		return isWrite && !isDone && !isGone ? ['success of what was not carried out'] : [];
	}
	const mayBe = /may or may not/.test(said);
	const isToldDone = /has carried this out/.test(said);
	return [
		...(isDone && !mayBe && !isToldDone ? ['carried out, and not told so'] : []),
		...(isToldDone && !isDone ? ['told as done, and is not'] : []),
		...(mayBe && !writes.some(({ tells }) => tells === 'nothing')
			? ['told as unknown, and is known']
			: []),
		...wrongCauses(said, sequence, account),
		...(mustSucceed(sequence, account) ? ['failed although nothing stood in its way'] : []),
	];
}

/** Each thing that can be said, and what must have happened then. */
const CAUSES: ReadonlyArray<readonly [RegExp, (all: All) => boolean]> = [
	[/no connection came about/, ({ downs }) => downs > 0],
	[/within the time limit/, ({ has }) => has('silence', 'drip')],
	[/connection broke/, ({ has, downs }) => has('cut', 'garbled', 'half') || downs > 0],
	[/web page or nothing/, ({ has }) => has('html', 'half', 'garbled', 'empty', 'null')],
	[/is no record|not a record|not a list of/, ({ has }) => has('odd')],
	[/could not be renewed now/, ({ moods }) => moods.some((mood) => mood !== 'fresh')],
	[/no longer accepts this connection/, ({ moods }) => moods.includes('invalid_grant')],
	[/Client ID with this Client Secret/, ({ moods }) => moods.includes('invalid_client')],
	[
		/although it was just renewed/,
		({ moods, has }) => moods.includes('fresh') && has('unauthorized'),
	],
	[/accepts no more requests/, ({ moods, has }) => has('throttle') || moods.includes(429)],
	[/outside its API/, ({ has }) => has('foreign', 'user', 'nonsense')],
	[/from one address to the next/, ({ has }) => has('redirect')],
	[/no record with this ID|nothing at this address/, ({ has }) => has(404)],
	[/does not allow this connection/, ({ has }) => has(403)],
	[/overlaps|conflicts with|already has a patient/, ({ has }) => has(409)],
	[/certificate|encrypted connection|proxy refused/, () => false],
];

interface All {
	readonly downs: number;
	readonly moods: Account['moods'];
	/** Whether one of these was met: a kind, a status, or what a step is in particular. */
	readonly has: (...what: ReadonlyArray<string | number>) => boolean;
}

function wrongCauses(said: string, { token }: Sequence, account: Account): string[] {
	const met = [...account.heard.map(({ step }) => step), ...account.fileSteps];
	const marks = met.flatMap(marksOf);
	const tokens: string[] = account.moods.map((mood) =>
		mood === 'page' || mood === 'blocked' ? 'html' : String(mood),
	);
	const all: All = {
		downs: account.downs,
		moods: account.moods,
		has: (...what) => what.some((one) => [...marks, ...tokens].includes(String(one))),
	};
	const named = [...said.matchAll(/status (\d{3})/g)].map(([, status]) => status);
	const blocked = token.includes('blocked') ? ['403'] : [];
	return [
		...CAUSES.filter(([words, holds]) => words.test(said) && !holds(all)).map(
			([words]) => `it says ${words}, and nothing of that kind was met`,
		),
		...named
			.filter((status) => ![...marks, ...tokens, ...blocked].includes(status))
			.map((status) => `it says status ${status}, which nobody gave`),
		...(CAUSES.some(([words]) => words.test(said)) ||
		named.length > 0 ||
		/did not accept|still preparing/.test(said)
			? []
			: [`it says nothing that is known: ${said}`]),
	];
}

const marksOf = (step: Step | { kind: 'expired' }): string[] => [
	step.kind,
	...('status' in step ? [String(step.status)] : []),
	...('what' in step ? [step.what] : []),
	...('to' in step ? [step.to] : []),
	...(step.kind === 'throttle' ? ['429'] : []),
];

/** Whether what a run met is only what it has to get through. */
function mustSucceed(sequence: Sequence, { heard, moods, downs, fileSteps }: Account): boolean {
	const { operation, maximumWait } = sequence;
	const { writes } = OPERATIONS[operation];
	const isRepeatable = writes === undefined || writes === 'PUT' || writes === 'DELETE';
	const steps: Array<Step | { kind: 'expired' }> = [...heard.map(({ step }) => step), ...fileSteps];
	const faults = steps.filter((step) => isFault(step)).length + moods.filter(isTokenFault).length;
	const refusals = steps.filter(({ kind }) => ['unauthorized', 'expired'].includes(kind)).length;
	const isEndless =
		(sequence.apiForEver && heard.length >= sequence.api.length) ||
		(sequence.filesForEver && fileSteps.length >= sequence.files.length);
	const waits = [...steps, ...moods].filter(
		(one) => one === 429 || (typeof one === 'object' && askedFor(one) > 0),
	).length;
	// With what is added to each, so that those who come back together do not.
	const askedS = steps.reduce((sum, step) => sum + askedFor(step), 2 * waits);
	const isLong = [...sequence.api, ...sequence.files].some(
		(step) => step.kind === 'down' && step.forMs > 1_000,
	);
	return (
		faults + downs <= 3 &&
		refusals <= 1 &&
		!isLong &&
		!isEndless &&
		askedS <= maximumWait &&
		moods.every((mood) => mood === 'fresh' || isTokenFault(mood)) &&
		steps.filter(({ kind }) => kind === 'redirect').length <= 5 &&
		steps.every(
			(step) =>
				['ok', 'expired', 'unauthorized', 'throttle'].includes(step.kind) ||
				(step.kind === 'redirect' && step.to === 'within' && (step.status !== 303 || !writes)) ||
				(isRepeatable && isFault(step)),
		)
	);
}

const isTokenFault = (mood: Account['moods'][number]): boolean =>
	['page', 'blocked', 'cut', 503, 429].includes(mood);

const isFault = (step: Step | { kind: 'expired' }): boolean =>
	step.kind === 'cut' ||
	(step.kind === 'page' && step.what === 'html') ||
	(step.kind === 'status' && meaningOf(step).tells === 'nothing');

/** Seconds that a server asks to wait. */
function askedFor(step: Step | { kind: 'expired' }): number {
	if (step.kind === 'throttle') return step.named === 'nonsense' ? 1 : step.seconds;
	if (step.kind !== 'status' || step.retryAfter === undefined) return 0;
	const named = Number(step.retryAfter.replace('date ', ''));
	return Number.isFinite(named) ? Math.max(0, named) : 0;
}
