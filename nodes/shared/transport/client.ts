import type {
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	NodeApiError,
} from 'n8n-workflow';
import { failureError } from '../messages/errors';
import { clock } from './clock';
import {
	CREDENTIAL,
	readCredential,
	renewToken,
	type ApiCredential,
	type ApiFunctions,
} from './credential';
import { notGranted } from './granted';
import {
	brokenOutcome,
	isNoDocument,
	isPageOfTheEdge,
	refusalAsJson,
	timeOfAnswer,
} from './outcome';
import { inTurn } from './pace';
import {
	advance,
	beginning,
	decide,
	decideAfterRenewal,
	type Decision,
	type Failure,
	type History,
	type Method,
	type Outcome,
} from './retry';
import { isApiUrl, parseUrl } from './urls';

export interface ClientOptions {
	/** How long one request may wait, in all, for DrChrono to accept requests again, in ms. */
	readonly maximumWaitMs: number;
	/** Names the item in messages. */
	readonly itemIndex?: number;
	/** Display names of API fields, for messages. */
	readonly labels?: Readonly<Record<string, string>>;
}

export interface ApiRequest {
	readonly method: Method;
	/** A path such as `/api/patients`, or an absolute URL that DrChrono gave. */
	readonly target: string;
	readonly query?: IDataObject;
	/** Sent as JSON, or as a form if it is one (see form.ts). */
	readonly body?: IHttpRequestOptions['body'];
	/** `record` is for what creates: the answer to a change may be empty. */
	readonly answer?: 'json' | 'record' | 'text';
}

/** What DrChrono answered, and when by its own clock: ms since 1970, `undefined` if it does not say. */
export interface Settled {
	readonly body: unknown;
	readonly answeredAt?: number;
}

/** The records of one page, the address of the next if there is one, and when it was answered. */
export interface ListPage {
	readonly records: IDataObject[];
	readonly next?: string;
	readonly answeredAt?: number;
}

/** A page of a list. DrChrono's documentation says `results`, its contract `data`. */
interface Page {
	readonly results?: IDataObject[];
	readonly data?: IDataObject[];
	readonly next?: string | null;
}

/**
 * The one way to DrChrono's API. Paces, waits, repeats what may be repeated, follows redirects within
 * DrChrono, renews the token once for all. Every method throws a NodeApiError that says what happened
 * and how to get on, without any content of a record.
 */
export class DrChronoClient {
	constructor(
		private readonly functions: ApiFunctions,
		private readonly options: ClientOptions,
	) {}

	async get(target: string, query?: IDataObject): Promise<IDataObject> {
		return (await this.request({ method: 'GET', target, query })) as IDataObject;
	}

	/** An answer that is not JSON, such as a clinical summary in XML. */
	async getText(target: string, query?: IDataObject): Promise<string> {
		return String(await this.request({ method: 'GET', target, query, answer: 'text' }));
	}

	/** @returns the created object */
	async post(target: string, body?: ApiRequest['body'], query?: IDataObject): Promise<IDataObject> {
		const request = { method: 'POST', target, body, query, answer: 'record' } as const;
		return (await this.request(request)) as IDataObject;
	}

	async put(target: string, body: ApiRequest['body'], query?: IDataObject): Promise<void> {
		await this.request({ method: 'PUT', target, body, query });
	}

	async patch(target: string, body: ApiRequest['body'], query?: IDataObject): Promise<void> {
		await this.request({ method: 'PATCH', target, body, query });
	}

	async delete(target: string, query?: IDataObject): Promise<void> {
		await this.request({ method: 'DELETE', target, query });
	}

	/** The records of a list, page by page, as they are asked for: who stops early saves requests. */
	async *list(target: string, query?: IDataObject): AsyncGenerator<IDataObject> {
		for await (const page of this.pages(target, query)) yield* page.records;
	}

	/**
	 * The pages of a list. Follows `next` and nothing else: page numbers and sizes are DrChrono's
	 * business. A `next` that leaves the API or was seen before ends the reading with an error.
	 */
	async *pages(target: string, query?: IDataObject): AsyncGenerator<ListPage> {
		const { baseUrl } = await readCredential(this.functions);
		const visited = new Set<string>();
		let request: ApiRequest = { method: 'GET', target, query };
		for (;;) {
			const end = await this.settle(request);
			if ('failure' in end) throw this.error(request, end.failure);
			const page = end.body as Page;
			const { answeredAt } = end;
			const records = page.results ?? page.data;
			if (!Array.isArray(records)) throw this.error(request, { kind: 'not-a-page' });
			if (typeof page.next !== 'string' || page.next === '') {
				yield { records, answeredAt };
				return;
			}
			const next = parseUrl(page.next, baseUrl);
			if (!next || !isApiUrl(next, baseUrl)) {
				throw this.error(request, { kind: 'foreign-address' });
			}
			if (visited.has(next.href)) throw this.error(request, { kind: 'repeated-page' });
			visited.add(next.href);
			yield { records, next: next.href, answeredAt };
			request = { method: 'GET', target: next.href };
		}
	}

