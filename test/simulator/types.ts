import type { Clock } from './clock';
import type { Doubts } from './doubts';
import type { Json } from './json';
import type { Store } from './store';
import type { Webhooks } from './webhooks';

export interface SimulatorOptions {
	/** TCP port of the API; 0, the default, takes any free one. */
	port?: number;
	/** Number of seeded patients, 50 by default. */
	patients?: number;
	/** Number of seeded appointments, around now, 60 by default. */
	appointments?: number;
	/** How many days ago the first of them was, 7 by default; 3 a day follow. */
	pastDays?: number;
	/** Number of doctors of the practice, 3 by default. */
	doctors?: number;
	/** The same seed gives the same people, 1 by default. */
	seed?: number;
	/** Maximum and default `page_size`, 250 by default. */
	pageSize?: number;
	/** The request with this ordinal within one second (10) or after this many in an hour (500) is refused. */
	throttle?: { perSecond?: number; perHour?: number };
	/** How the simulator answers what nobody knows of DrChrono: see `DOUBTS`. */
	doubts?: Partial<Doubts>;
	/** What the simulator's clock shows at the start; now by default. */
	startAt?: Date;
}

export interface RequestLogEntry {
	readonly id: number;
	/** Time of arrival on the simulator's clock, in ms. */
	readonly at: number;
	readonly method: string;
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	/** Path and query as sent, relative to the host. */
	readonly url: string;
	/** Header names in lower case; tokens and cookies are replaced by labels. */
	readonly headers: Readonly<Record<string, string>>;
	readonly authorization?: 'valid' | 'expired' | 'revoked' | 'absent' | 'unknown';
	readonly body?: Json;
	readonly bodyBytes: number;
	/** Status of the answer; 0 while it is outstanding, and when the connection was cut instead. */
	readonly status: number;
	readonly host: 'api' | 'file' | 'oauth';
}

export interface RequestFilter {
	method?: string;
	path?: string | RegExp;
}

export type FaultEffect =
	| { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
	| { kind: 'delay'; ms: number }
	| { kind: 'cut'; after: 'request' | 'headers' | 'body' }
	/** As if cut, but the connection stays open and nothing more comes. */
	| { kind: 'silence'; after: 'request' | 'headers' | 'body' }
	| { kind: 'html' }
	| { kind: 'stale' }
	| { kind: 'next'; url: string }
	| { kind: 'redirect'; location: string; status?: number };

/**
 * Something that goes wrong. It meets requests that the API would otherwise have handled: ones
 * with a valid token and within the throttle. `stale` and `next` meet only GETs of lists.
 */
export interface Fault {
	/**
	 * `path` is an exact path, or the source of a regular expression between slashes. Without it
	 * all API requests match; with it, paths of the OAuth pages and of the file host too.
	 */
	match?: { method?: string; path?: string };
	/** How many requests it meets, 1 by default. */
	times?: number;
	/** How many matching requests it lets through first, none by default. */
	skip?: number;
	effect: FaultEffect;
}

/** The answer of a token endpoint, as an OAuth client stores it. */
export interface OAuthTokenData {
	access_token: string;
	refresh_token: string;
	token_type: 'Bearer';
	/** Seconds. */
	expires_in: number;
	/** Space-separated. */
	scope: string;
}

export interface ConnectOptions {
	/** All scopes by default. */
	scopes?: string[];
	/** A user name of the practice; `doctor` by default. */
	user?: string;
	/** Life of the access token in seconds, 48 hours by default. */
	expiresIn?: number;
}

/** The API application, as its owner sees it on the API-management page. */
export interface Application {
	clientId: string;
	clientSecret: string;
	webhookSecret: string;
}

/** What the owner of the application sets on the API-management page for its iframe. */
export interface IframeSettings {
	/** The address that the patient and clinical note pages open in the iframe; '' shows none. */
	url: string;
}

export interface Simulator {
	/** API and OAuth: `http://127.0.0.1:PORT`. */
	readonly url: string;
	/** The file host, a second server: `http://127.0.0.1:PORT2`. */
	readonly fileUrl: string;
	/** Redirect URIs: any on localhost or 127.0.0.1. */
	readonly application: Readonly<Application>;
	/** May be changed at any time; the pages are `/patients/ID` and `/clinical_notes/PATIENT`. */
	readonly iframe: IframeSettings;
	/** May be changed at any time. */
	readonly doubts: Doubts;
	readonly clock: Clock;
	readonly log: readonly RequestLogEntry[];
	/** Requests to the API; those to the OAuth pages and the file host only when asked for by path. */
	requests(filter?: RequestFilter): RequestLogEntry[];
	/** A token pair as if the user had consented; the user's earlier tokens die, as in reality. */
	connect(options?: ConnectOptions): OAuthTokenData;
	/** Every access token issued so far has expired; refresh tokens stay good. */
	expireTokens(): void;
	inject(fault: Fault): void;
	clearLog(): void;
	clearFaults(): void;
	readonly store: Store;
	readonly webhooks: Webhooks;
	/** Closes both servers, open connections included. */
	close(): Promise<void>;
}
