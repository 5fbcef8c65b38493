/** Real time plus an offset that a test moves, in ms since 1970. */
export interface Clock {
	now(): number;
	advance(ms: number): void;
}

/** @param startAt what the clock shows now */
export function createClock(startAt?: Date): Clock {
	let offset = startAt ? startAt.getTime() - Date.now() : 0;
	return {
		now: () => Date.now() + offset,
		advance: (ms) => {
			offset += ms;
		},
	};
}
