import { type JsonObject, isJsonArray, isJsonObject, type Json } from '../simulator/json';

/** What a probe needs of one answer; nothing of it is printed. */
export interface Reply {
	readonly status: number;
	readonly json: Json;
	/** Whether it has what is no number, which JSON does not have. */
	readonly hasNaN: boolean;
	/** The server's clock, ms since 1970. */
	readonly date: number;
}

export type Ask = (method: string, path: string, body?: JsonObject) => Promise<Reply>;

/** How often at most the same is asked, if the answer is no answer yet. */
const ATTEMPTS = 4;

/** Whether it must be asked again: elsewhere on the same host, or of a server under load. */
const isNoAnswer = (method: string, { status, headers }: Response): boolean =>
	status === 302 ||
	(method === 'GET' && (status >= 500 || headers.get('content-type')?.includes('html') === true));

/** Asks a DrChrono with an access token, at most about six times in a second. */
export function asking(url: string, token: string, pause: number): Ask {
	const send = async (method: string, at: URL, body?: JsonObject) => {
		await new Promise((resolve) => setTimeout(resolve, pause));
		return await fetch(at, {
			method,
			redirect: 'manual',
			headers: {
				authorization: `Bearer ${token}`,
				...(body && { 'content-type': 'application/json' }),
			},
			body: body && JSON.stringify(body),
		});
	};
	return async (method, path, body) => {
		let at = new URL(path, url);
		let response = await send(method, at, body);
		for (let count = 1; count < ATTEMPTS && isNoAnswer(method, response); count += 1) {
			const to = new URL(response.headers.get('location') ?? at, at);
			// The token goes to no other host.
			if (to.origin === at.origin) at = to;
			response = await send(method, at, body);
		}
		const text = await response.text();
		return {
			status: response.status,
			json: jsonOf(text.replace(NAN, '$1null')),
			hasNaN: text.search(NAN) >= 0,
			date: Date.parse(response.headers.get('date') ?? ''),
		};
	};
}

const NAN = /([:[,]\s*)NaN(?=\s*[,}\]])/g;

function jsonOf(text: string): Json {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}

/** The records of a page, whatever it calls them. */
export function rowsOf({ json }: Reply): JsonObject[] {
	if (isJsonArray(json)) return json.filter(isJsonObject);
	if (!isJsonObject(json)) return [];
	const rows = json.results ?? json.data;
	return isJsonArray(rows) ? rows.filter(isJsonObject) : [];
}
