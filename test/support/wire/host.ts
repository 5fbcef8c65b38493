import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ODD, type Step } from './steps';
import { PAGE, QUOTES } from './records';

/** A whole answer. */
export interface Reply {
	readonly status: number;
	readonly body?: string | Buffer;
	readonly headers?: Readonly<Record<string, string>>;
}

/** The time that a run lives in, in ms since 1970. */
export type Now = () => number;

const DRIP_EVERY_MS = 15;

/** The whole of a request; `undefined` if it broke off. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	try {
		for await (const chunk of request) chunks.push(chunk as Buffer);
	} catch {
		return undefined;
	}
	return Buffer.concat(chunks);
}

/** A server on a socket of this machine that can go away and come back. */
export class Host {
	private server?: Server;

	private port = 0;

	private downUntil?: number;

	constructor(
		private readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
	) {}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	async open(): Promise<void> {
		this.downUntil = undefined;
		if (this.server) return;
		this.server = createServer((request, response) => {
			response.on('error', () => undefined);
			void this.handle(request, response);
		});
		this.server.listen(this.port, '127.0.0.1');
		await once(this.server, 'listening');
		const address = this.server.address();
		if (typeof address === 'object' && address) this.port = address.port;
	}

	/** Nobody listens from now on, until this time. */
	goDown(until: number): void {
		this.downUntil = until;
		this.server?.closeIdleConnections();
		this.server?.close();
		this.server = undefined;
	}

	get isDown(): boolean {
		return this.server === undefined;
	}

	/** Time went on. */
	async at(now: number): Promise<void> {
		if (this.downUntil !== undefined && now >= this.downUntil) await this.open();
	}

	async close(): Promise<void> {
		const { server } = this;
		this.server = undefined;
		if (!server) return;
		server.closeAllConnections();
		server.close();
		await once(server, 'close');
	}
}

/**
 * Does with a request what the step says.
 * @param good the answer of a server that is well
 */
export function act(step: Step, good: Reply, response: ServerResponse, at: Within): void {
	switch (step.kind) {
		case 'status': {
			whole(response, {
				status: step.status,
				...REFUSALS[step.body],
				headers: { ...REFUSALS[step.body].headers, ...retryAfter(step.retryAfter, at.now()) },
			});
			return;
		}
		case 'throttle': {
			whole(response, throttled(step, at.now()));
			return;
		}
		case 'unauthorized': {
			whole(response, { status: 401, ...json('{"detail":"Invalid token."}') });
			return;
		}
		case 'redirect': {
			const location = at.locations[step.to];
			whole(response, { status: step.status, headers: location ? { location } : {} });
			return;
		}
		case 'page': {
			whole(response, pageOf(step.what, good));
			return;
		}
		case 'odd': {
			whole(response, { status: 200, ...json(ODD[step.what]) });
			return;
		}
		case 'cut':
		case 'silence': {
			breakOff(response, good, step);
			return;
		}
		case 'drip': {
			drip(response, good);
			return;
		}
		default: {
			whole(response, good);
			return;
		}
	}
}

export interface Within {
	readonly now: Now;
	/** Where a redirect goes. */
	readonly locations: Readonly<Partial<Record<string, string>>>;
}

/** A body in JSON; and a page, as whoever stands in between gives it. */
export const json = (body: string) => ({ body, headers: { 'content-type': 'application/json' } });
export const html = { body: PAGE, headers: { 'content-type': 'text/html' } };

const REFUSALS: Record<string, Omit<Reply, 'status'>> = {
	json: json('{"detail":"Made up for this test."}'),
	quotes: json(QUOTES),
	page: html,
	nothing: {},
};

function retryAfter(named: string | undefined, now: number): Record<string, string> {
	const seconds = /^date (\d+)$/.exec(named ?? '')?.[1];
	if (seconds !== undefined) return { 'retry-after': dateIn(Number(seconds), now) };
	return named === undefined ? {} : { 'retry-after': named };
}

const dateIn = (seconds: number, now: number) => new Date(now + seconds * 1_000).toUTCString();

function throttled({ seconds, named }: Extract<Step, { kind: 'throttle' }>, now: number): Reply {
	const headers = { body: undefined, seconds: String(seconds), nonsense: 'soon' };
	const header = named === 'date' ? dateIn(seconds, now) : headers[named];
	const said =
		named === 'body'
			? `Request was throttled. Expected available in ${seconds} seconds.`
			: 'Request was throttled.';
	const { body, headers: type } = json(JSON.stringify({ detail: said }));
	return { status: 429, body, headers: { ...type, ...(header && { 'retry-after': header }) } };
}

function pageOf(what: 'html' | 'half' | 'garbled', good: Reply): Reply {
	if (what === 'html') return { status: 200, ...html };
	const body = Buffer.from(good.body ?? '{}');
	if (what === 'half') return { ...good, status: 200, body: body.subarray(0, body.length / 2) };
	return { ...good, status: 200, body, headers: { ...good.headers, 'content-encoding': 'gzip' } };
}

export function whole(response: ServerResponse, { status, body = '', headers }: Reply): void {
	response.writeHead(status, {
		...headers,
		...(status === 204 ? {} : { 'content-length': Buffer.byteLength(body) }),
	});
	response.end(body);
}

function breakOff(
	response: ServerResponse,
	{ status, body = '{}', headers }: Reply,
	{ kind, where }: Extract<Step, { kind: 'cut' | 'silence' }>,
): void {
	const end = () => (kind === 'cut' ? response.destroy() : undefined);
	if (where === 'before') {
		end();
		return;
	}
	const bytes = Buffer.from(body === '' ? '{}' : body);
	response.writeHead(status === 204 ? 200 : status, {
		...headers,
		'content-length': bytes.length,
	});
	response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), end);
}

function drip(response: ServerResponse, { status, headers }: Reply): void {
	response.writeHead(status === 204 ? 200 : status, headers);
	const timer = setInterval(() => response.write(' '), DRIP_EVERY_MS);
	response.on('close', () => clearInterval(timer));
}
