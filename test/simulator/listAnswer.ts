import type { Doubts } from './doubts';
import type { JsonObject } from './json';
import type { Answer } from './route';

interface ShownPage {
	readonly shown: readonly JsonObject[];
	/** Addresses of the pages before and after. */
	readonly previous: string | null;
	readonly next: string | null;
}

/** A page of records, as this DrChrono gives it. */
export function listAnswer(
	{ shown, previous, next }: ShownPage,
	{ envelope }: Pick<Doubts, 'envelope'>,
): Answer {
	// A bare list has no place for the address of a next page: it is the last one.
	if (envelope === 'none' && next === null) return { status: 200, json: shown };
	const name = envelope === 'data' ? 'data' : 'results';
	return { status: 200, json: { previous, [name]: shown, next } };
}

/** A list that has one page. */
export const shortList = (shown: readonly JsonObject[], doubts: Pick<Doubts, 'envelope'>): Answer =>
	listAnswer({ shown, previous: null, next: null }, doubts);
