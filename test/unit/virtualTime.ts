import { clock } from '../../nodes/shared/transport/clock';

interface Timer {
	readonly at: number;
	readonly wake: () => void;
}

/** Time that moves only from one waiting to the next, so that minutes pass in no time. */
export class VirtualTime {
	private nowMs = 1_800_000_000_000;

	private timers: Timer[] = [];

	private readonly real = { ...clock };

	/** Puts the package (its TypeScript sources) on this time. */
	install(): void {
		clock.now = () => this.nowMs;
		clock.elapsed = () => this.nowMs;
		clock.sleep = async (ms, signal) => {
			await this.sleep(ms);
			signal?.throwIfAborted();
		};
	}

	restore(): void {
		Object.assign(clock, this.real);
	}

	now(): number {
		return this.nowMs;
	}

	async sleep(ms: number): Promise<void> {
		await new Promise<void>((wake) => {
			this.timers.push({ at: this.nowMs + Math.max(0, ms), wake });
		});
	}

	/** Lets time pass until `work` is done. */
	async run<T>(work: Promise<T>): Promise<T> {
		const state = { done: false };
		const finish = () => {
			state.done = true;
		};
		work.then(finish, finish);
		await settle();
		while (!state.done) {
			this.next();
			await settle();
		}
		return await work;
	}

	private next(): void {
		const at = Math.min(...this.timers.map((timer) => timer.at));
		if (!Number.isFinite(at)) throw new Error('Nobody waits for anything that could happen');
		const due = this.timers.filter((timer) => timer.at === at);
		this.timers = this.timers.filter((timer) => timer.at !== at);
		this.nowMs = at;
		due.forEach(({ wake }) => wake());
	}
}

/** Everything that can go on without time passing goes on. */
async function settle(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}
