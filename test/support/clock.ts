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
 * Lets the package and the simulator live on one movable clock: whoever waits moves it.
 * @returns how long was waited, in ms, and the way back to real time
 */
export function shareClock(simulator: Simulator): { waited: number[]; restore: () => void } {
	const real = { ...clock };
	const waited: number[] = [];
	clock.now = () => simulator.clock.now();
	clock.elapsed = () => simulator.clock.now();
	clock.sleep = async (ms, signal) => {
		signal?.throwIfAborted();
		waited.push(ms);
		simulator.clock.advance(ms);
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { waited, restore: () => Object.assign(clock, real) };
}
