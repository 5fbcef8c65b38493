/** Random choices that are the same for the same seed (mulberry32). */
export class Random {
	constructor(private state: number) {}

	/** At least 0, below 1. */
	fraction(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** From 0 to `count` - 1. */
	below(count: number): number {
		return Math.floor(this.fraction() * count);
	}

	one<T>(choices: readonly T[]): T {
		return choices[this.below(choices.length)];
	}

	pick<T>(...choices: readonly T[]): T {
		return this.one(choices);
	}

	chance(probability: number): boolean {
		return this.fraction() < probability;
	}
}

/** The seed of this run: that of the environment's SEED, to see a failed run again, or another each time. */
export const seedOfRun = (): number => Number(process.env.SEED ?? Date.now() % 1_000_000);
