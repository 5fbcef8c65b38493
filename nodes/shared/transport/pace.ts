import { clock, unlessAborted } from './clock';
import { throttledForMs, type Outcome } from './retry';

/** DrChrono refuses the 10th request within one second. */
const REQUESTS_PER_WINDOW = 9;
const WINDOW_MS = 1_000;
/** Timers and clocks may differ by some milliseconds. */
const MARGIN_MS = 15;
/** A request that has no answer yet is taken to have reached DrChrono after this long. */
const ARRIVED_BY_MS = 2_000;
const POLL_MS = 25;
/** A longer refusal is that of the hour's quota, which concerns every request. */
const SHORT_REFUSAL_MS = 10_000;
/** After a short refusal another process shares the application: this part of the places is left to us. */
const NARROWED_TO = 0.7;
const WIDENS_EVERY_MS = 3_000;
/** Spreads what several processes send when the hour's quota returns. */
const REOPENING_JITTER_MS = 4_000;

interface Waiter {
	readonly ticket: number;
	readonly signal?: AbortSignal;
	admit(place: Place): void;
}

/** One request on its way, or less than a second back. */
interface Place {
	readonly takenAt: number;
	freeAt: number;
}

/**
 * The pace of one API application, shared by every node and execution of this n8n process.
 *
 * DrChrono counts a request when it arrives, which is some time between sending it and its answer.
 * A place is therefore free again one second after the answer, so that no ten arrivals can ever fall
 * into one second, whatever the network does. Other processes have a pace of their own: when DrChrono
 * refuses for a moment, this one leaves them places, and takes one back every three seconds.
 */
export class Pace {
	private places: Place[] = [];

	private waiters: Waiter[] = [];

	private tickets = 0;

	private closedUntil = -Infinity;

	private narrowed = { to: REQUESTS_PER_WINDOW, at: -Infinity };

	/** A request's number in the line, which it keeps when it is refused and comes back. */
	ticket(): number {
		this.tickets += 1;
		return this.tickets;
	}

	/**
	 * Waits for a place, in the order of the tickets.
	 * @returns the place, to be left when the answer is there
	 * @throws when `signal` aborts
	 */
	async turn(signal?: AbortSignal, ticket = this.ticket()): Promise<Place> {
		signal?.throwIfAborted();
		const admitted = new Promise<Place>((admit) => {
			this.waiters = [...this.waiters, { ticket, signal, admit }];
			this.waiters.sort((a, b) => a.ticket - b.ticket);
		});
		if (this.waiters.length === 1) void this.admitWaiters();
		return await unlessAborted(admitted, signal);
	}

	/** The answer is there. */
	leave(place: Place): void {
		place.freeAt = clock.elapsed() + WINDOW_MS + MARGIN_MS;
	}

	/** DrChrono refused for a moment the request that had this place. One that was on its way with others counts once. */
	narrow({ takenAt }: Place): void {
		const at = clock.elapsed();
		if (takenAt < this.narrowed.at) return;
		this.narrowed = { to: Math.max(1, Math.floor(this.width * NARROWED_TO)), at };
	}

	/** DrChrono said that this application may ask again in `ms` milliseconds. */
	close(ms: number): void {
		this.closedUntil = Math.max(this.closedUntil, clock.elapsed() + ms);
	}

	/** Milliseconds until DrChrono accepts requests of this application again; 0 if it does now. */
	get closedForMs(): number {
		return Math.max(0, this.closedUntil - clock.elapsed());
	}

	/** How many places may be taken now. */
	private get width(): number {
		const regained = Math.floor((clock.elapsed() - this.narrowed.at) / WIDENS_EVERY_MS);
		return Math.min(REQUESTS_PER_WINDOW, this.narrowed.to + regained);
	}

	private async admitWaiters(): Promise<void> {
		while (this.waiters.length > 0) {
			const now = clock.elapsed();
			this.places = this.places.filter(({ freeAt }) => freeAt > now);
			if (this.places.length < this.width) {
				const place = { takenAt: now, freeAt: now + ARRIVED_BY_MS + WINDOW_MS };
				this.places.push(place);
				this.waiters.shift()?.admit(place);
			} else {
				await clock.sleep(POLL_MS);
			}
			this.waiters = this.waiters.filter(({ signal }) => !signal?.aborted);
		}
	}
}

const paces = new Map<string, Pace>();

/** The pace of an API application (see credential.ts). */
export function paceOf(application: string): Pace {
	const pace = paces.get(application) ?? new Pace();
	paces.set(application, pace);
	return pace;
}

/**
 * One attempt of a request at its turn. Nothing is sent while DrChrono accepts nothing of this
 * application. A refusal for a moment narrows the pace; that of the hour's quota tells all the others to
 * wait too, and a little longer here than in another process.
 * @throws when `signal` aborts, and what `attempt` throws
 */
export async function inTurn(
	pace: Pace,
	ticket: number,
	attempt: () => Promise<Outcome>,
	signal?: AbortSignal,
): Promise<Outcome> {
	if (pace.closedForMs > 0) return { kind: 'closed', forMs: pace.closedForMs };
	const place = await pace.turn(signal, ticket);
	try {
		if (pace.closedForMs > 0) return { kind: 'closed', forMs: pace.closedForMs };
		const outcome = await attempt();
		if (outcome.kind === 'answer' && outcome.status === 429) {
			const forMs = throttledForMs(outcome.body, outcome.headers);
			if (forMs < SHORT_REFUSAL_MS) pace.narrow(place);
			else pace.close(forMs + Math.random() * REOPENING_JITTER_MS);
		}
		return outcome;
	} finally {
		pace.leave(place);
	}
}
