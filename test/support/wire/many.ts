import fc from 'fast-check';
import { OPERATIONS } from './operations';
import { Surroundings } from './practice';
import { prepareWire, tryOne } from './run';
import { sequences, type Sequence } from './steps';

/** A sequence that shows a fault, by which it can be run again. */
export interface Fault {
	readonly index: number;
	readonly sequence: Sequence;
	readonly wrong: readonly string[];
	readonly said?: string;
}

export interface Tally {
	readonly faults: Fault[];
	/** How often each thing was said; '' is success. */
	readonly said: Map<string, number>;
	requests: number;
	writes: number;
	renewals: number;
	logLines: number;
	/** Sequences that were run again alone, since the machine was busy. */
	again: number;
}

/** What may be the doing of a busy machine: a run that took long, a request or an answer that came too late. */
const OF_TIME = /^it took|after its end/;
const TOO_LATE = /told as unknown|nothing stood|nothing of that kind/;

/** What is said after an answer that was too late; of a repeated write it is what happened first. */
const SAID = /within the time limit|may or may not/;

const mayBeOfTime = (wrong: readonly string[], said = ''): boolean =>
	// What came after the end of another run is in the account of this one.
	wrong.some((one) => one.includes('after its end')) ||
	wrong.every((one) => OF_TIME.test(one) || (TOO_LATE.test(one) && SAID.test(said)));

/**
 * Runs the sequences of a seed, several at a time.
 * @param only the numbers of those that are to be run; all by default
 */
export async function tryMany(
	{ seed, count, only }: { seed: number; count: number; only?: number },
	lanes = 10,
	progress: (done: number) => void = () => undefined,
): Promise<Tally> {
	const all = fc.sample(sequences(Object.keys(OPERATIONS)), { seed, numRuns: count });
	const restore = prepareWire();
	const tally: Tally = {
		...{ faults: [], said: new Map() },
		...{ requests: 0, writes: 0, renewals: 0, logLines: 0, again: 0 },
	};
	const doubtful: number[][] = [];
	let next = 0;
	const lane = async () => {
		const surroundings = new Surroundings();
		let before: number[] = [];
		for (;;) {
			const index = next;
			next += 1;
			if (index >= all.length) break;
			if (only !== undefined && index !== only) continue;
			const { wrong, said, log } = await tryOne(all[index], surroundings);
			enter(tally, surroundings, said, log);
			if (wrong.length > 0 && mayBeOfTime(wrong, said)) doubtful.push([...before, index]);
			else if (wrong.length > 0) tally.faults.push({ index, sequence: all[index], wrong, said });
			before = [index];
			progress(index);
		}
		await surroundings.close();
	};
	try {
		await Promise.all(Array.from({ length: lanes }, lane));
		const alone = new Surroundings();
		// With the one before, whose request may have come too late.
		for (const index of doubtful.flat()) {
			tally.again += 1;
			const { wrong, said } = await tryOne(all[index], alone);
			if (wrong.length > 0) tally.faults.push({ index, sequence: all[index], wrong, said });
		}
		await alone.close();
	} finally {
		restore();
	}
	return tally;
}

function enter(
	tally: Tally,
	{ account }: Surroundings,
	said: string | undefined,
	log: readonly string[],
): void {
	const words = (said ?? '').replace(/\d{2}:\d{2}:\d{2}.*|[:.;] .*|\[item.*/, '');
	tally.said.set(words, (tally.said.get(words) ?? 0) + 1);
	tally.requests += account.heard.length + account.fileSteps.length;
	tally.writes += account.heard.filter(({ method }) => method !== 'GET').length;
	tally.renewals += account.moods.length;
	tally.logLines += log.length;
}
