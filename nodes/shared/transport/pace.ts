import { clock } from './clock';
import { throttledForMs, type Outcome } from './retry';

/** DrChrono refuses the 10th request within one second. */
const REQUESTS_PER_WINDOW = 9;
const WINDOW_MS = 1_000;
/** Timers and clocks may differ by some milliseconds. */
const MARGIN_MS = 15;
/** A request that has no answer yet is taken to have reached DrChrono after this long. */
const ARRIVED_BY_MS = 2_000;
const POLL_MS = 25;

/**
 * The pace of one API application, shared by every node and execution of this n8n process.
 *
 * DrChrono counts a request when it arrives, which is some time between sending it and its answer.
 * A place is therefore free again one second after the answer, so that no ten arrivals can ever fall
 * into one second, whatever the network does.
 */
export class Pace {
	private readonly freeAt = Array.from({ length: REQUESTS_PER_WINDOW }, () => 0);

	private queue: Promise<unknown> = Promise.resolve();

	private closedUntil = 0;

	/**
	 * Waits for a place, in the order of the calls.
	 * @returns a function to call when the answer is there
	 * @throws when `signal` aborts
	 */
	async turn(signal?: AbortSignal): Promise<() => void> {
		const mine = this.queue.then(async () => await this.takePlace(signal));
		const settled = () => undefined;
		this.queue = mine.then(settled, settled);
		return await mine;
	}

	/** DrChrono said that this application may ask again in `ms` milliseconds. */
	close(ms: number): void {
		this.closedUntil = Math.max(this.closedUntil, clock.now() + ms);
	}

	/** Milliseconds until DrChrono accepts requests of this application again; 0 if it does now. */
	get closedForMs(): number {
		return Math.max(0, this.closedUntil - clock.now());
	}

	private async takePlace(signal?: AbortSignal): Promise<() => void> {
		for (;;) {
			signal?.throwIfAborted();
			const place = this.freeAt.indexOf(Math.min(...this.freeAt));
			const waitMs = this.freeAt[place] - clock.now();
			if (waitMs <= 0) {
				const takenUntil = clock.now() + ARRIVED_BY_MS + WINDOW_MS;
				this.freeAt[place] = takenUntil;
				return () => {
					// After a very late answer the place is another request's already.
					if (this.freeAt[place] !== takenUntil) return;
					this.freeAt[place] = clock.now() + WINDOW_MS + MARGIN_MS;
				};
			}
			await clock.sleep(Math.min(waitMs, POLL_MS), signal);
		}
	}
}

const paces = new Map<string, Pace>();

/** The pace of an API application, named by its address and client ID. */
export function paceOf(application: string): Pace {
	const pace = paces.get(application) ?? new Pace();
	paces.set(application, pace);
	return pace;
}

/**
 * One attempt of a request at its turn. Nothing is sent while DrChrono accepts nothing of this
 * application, and a 429 tells all the others to wait too.
 * @throws when `signal` aborts, and what `attempt` throws
 */
export async function inTurn(
	application: string,
	attempt: () => Promise<Outcome>,
	signal?: AbortSignal,
): Promise<Outcome> {
	const pace = paceOf(application);
	if (pace.closedForMs > 0) return { kind: 'closed', forMs: pace.closedForMs };
	const answered = await pace.turn(signal);
	try {
		if (pace.closedForMs > 0) return { kind: 'closed', forMs: pace.closedForMs };
		const outcome = await attempt();
		if (outcome.kind === 'answer' && outcome.status === 429) {
			pace.close(throttledForMs(outcome.body, outcome.headers));
		}
		return outcome;
	} finally {
		answered();
	}
}
