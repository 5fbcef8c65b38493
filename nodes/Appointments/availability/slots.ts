import type { IDataObject } from 'n8n-workflow';
import type { DrChronoClient } from '../../shared/transport/client';

interface Slots {
	readonly slots: IDataObject[];
	/** The next page's address, if the answer is a page. */
	readonly next?: string;
}

/**
 * The free times in an answer of `/api/availability`. Neither the contract nor the documentation says
 * what it looks like, so a page, a bare list and a single object will all do. Pure.
 */
export function slotsOf(body: unknown): Slots {
	if (Array.isArray(body)) return { slots: body.map(slotOf) };
	if (typeof body !== 'object' || body === null) return { slots: [] };
	const { results, data, next } = body as IDataObject;
	const list = results ?? data;
	if (!Array.isArray(list)) return { slots: [body as IDataObject] };
	return { slots: list.map(slotOf), ...(typeof next === 'string' && next && { next }) };
}

function slotOf(value: unknown): IDataObject {
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? (value as IDataObject) : { slot: value as IDataObject[string] };
}

/** The free times of one query, page by page if there are pages. */
export async function* readSlots(
	api: DrChronoClient,
	query: IDataObject,
): AsyncGenerator<IDataObject> {
	const target = '/api/availability';
	const { slots, next } = slotsOf(await api.request({ method: 'GET', target, query }));
	yield* slots;
	if (next) yield* api.list(next);
}
