import {
	NodeOperationError,
	type IDataObject,
	type IHttpRequestOptions,
	type IN8nHttpFullResponse,
} from 'n8n-workflow';
import {
	isOfProxy,
	NEVER_SENT,
	refusalIn,
	troubleOf,
	Unusable,
	type Socket,
	type Trouble,
} from './cause';
import { clock, pause } from './clock';
import { CREDENTIAL, readCredential, type ApiCredential, type ApiFunctions } from './credential';
import { MultipartForm } from './form';
import { notGranted } from './granted';
import { readRefusal, readText, timeOfAnswer, type Content } from './outcome';
import { inTurn, paceOf } from './pace';
import {
	advance,
	beginning,
	decide,
	decideAfterRenewal,
	failureOf,
	type Decision,
	type Failure,
	type History,
	type Method,
	type Outcome,
} from './retry';
import { renewToken, tokenWasTaken } from './token';
import { parseUrl } from './urls';
import { limits, Watch } from './watch';

/** How long a request that is given up may take to say how far it came. */
const CLOSING_MS = 1_000;

/** The body of a good answer on its way. */
export interface Incoming {
	readonly content: Content;
	readonly headers: IDataObject;
	readonly url: URL;
	readonly status: number;
}

/** One thing to be fetched or sent. */
export interface Errand<T> {
	readonly method: Method;
	/** A path such as `/api/patients`, or an absolute URL that DrChrono gave. */
	readonly target: string;
	readonly query?: IDataObject;
	/** Sent as JSON, or as a form if it is one (see form.ts). */
	readonly body?: IHttpRequestOptions['body'];
	readonly headers?: IDataObject;
	/** How long it may take in all, in ms, waits apart. */
	readonly wholeMs: number;
	/** Whether it may go to an address, and whether the token may go with it. */
	way(url: URL, baseUrl: URL): 'token' | 'bare' | undefined;
	/** Takes the body of a good answer in. @throws Unusable */
	take(answer: Incoming): Promise<T>;
}

/** What DrChrono answered, and when by its own clock: ms since 1970, `undefined` if it does not say. */
export interface Settled<T = unknown> {
	readonly body: T;
	readonly answeredAt?: number;
}

/**
 * The one loop under every request: credential, address, turn, send, decide, renew, wait, follow. Each
 * wait and repeat is a line in n8n's debug log.
 * @throws when the execution is cancelled, when the credential cannot be used, and what `take` throws for
 * reasons of its own
 */
export async function carryOut<T>(
	functions: ApiFunctions,
	errand: Errand<T>,
	maximumWaitMs: number,
): Promise<Settled<T> | { failure: Failure }> {
	const signal = cancelSignal(functions);
	let { target, query } = errand;
	let history = beginning(maximumWaitMs, Math.min(errand.wholeMs, limits.wholeMs) / 2);
	let ticket: number | undefined;
	const failed = (failure: Failure) => ({ failure: failureOf(errand.method, failure, history) });
	for (;;) {
		const credential = await readCredential(functions);
		const url = parseUrl(target, credential.baseUrl);
		const way = url && errand.way(url, credential.baseUrl);
		if (!url || !way) return failed({ kind: 'foreign-address' });
		const token = way === 'token' ? credential : undefined;
		const scopes = token ? notGranted(errand.method, url.pathname, token.granted) : [];
		if (scopes.length > 0) return failed({ kind: 'not-granted', scopes });
		let spentMs = history.spentMs;
		const attempt = async () => {
			const startedAt = performance.now();
			const outcome = await send(
				functions,
				{ errand, url, query, token },
				errand.wholeMs - spentMs,
			);
			// What was refused outright is counted elsewhere: an hour of short refusals is up to Maximum Wait.
			if (outcome.kind !== 'answer' || outcome.status >= 500)
				spentMs += performance.now() - startedAt;
			return outcome;
		};
		const pace = paceOf(credential.application);
		ticket ??= pace.ticket();
		const outcome = token ? await inTurn(pace, ticket, attempt, signal) : await attempt();
		history = { ...history, spentMs };
		const decision = await decideNext(functions, errand, outcome, history, token);
		if (decision.action === 'accept') {
			const answeredAt = outcome.kind === 'answer' ? timeOfAnswer(outcome.headers) : undefined;
			return { body: decision.body as T, answeredAt };
		}
		if (decision.action === 'fail') return failed(decision.failure);
		tell(functions, errand.method, url, decision);
		if (decision.action === 'wait') await clock.sleep(decision.forMs, signal);
		if (decision.action === 'follow') {
			const next = parseUrl(decision.location, url);
			if (!next) return failed({ kind: 'foreign-address' });
			target = next.href;
			query = undefined;
		}
		history = advance(history, decision);
	}
}

/** @param token only if it was sent, so that renewing it can help */
async function decideNext(
	functions: ApiFunctions,
	{ method }: Errand<unknown>,
	outcome: Outcome,
	history: History,
	token: ApiCredential | undefined,
): Promise<Decision> {
	const decision = decide(method, outcome, history, Math.random());
	if (!token) {
		const status = outcome.kind === 'answer' ? outcome.status : 0;
		return decision.action === 'renew' ||
			(decision.action === 'fail' && decision.failure.kind === 'refused')
			? { action: 'fail', failure: { kind: 'file-refused', status } }
			: decision;
	}
	if (decision.action !== 'renew') {
		if (outcome.kind === 'answer') tokenWasTaken(functions, token.accessToken);
		return decision;
	}
	const isFresh = history.waitedMs === 0;
	const refused = await renewToken(functions, token.accessToken, isFresh, cancelSignal(functions));
	return refused ? decideAfterRenewal(refused, history, Math.random()) : decision;
}

