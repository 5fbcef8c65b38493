import type { IDataObject } from 'n8n-workflow';

/** A page of a list: DrChrono's documentation says `results`, its contract `data`. */
export interface ListPage {
	readonly records: readonly unknown[];
	/** The address of the page after it. */
	readonly next?: string;
}

/** The page that an answer is, or `undefined` for an answer that is one record. Pure. */
export function pageOf(answer: unknown): ListPage | undefined {
	if (Array.isArray(answer)) return { records: answer };
	if (typeof answer !== 'object' || answer === null) return undefined;
	const { results, data, next } = answer as Record<string, unknown>;
	const records = [results, data].find(Array.isArray);
	if (!records || !('next' in answer)) return undefined;
	return { records, ...(typeof next === 'string' && next !== '' && { next }) };
}

/** An answer as an item: n8n's items are objects, and a bare text or number gets a name. Pure. */
export function itemOf(answer: unknown): IDataObject {
	return typeof answer === 'object' && answer !== null && !Array.isArray(answer)
		? (answer as IDataObject)
		: { answer: answer as IDataObject[string] };
}
