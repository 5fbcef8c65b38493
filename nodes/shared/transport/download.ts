import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type IN8nHttpFullResponse,
	type NodeApiError,
} from 'n8n-workflow';
import { failureError } from '../messages/errors';
import { clock } from './clock';
import { CREDENTIAL, readCredential, renewToken, type ApiCredential } from './credential';
import { brokenOutcome } from './outcome';
import { inTurn } from './pace';
import {
	advance,
	beginning,
	decide,
	decideAfterRenewal,
	type Decision,
	type Failure,
	type History,
	type Outcome,
} from './retry';
import { mayFetchFile, parseUrl } from './urls';

type Content = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Uint8Array
>;

/** A file on its way. */
export interface IncomingFile {
	readonly content: Content;
	readonly headers: IDataObject;
	readonly url: URL;
}

/** The connection ended before the file did. */
export class CutShort extends Error {}

export interface DownloadOptions {
	/** How long to wait, in all, for DrChrono to accept requests again, in ms. */
	readonly maximumWaitMs: number;
	readonly itemIndex: number;
}

/**
 * Fetches the file at an address that DrChrono gave. Files live on other hosts, at addresses that are
 * signed and refuse a request with a bearer token: only the API's own origin gets the token, on every
 * hop of a redirect. The rules for repeating are those of a GET; a file that ends too soon is fetched
 * again from its beginning.
 * @param store takes the content in, and throws CutShort if it is not whole
 * @throws NodeApiError in words a user can act on; what `store` throws for reasons of its own
 */
export async function download<T>(
	node: IExecuteFunctions,
	address: string,
	options: DownloadOptions,
	store: (file: IncomingFile) => Promise<T>,
): Promise<T> {
	const signal = node.getExecutionCancelSignal();
	let target = address;
	let history = beginning(options.maximumWaitMs);
	for (;;) {
		const credential = await readCredential(node);
		const url = parseUrl(target, credential.baseUrl);
		if (!url || !mayFetchFile(url, credential.baseUrl)) {
			throw fileError(node, { kind: 'foreign-address' }, options);
		}
		const own = url.origin === credential.baseUrl.origin;
		const send = (own ? withToken : withoutToken)(node);
		const what = { url, itemIndex: options.itemIndex };
		const attempt = async () => await receive(node, what, send, store);
		const outcome = own ? await inTurn(credential.application, attempt, signal) : await attempt();
		const decision = await decideNext(node, outcome, history, own ? credential : undefined);
		if (decision.action === 'accept') return decision.body as T;
		if (decision.action === 'fail') throw fileError(node, decision.failure, options);
		if (decision.action === 'wait') await clock.sleep(decision.forMs, signal);
		if (decision.action === 'follow') target = new URL(decision.location, url).href;
		history = advance(history, decision);
	}
}

type Send = (request: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;

function withToken(node: IExecuteFunctions): Send {
	return async (request) =>
		(await node.helpers.httpRequestWithAuthentication.call(
			node,
			CREDENTIAL,
			request,
		)) as IN8nHttpFullResponse;
}

function withoutToken(node: IExecuteFunctions): Send {
	return async (request) => (await node.helpers.httpRequest(request)) as IN8nHttpFullResponse;
}

/** One request on the wire. The body of a successful outcome is what `store` made of the file. */
async function receive<T>(
	node: IExecuteFunctions,
	{ url, itemIndex }: { url: URL; itemIndex: number },
	send: Send,
	store: (file: IncomingFile) => Promise<T>,
): Promise<Outcome> {
	const signal = node.getExecutionCancelSignal();
	let content: Content | undefined;
	try {
		const answer = await send({
			url: url.href,
			// Compressed on its way, a file could not be compared with its announced length.
			headers: { 'Accept-Encoding': 'identity' },
			encoding: 'stream',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
		});
		const { statusCode: status, headers } = answer;
		content = answer.body as Content;
		const body =
			status >= 200 && status < 300
				? await store({ content, headers, url })
				: await node.helpers.binaryToString(content);
		return { kind: 'answer', status, headers, body };
	} catch (error) {
		signal?.throwIfAborted();
		if (!content || content.errored || error instanceof CutShort) return brokenOutcome(error);
		// A full disk, say, is not the network's doing: fetching again would not help.
		throw new NodeOperationError(node.getNode(), error instanceof Error ? error : String(error), {
			itemIndex,
		});
	}
}

/** @param credential only if its token was sent, so that renewing it can help */
async function decideNext(
	node: IExecuteFunctions,
	outcome: Outcome,
	history: History,
	credential: ApiCredential | undefined,
): Promise<Decision> {
	const decision = decide('GET', outcome, history, Math.random());
	if (decision.action === 'renew') {
		if (!credential) return { action: 'fail', failure: { kind: 'file-refused', status: 401 } };
		const refused = await renewToken(node, credential.accessToken);
		return refused ? decideAfterRenewal(refused, history, Math.random()) : decision;
	}
	return decision.action === 'fail' && decision.failure.kind === 'refused'
		? { action: 'fail', failure: { kind: 'file-refused', status: decision.failure.status } }
		: decision;
}

/** Neither the address, which is as good as a key, nor anything of the file is told. */
function fileError(
	node: IExecuteFunctions,
	failure: Failure,
	{ itemIndex }: DownloadOptions,
): NodeApiError {
	return failureError(node, failure, { method: 'GET', path: '', sent: [], itemIndex });
}
