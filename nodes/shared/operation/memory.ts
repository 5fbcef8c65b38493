/**
 * Something that one run of a node remembers from item to item. Declared once beside the operation that
 * needs it, `const chartsRead: Memory<Charts> = { beginning: () => new Map() }`, and asked for with
 * `remembered(chartsRead)`.
 */
export interface Memory<T> {
	/** What a run knows before its first item. */
	readonly beginning: () => T;
}

/** Gives what this run remembers of a kind: the same object for each of its items. */
export type Remembered = <T>(memory: Memory<T>) => T;

/** The memory of one run of a node; the next run starts with an empty one. */
export function runMemory(): Remembered {
	const known = new Map<Memory<unknown>, unknown>();
	return <T>(memory: Memory<T>): T => {
		if (!known.has(memory)) known.set(memory, memory.beginning());
		return known.get(memory) as T;
	};
}
