import type { IDataObject } from 'n8n-workflow';
import { comparable } from '../input/text';

/** How a stored record is known to be the one that was sent. */
export interface Likeness {
	/** The same for what was sent and for what is stored of it, and for nothing else in a list of items. */
	readonly key: (record: IDataObject) => string;
	/** What else a list must be asked for to have every record, such as inactive ones. */
	readonly query?: IDataObject;
	/**
	 * A list that has every record like this one, whenever it was made. Only where DrChrono refuses what
	 * it has already; it may be asked for some hundred records.
	 */
	readonly known?: (record: IDataObject) => IDataObject;
}

/** By some of its fields: texts however they are spelled, times by what a clock on the wall shows. */
export function keyOf(names: readonly string[]): Likeness['key'] {
	return (record) => names.map((name) => wallTime(comparable(record[name]))).join('\n');
}

/** DrChrono gives a time that was sent with a zone without one, and its `T` may be a blank. */
function wallTime(text: string): string {
	const written = /^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d(?::\d\d)?)/.exec(text);
	return written ? `${written[1]} ${written[2]}` : text;
}

/**
 * Which of the records in an answer is that of which item: by what they have in common, and never by
 * their place. Of several that are alike each gets one.
 * @returns in the order of `sent`, `undefined` where nothing in the answer is like it
 */
export function pairedByContent(
	sent: readonly IDataObject[],
	answered: ReadonlyArray<IDataObject | null>,
	{ key }: Likeness,
): Array<IDataObject | undefined> {
	const byKey = new Map<string, IDataObject[]>();
	for (const record of answered) {
		if (record === null || typeof record !== 'object') continue;
		const alike = byKey.get(key(record)) ?? [];
		byKey.set(key(record), [...alike, record]);
	}
	return sent.map((record) => byKey.get(key(record))?.shift());
}

/** Of one item of a refused list: what is there that is like it, and what became of it when it was sent again. */
export interface Trace {
	/** The ID of the record that is there; `undefined` if there is none. */
	readonly id?: number;
	/** Whether that record has been there for long. */
	readonly isOld?: boolean;
	/** Whether DrChrono has taken the item since. */
	readonly accepted?: boolean;
}

/**
 * How many items at the beginning of a refused list DrChrono has stored all the same, before it came to
 * the one that it refused. Something was refused; what was accepted later was not what was refused, and
 * it was not stored before; and what was stored last has the highest IDs.
 */
export function storedBefore(traces: readonly Trace[]): number {
	for (let count = traces.length - 1; count > 0; count -= 1) {
		const stored = traces.slice(0, count);
		const rest = traces.slice(count).flatMap(({ id }) => id ?? []);
		const isStored = stored.every(({ id, isOld }) => id !== undefined && isOld !== true);
		const isLatest = rest.every((other) => stored.every(({ id = 0 }) => id > other));
		if (isStored && isLatest && traces[count].accepted !== true) return count;
	}
	return 0;
}
