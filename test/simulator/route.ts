import type { CollectionDefinition } from './collection';
import type { Json, Texts } from './json';
import type { Form } from './multipart';
import type { Grant } from './oauth/tokens';
import type { Practice } from './practice';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request that has passed authorization and throttles. */
export interface Call {
	readonly method: Method;
	readonly path: string;
	readonly params: Readonly<Record<string, string>>;
	readonly query: Texts;
	/** The query as it was sent, before this DrChrono reads times in its own way. */
	readonly sent: Texts;
	/** Media type without parameters, '' if there is none. */
	readonly contentType: string;
	readonly headers: Texts;
	readonly bytes: Buffer;
	/** Of a multipart request. */
	readonly form?: Form;
	readonly token: Grant;
	/** Scheme and host that the client used: absolute URLs are built from it. */
	readonly origin: string;
	/** Lists may lag behind writes; a fault asks for that. */
	readonly view: 'fresh' | 'stale';
	readonly practice: Practice;
}

export interface Answer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	/** Undefined: an empty body. */
	readonly json?: Json;
	/** A body that is not JSON; `headers` names its type. */
	readonly text?: string;
}

export interface Route {
	readonly method: Method;
	/** With parameters as `:id`. */
	readonly path: string;
	/**
	 * `patients` asks for `patients:read` or `patients:write`; none: any token will do. Of several one
	 * will do, or all are asked for: a doubt.
	 */
	readonly scope?: string | readonly string[];
	/** What the user must be allowed to do in the application. */
	readonly permission?: string | readonly string[];
	/** Asks for scopes to read although its method is one that writes. */
	readonly reads?: boolean;
	/** A list with pages. */
	readonly list?: boolean;
	/** @throws {ApiError} for any answer but success */
	handle(call: Call): Answer | Promise<Answer>;
}

/** Everything about one resource of the API: its records, the first of them, its routes. */
export interface Resource {
	readonly collections?: readonly CollectionDefinition[];
	/** Fills the collections; resources are seeded in the order of the list of resources. */
	readonly seed?: (practice: Practice) => void;
	/** Fills its collections when somebody first looks at one of them. */
	readonly lazySeed?: (practice: Practice) => void;
	readonly routes: readonly Route[];
}
