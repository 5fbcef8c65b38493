import { sleep } from 'n8n-workflow';

/** A cancelled execution ends its waiting after at most this long. */
const SLICE_MS = 500;

/**
 * The only source of time for requests. Tests replace both functions to move through an hour in no
 * time; nothing else in the package waits or asks for the time.
 */
export const clock = {
	/** Milliseconds since 1970. */
	now: (): number => Date.now(),
	/** Resolves after `ms` milliseconds; throws when the execution is cancelled. */
	sleep: async (ms: number, signal?: AbortSignal): Promise<void> => {
		const until = Date.now() + ms;
		for (let left = ms; left > 0; left = until - Date.now()) {
			await sleep(Math.min(left, SLICE_MS));
			signal?.throwIfAborted();
		}
	},
};
