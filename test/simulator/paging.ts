import type { Collection, Position, Row } from './collection';
import { ApiError } from './errors';
import type { RowTest } from './filters';
import type { Doubts } from './doubts';
import type { Texts } from './json';

export interface Page {
	readonly rows: readonly Row[];
	readonly previous: Position | undefined;
	readonly next: Position | undefined;
}

const START: Position = { direction: 'after', sequence: 0 };

/** An opaque text for a position; clients must not look into it. */
export function encodeCursor({ direction, sequence }: Position): string {
	return Buffer.from(`${direction === 'before' ? 'r=1&' : ''}p=${sequence}`).toString('base64');
}

/** @throws {ApiError} 404 for a cursor that the server did not make */
export function decodeCursor(cursor: string | undefined): Position {
	if (cursor === undefined || cursor === '') return START;
	const parts = /^(r=1&)?p=(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
	if (!parts) throw new ApiError(404, { detail: 'Invalid cursor' });
	return { direction: parts[1] ? 'before' : 'after', sequence: Number(parts[2]) };
}

/** What a request gets of the page size it asked for: anything odd means the maximum. */
export function pageSize(asked: string | undefined, maximum: number): number {
	const size = /^\d+$/.test(asked ?? '') ? Number(asked) : 0;
	return size > 0 ? Math.min(size, maximum) : maximum;
}

export interface PageRequest {
	readonly position: Position;
	readonly size: number;
	readonly tests: readonly RowTest[];
	readonly view: 'fresh' | 'stale';
	/** The list was changed since the page before, whose last record is there once more. */
	readonly again?: boolean;
}

/** From one record before a position on; of a page with one record, there would be no end to that. */
function moved(collection: Collection, { position, size, tests, again }: PageRequest): Position {
	if (!again || size < 2 || position.direction === 'before' || position.sequence === 0) {
		return position;
	}
	for (const { sequence, row } of collection.scan({
		direction: 'before',
		sequence: position.sequence + 1,
	})) {
		if (tests.every((test) => test(row))) return { direction: 'after', sequence: sequence - 1 };
	}
	return position;
}

/** One page of a collection. */
export function readPage(collection: Collection, request: PageRequest): Page {
	const { position, size, tests, view } = request;
	const found = [];
	const entries =
		view === 'stale' ? collection.scanStale() : collection.scan(moved(collection, request));
	for (const entry of entries) {
		if (tests.every((test) => test(entry.row))) found.push(entry);
		if (found.length > size) break;
	}
	const more = found.length > size;
	const backwards = position.direction === 'before' && view === 'fresh';
	const page = backwards ? found.slice(0, size).reverse() : found.slice(0, size);
	const first = page[0]?.sequence ?? position.sequence;
	const last = page[page.length - 1]?.sequence ?? position.sequence;
	const hasPrevious = backwards ? more : position.sequence > 0;
	return {
		rows: page.map(({ row }) => collection.whole(row)),
		previous: hasPrevious ? { direction: 'before', sequence: first } : undefined,
		next: more || backwards ? { direction: 'after', sequence: last } : undefined,
	};
}

/** The address of a list, as it was asked for. */
interface ListAddress {
	readonly origin: string;
	readonly path: string;
	readonly sent: Texts;
}

/** The query as it was, but for what names the page. */
function urlWith({ origin, path, sent }: ListAddress, name: string, value: string): string {
	const query = new URLSearchParams();
	Object.entries(sent).forEach(([one, given = '']) => query.set(one, given));
	query.set(name, value);
	return `${origin}${path}?${query.toString()}`;
}

/** The URL of a page: the query as it was, with another cursor. */
export function pageUrl(base: ListAddress, position: Position | undefined): string | null {
	return position ? urlWith(base, 'cursor', encodeCursor(position)) : null;
}

/** @throws {ApiError} 404 for what is no number of a page */
function pageNumber(page = '1'): number {
	if (!/^[1-9]\d*$/.test(page)) throw new ApiError(404, { detail: 'Invalid page.' });
	return Number(page);
}

/** By how many records a list has moved since the page before. */
const MOVES = { next: 0, again: -1, slip: 1 };

/**
 * One page of a list that is sorted anew for every page, by the place of its first record: what is added
 * or taken out while somebody reads moves the rest.
 */
export function pageOfSorted(
	rows: readonly Row[],
	base: ListAddress & { readonly query: Texts },
	size: number,
	{ movingLists, nextLink }: Pick<Doubts, 'movingLists' | 'nextLink'>,
): { rows: readonly Row[]; previous: string | null; next: string | null } {
	const isNumbered = nextLink === 'page';
	const number = isNumbered ? pageNumber(base.query.page) : 1;
	const first = isNumbered ? (number - 1) * size : decodeCursor(base.query.cursor).sequence;
	const isMoved = size > 1 && first > 0;
	const start = first + (isMoved ? MOVES[movingLists] : 0);
	const end = start + size;
	const link = (page: number, sequence: number) =>
		isNumbered
			? urlWith(base, 'page', String(page))
			: pageUrl(base, { direction: 'after', sequence });
	return {
		rows: rows.slice(start, end),
		previous: first > 0 ? link(number - 1, Math.max(first - size, 0)) : null,
		next: end < rows.length ? link(number + 1, end) : null,
	};
}