	/** @returns the answer's body: parsed JSON, or text; an empty string for a 204 */
	async request(request: ApiRequest): Promise<unknown> {
		const end = await this.settle(request);
		if ('failure' in end) throw this.error(request, end.failure);
		return end.body;
	}

	/** Like `request`, for callers that go on after a failure; see `error` for its words. */
	async settle(request: ApiRequest): Promise<Settled | { failure: Failure }> {
		let current = request;
		let history = beginning(this.options.maximumWaitMs);
		for (;;) {
			const credential = await readCredential(this.functions);
			const url = parseUrl(current.target, credential.baseUrl);
			if (!url || !isApiUrl(url, credential.baseUrl)) {
				return { failure: { kind: 'foreign-address' } };
			}
			const scopes = notGranted(current.method, url.pathname, credential.granted);
			if (scopes.length > 0) return { failure: { kind: 'not-granted', scopes } };
			const attempt = async () => await this.send(current, url, credential);
			const outcome = await inTurn(credential.application, attempt, this.signal);
			const decision = await this.decideNext(current, outcome, history, credential);
			if (decision.action === 'accept') {
				return { body: decision.body, answeredAt: timeOfAnswer(outcome) };
			}
			if (decision.action === 'fail') return { failure: decision.failure };
			if (decision.action === 'wait') await clock.sleep(decision.forMs, this.signal);
			if (decision.action === 'follow') {
				const { href } = new URL(decision.location, url);
				current = { ...request, target: href, query: undefined };
			}
			history = advance(history, decision);
		}
	}

	/** A failure in n8n's words, without anything of what was sent. */
	error({ method, target, query, body }: ApiRequest, failure: Failure): NodeApiError {
		return failureError(this.functions, failure, {
			method,
			path: parseUrl(target, new URL('https://drchrono.com'))?.pathname ?? '',
			sent: [query, body],
			...this.options,
		});
	}

	private async decideNext(
		{ method }: ApiRequest,
		outcome: Outcome,
		history: History,
		{ accessToken }: ApiCredential,
	): Promise<Decision> {
		const decision = decide(method, outcome, history, Math.random());
		if (decision.action !== 'renew') return decision;
		const refused = await renewToken(this.functions, accessToken);
		return refused ? decideAfterRenewal(refused, history, Math.random()) : decision;
	}

	/**
	 * One request on the wire. n8n neither follows redirects (it would turn a POST into a GET and take
	 * the token to other hosts) nor throws on a status, so it does not renew the token either.
	 */
	private async send(request: ApiRequest, url: URL, credential: ApiCredential): Promise<Outcome> {
		const { method, query, body, answer = 'json' } = request;
		try {
			const response = (await this.functions.helpers.httpRequestWithAuthentication.call(
				this.functions,
				CREDENTIAL,
				{
					method,
					url: url.href,
					qs: query,
					body,
					headers: credential.apiVersion ? { 'X-DRC-API-Version': credential.apiVersion } : {},
					json: answer !== 'text',
					encoding: answer === 'text' ? 'text' : undefined,
					disableFollowRedirect: true,
					ignoreHttpStatusErrors: true,
					returnFullResponse: true,
				},
			)) as IN8nHttpFullResponse;
			const { statusCode: status, headers } = response;
			const content = answer === 'text' ? refusalAsJson(status, response.body) : response.body;
			const isFromTheEdge =
				answer === 'text'
					? isNoDocument(status, content)
					: isPageOfTheEdge(method === 'GET' || answer === 'record', status, content);
			return isFromTheEdge
				? { kind: 'broken', sent: true, code: 'NOT_JSON' }
				: { kind: 'answer', status, headers, body: content };
		} catch (error) {
			this.signal?.throwIfAborted();
			return brokenOutcome(error);
		}
	}

	private get signal(): AbortSignal | undefined {
		return 'getExecutionCancelSignal' in this.functions
			? this.functions.getExecutionCancelSignal()
			: undefined;
	}
}
