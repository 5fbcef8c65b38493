/** Real time plus an offset that a test moves, in ms since 1970. */
export interface Clock {
	now(): number;
	advance(ms: number): void;
	/** Tells whenever the clock was moved. */
	onAdvance(listener: () => void): void;
}

/** @param startAt what the clock shows now */
export function createClock(startAt?: Date): Clock {
	let offset = startAt ? startAt.getTime() - Date.now() : 0;
	const listeners: (() => void)[] = [];
	return {
		now: () => Date.now() + offset,
		advance: (ms) => {
			offset += ms;
			listeners.forEach((listener) => listener());
		},
		onAdvance: (listener) => {
			listeners.push(listener);
		},
	};
}
