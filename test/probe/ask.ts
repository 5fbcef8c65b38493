import { type JsonObject, isJsonArray, isJsonObject, type Json } from '../simulator/json';

/** What a probe needs of one answer; nothing of it is printed. */
export interface Reply {
	readonly status: number;
	readonly json: Json;
	/** The server's clock, ms since 1970. */
	readonly date: number;
}

export type Ask = (method: string, path: string, body?: JsonObject) => Promise<Reply>;

/** Asks a DrChrono with an access token, at most about six times in a second. */
export function asking(url: string, token: string, pause: number): Ask {
	return async (method, path, body) => {
		await new Promise((resolve) => setTimeout(resolve, pause));
		const response = await fetch(`${url}${path}`, {
			method,
			redirect: 'manual',
			headers: {
				authorization: `Bearer ${token}`,
				...(body && { 'content-type': 'application/json' }),
			},
			body: body && JSON.stringify(body),
		});
		const text = await response.text();
		return {
			status: response.status,
			json: jsonOf(text),
			date: Date.parse(response.headers.get('date') ?? ''),
		};
	};
}

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
