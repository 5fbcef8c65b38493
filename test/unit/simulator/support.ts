import { type Json, type Simulator } from '../../simulator';
import { type JsonObject, isJsonArray, isJsonObject } from '../../simulator/json';

export interface Reply {
	status: number;
	headers: Headers;
	text: string;
	json: Json | undefined;
}

/** A client of the simulator that sends what it is told and follows nothing. */
export function client(simulator: Simulator, token = simulator.connect().access_token) {
	const send = async (method: string, path: string, body?: Json): Promise<Reply> => {
		const url = path.startsWith('http') ? path : `${simulator.url}${path}`;
		const response = await fetch(url, {
			method,
			redirect: 'manual',
			headers: {
				authorization: `Bearer ${token}`,
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		const isJson = response.headers.get('content-type')?.startsWith('application/json');
		const json: Json | undefined = isJson && text ? JSON.parse(text) : undefined;
		return { status: response.status, headers: response.headers, text, json };
	};
	return {
		send,
		get: (path: string) => send('GET', path),
		post: (path: string, body: Json) => send('POST', path, body),
	};
}

export function object(value: Json | undefined): JsonObject {
	if (!isJsonObject(value)) throw new Error('not an object');
	return value;
}

export function results(reply: Reply, envelope = 'results'): JsonObject[] {
	const page = object(reply.json)[envelope];
	return isJsonArray(page) ? page.map(object) : [];
}

export const ids = (reply: Reply) => results(reply).map(({ id }) => Number(id));

/** No throttle to speak of. */
export const UNTHROTTLED = { perSecond: 10_000, perHour: 10_000 };

/** A text or number of an answer, as text. */
export function scalar(value: Json | undefined): string {
	if (typeof value !== 'string' && typeof value !== 'number') throw new Error('not a scalar');
	return String(value);
}
