import { sleep } from 'n8n-workflow';

/** No timer lives longer than this, so that nothing keeps a process alive that was cancelled. */
const SLICE_MS = 500;

/** Waits by a timer that does not care about the wall clock. @throws the signal's reason at once when it aborts */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
	const until = performance.now() + ms;
	for (let left = ms; left > 0; left = until - performance.now()) {
		await unlessAborted(sleep(Math.min(left, SLICE_MS)), signal);
	}
}

/** What `work` gives. @throws the signal's reason as soon as it aborts; the work itself goes on unheard */
export async function unlessAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
	if (!signal) return await work;
	signal.throwIfAborted();
	return await new Promise<T>((resolve, reject) => {
		const abort = () => reject(signal.reason as Error);
		signal.addEventListener('abort', abort, { once: true });
		work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
	});
}

/**
 * The only source of time for requests, apart from the limits of an attempt. Tests replace its functions
 * to move through an hour in no time; nothing else in the package waits or asks for the time.
 */
export const clock = {
	/** Milliseconds since 1970, as the user's clock has it: for what is shown and what DrChrono dates. */
	now: (): number => Date.now(),
	/** Milliseconds since some moment. Setting the clock does not move it: for waits and limits. */
	elapsed: (): number => performance.now(),
	/** Resolves after `ms` milliseconds; throws at once when the execution is cancelled. */
	sleep: pause,
};
