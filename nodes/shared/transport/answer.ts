import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../json';

/** A page of a list, as it was answered. */
export interface Page {
	readonly records: readonly unknown[];
	/** The address of the page after it. */
	readonly next?: string;
}

/**
 * What an answer holds that is to be a page. DrChrono's documentation says `results`, its contract
 * `data`, and practices have seen a bare list in place of a page. Pure.
 * @returns `undefined` for what has no records
 */
export function pageIn(answer: unknown): Page | undefined {
	if (Array.isArray(answer)) return { records: answer };
	if (!isObject(answer)) return undefined;
	const { results, data, next } = answer;
	const records: unknown = results ?? data;
	if (!Array.isArray(records)) return undefined;
	return { records, ...(typeof next === 'string' && next !== '' && { next }) };
}

/** The page that an answer is which may as well be one record, or `undefined` for a record. Pure. */
export function pageOf(answer: unknown): Page | undefined {
	return Array.isArray(answer) || (isObject(answer) && 'next' in answer)
		? pageIn(answer)
		: undefined;
}

/** An answer as an item: n8n's items are objects, and a bare text or number gets a name. Pure. */
export function itemOf(answer: unknown): IDataObject {
	return isObject(answer) ? answer : { answer: answer as IDataObject[string] };
}