type Answer = IN8nHttpFullResponse & { readonly socket?: Socket | null };

/** What a proxy may answer in the place of a connection. */
const STATUSES_OF_PROXIES: readonly number[] = [400, 403, 404, 405, 407, 500, 502, 503, 504, 511];

interface Letter<T> {
	readonly errand: Errand<T>;
	readonly url: URL;
	readonly query?: IDataObject;
	readonly token?: ApiCredential;
}

/**
 * One request on the wire. n8n neither follows redirects (it would turn a POST into a GET and take the
 * token to other hosts) nor throws on a status, so it does not renew the token either.
 */
async function send<T>(
	functions: ApiFunctions,
	{ errand, url, query, token }: Letter<T>,
	wholeMs: number,
): Promise<Outcome> {
	const cancelled = cancelSignal(functions);
	const watch = new Watch(wholeMs, cancelled);
	const { method, body, headers } = errand;
	const uploaded = () => (body instanceof MultipartForm ? body.bytesGiven : 0);
	let content: Content | undefined;
	const options: IHttpRequestOptions = {
		method,
		url: url.href,
		qs: query,
		body,
		headers: { ...headers, ...(token?.apiVersion && { 'X-DRC-API-Version': token.apiVersion }) },
		encoding: 'stream',
		disableFollowRedirect: true,
		ignoreHttpStatusErrors:
			url.protocol === 'https:' ? { ignore: true, except: [...STATUSES_OF_PROXIES] } : true,
		returnFullResponse: true,
		abortSignal: watch.signal,
	};
	const sending = (token ? withToken : withoutToken)(functions, options).catch(answerOfProxy);
	try {
		const answer = await watch.while(sending, limits.answerMs, uploaded);
		const { statusCode: status, headers: answered } = answer;
		const incoming = answer.body as Content;
		content = incoming;
		const bytesCame = counterOf(incoming);
		if (isOfProxy(url, status, answer.socket ?? incoming.socket)) {
			throw new Unusable({ cause: 'proxy', status });
		}
		const taking =
			status >= 200 && status < 300
				? errand.take({ content: incoming, headers: answered, url, status })
				: readText(incoming).then(readRefusal);
		const body = await watch.while<unknown>(taking, limits.idleMs, bytesCame);
		return { kind: 'answer', status, headers: answered, body };
	} catch (error) {
		cancelled?.throwIfAborted();
		if (watch.signal.aborted)
			return { kind: 'broken', ...(await troubleOfSilence(sending, content)) };
		// A full disk, say, is not the network's doing: fetching again would not help.
		if (content && !content.errored && !(error instanceof Unusable)) {
			throw new NodeOperationError(
				functions.getNode(),
				error instanceof Error ? error : String(error),
			);
		}
		return { kind: 'broken', ...troubleOf(error) };
	} finally {
		watch.end();
		content?.destroy();
	}
}

async function withToken(functions: ApiFunctions, options: IHttpRequestOptions): Promise<Answer> {
	// In a run n8n puts the run's own signal in the place of the one that is given.
	const own = Object.create(functions, {
		getExecutionCancelSignal: { value: () => options.abortSignal },
	}) as ApiFunctions;
	return (await functions.helpers.httpRequestWithAuthentication.call(
		own,
		CREDENTIAL,
		options,
	)) as Answer;
}

async function withoutToken(
	{ helpers }: ApiFunctions,
	options: IHttpRequestOptions,
): Promise<Answer> {
	return (await helpers.httpRequest(options)) as Answer;
}

/** n8n 2.x gives the connection of an answer only with what it throws. */
async function answerOfProxy(error: Error): Promise<Answer> {
	const refused = refusalIn(error);
	return refused ?? (await Promise.reject(error));
}

/** Whoever was silent: the network before anything was sent, DrChrono before its answer or within it. */
async function troubleOfSilence(sending: Promise<unknown>, content?: Content): Promise<Trouble> {
	if (content) return { cause: 'stalled' };
	const cut = await Promise.race([sending.catch((error: unknown) => error), pause(CLOSING_MS)]);
	const trouble = troubleOf(cut);
	return NEVER_SENT.includes(trouble.cause) ? trouble : { cause: 'silent' };
}

/** How many bytes of a body have come. Listening for them would take them from whoever takes the body in. */
function counterOf(content: Content): () => number {
	let bytes = 0;
	const push = content.push.bind(content);
	const counted: Content['push'] = (chunk: Uint8Array | null, encoding) => {
		bytes += chunk?.length ?? 0;
		return push(chunk, encoding);
	};
	Object.assign(content, { push: counted });
	return () => bytes;
}

export function cancelSignal(functions: ApiFunctions): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in functions ? functions.getExecutionCancelSignal() : undefined;
}

function tell({ logger }: ApiFunctions, method: Method, url: URL, decision: Decision): void {
	const about = {
		wait: 'waits',
		renew: 'renews the token',
		follow: 'is sent on',
		accept: '',
		fail: '',
	};
	const why =
		decision.action === 'wait'
			? ` ${(decision.forMs / 1_000).toFixed(1)} s: ${decision.reason}`
			: '';
	logger.debug(`DrChrono: ${method} ${withoutIds(url.pathname)} ${about[decision.action]}${why}`);
}

/** A path as a log may have it. */
export const withoutIds = (path: string): string => path.replace(/[^/]*\d[^/]*/g, '…');
