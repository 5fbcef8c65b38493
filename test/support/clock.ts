import path from 'node:path';
import type { Simulator } from '../simulator';

interface PackageClock {
	now(): number;
	elapsed(): number;
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of the built package, the one its nodes use. */
const { clock } = require(
	path.resolve(__dirname, '../../dist/nodes/shared/transport/clock.js'),
) as { clock: PackageClock };

/**
 * Gives the package this time in place of the machine's; whoever waits moves it.
 * @param now what the user's clock shows, in ms since 1970
 * @param advance lets so many ms go by
 * @param elapsed a clock that nobody sets, for waits and limits
 * @returns the way back to real time
 */
export function replaceClock(
	now: () => number,
	advance: (ms: number) => unknown,
	elapsed: () => number = () => performance.now() + now() - Date.now(),
): () => void {
	const real = { ...clock };
	Object.assign(clock, { now, elapsed });
	clock.sleep = async (ms, signal) => {
		signal?.throwIfAborted();
		await advance(ms);
		await new Promise((resolve) => setImmediate(resolve));
	};
	return () => void Object.assign(clock, real);
}

/**
 * Lets the package and the simulator live on one movable clock: whoever waits moves it.
 * @returns how long was waited, in ms, and the way back to real time
 */
export function shareClock(simulator: Simulator): { waited: number[]; restore: () => void } {
	const waited: number[] = [];
	const restore = replaceClock(
		() => simulator.clock.now(),
		(ms) => {
			waited.push(ms);
			simulator.clock.advance(ms);
		},
	);
	return { waited, restore };
}
