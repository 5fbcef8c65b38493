import { pause, unlessAborted } from './clock';

/** How long an attempt may take, in ms. Tests shrink them. */
export const limits = {
	/** From sending, or from the last progress of an upload, to the first of the answer. */
	answerMs: 50_000,
	/** Without progress within the body of an answer. */
	idleMs: 20_000,
	/** For a record or a page of a list, all attempts together; a silent one is repeated only in the first half. */
	wholeMs: 110_000,
	/** For a file on its way, all attempts together. */
	fileMs: 3_600_000,
};

/** Nothing came for too long. */
export class Silence extends Error {}

/** Ends one attempt that takes too long or is cancelled, and closes its socket through `signal`. */
export class Watch {
	private readonly ending = new AbortController();

	private readonly over = new AbortController();

	private quiet = { sinceMs: 0, forMs: Infinity, seen: 0, progress: () => 0 };

	private readonly endsAt: number;

	constructor(
		wholeMs: number,
		private readonly cancelled?: AbortSignal,
	) {
		this.endsAt = performance.now() + wholeMs;
		cancelled?.addEventListener('abort', this.cancel);
		if (cancelled?.aborted) this.cancel();
	}

	get signal(): AbortSignal {
		return this.ending.signal;
	}

	/** What `work` gives, unless for `quietMs` it comes no further: `progress` counts bytes, say. @throws Silence */
	async while<T>(work: Promise<T>, quietMs: number, progress: () => number): Promise<T> {
		const first = this.quiet.forMs === Infinity;
		this.quiet = { sinceMs: performance.now(), forMs: quietMs, seen: progress(), progress };
		if (first) this.keepWatch().catch(() => undefined);
		return await unlessAborted(work, this.signal);
	}

	/** The attempt is over. */
	end(): void {
		this.over.abort();
		this.cancelled?.removeEventListener('abort', this.cancel);
	}

	private readonly cancel = () => this.ending.abort(this.cancelled?.reason);

	private async keepWatch(): Promise<void> {
		for (;;) {
			const now = performance.now();
			const seen = this.quiet.progress();
			if (seen !== this.quiet.seen) this.quiet = { ...this.quiet, seen, sinceMs: now };
			const left = Math.min(this.endsAt, this.quiet.sinceMs + this.quiet.forMs) - now;
			if (left <= 0) {
				this.ending.abort(new Silence());
				return;
			}
			await pause(Math.min(left, this.quiet.forMs / 4), this.over.signal);
		}
	}
}
