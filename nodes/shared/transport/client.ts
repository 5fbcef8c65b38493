import type { IDataObject, IHttpRequestOptions, NodeApiError } from 'n8n-workflow';
import { isObject } from '../json';
import { failureError } from '../messages/errors';
import { pageIn } from './answer';
import { clock } from './clock';
import { readCredential, type ApiFunctions } from './credential';
import { carryOut, cancelSignal, type Incoming, type Settled } from './exchange';
import { MultipartForm } from './form';
import { once } from './once';
import { readAnswer, readText, type Expected } from './outcome';
import type { Failure, Method } from './retry';
import { isApiUrl, parseUrl } from './urls';
import { limits } from './watch';

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
	/** `json` by default for a GET, else `change` (see outcome.ts); `record` is for what creates. */
	readonly answer?: Expected;
}

/** The records of one page, the address of the next if there is one, and when it was answered. */
export interface ListPage {
	readonly records: readonly IDataObject[];
	readonly next?: string;
	readonly answeredAt?: number;
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
		const request = { method: 'GET', target, query } as const;
		const body = await this.request(request);
		if (Array.isArray(body)) throw this.error(request, { kind: 'not-a-record' });
		return body as IDataObject;
	}

	/** A record that was just changed. What goes wrong here must not look as if the change had failed. */
	async readBack(target: string): Promise<IDataObject> {
		const request = { method: 'GET', target } as const;
		const end = await this.settle(request);
		if (!('failure' in end) && !Array.isArray(end.body)) return end.body as IDataObject;
		const unread: Failure = 'failure' in end ? end.failure : { kind: 'not-a-record' };
		throw this.error(request, { kind: 'done-unseen', unread });
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

	/**
	 * The records of a list, each once, page by page as they are asked for: who stops early saves
	 * requests.
	 */
	async *list(target: string, query?: IDataObject): AsyncGenerator<IDataObject> {
		yield* once(this.recordsOf(target, query));
	}

	private async *recordsOf(target: string, query?: IDataObject): AsyncGenerator<IDataObject> {
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
			const { answeredAt } = end;
			const page = pageIn(end.body);
			if (!page?.records.every(isObject)) throw this.error(request, { kind: 'not-a-page' });
			const { records } = page;
			if (page.next === undefined) {
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
		const { method, answer: asked = method === 'GET' ? 'json' : 'change', body } = request;
		const answer = asked === 'record' && Array.isArray(body) ? 'records' : asked;
		const errand = {
			...request,
			headers: { Accept: answer === 'text' ? '*/*' : 'application/json' },
			wholeMs: body instanceof MultipartForm ? limits.fileMs : limits.wholeMs,
			way: (url: URL, baseUrl: URL) => (isApiUrl(url, baseUrl) ? 'token' : undefined),
			take: async ({ content }: Incoming) => readAnswer(await readText(content), answer),
		} as const;
		return await carryOut<unknown>(this.functions, errand, this.options.maximumWaitMs);
	}

	/** Waits some ms; n8n's Stop ends it. */
	async pause(ms: number): Promise<void> {
		await clock.sleep(ms, cancelSignal(this.functions));
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
}
