import { clock } from '../shared/transport/clock';
import { isAccepted, joined, withAccepted, type Accepted } from './memory';

/** n8n's answer to a delivery, as far as it tells what became of the workflow's run. */
export interface Answering {
	/** n8n has said all it will say. */
	readonly writableEnded: boolean;
	readonly statusCode: number;
	/** DrChrono has hung up, or everything is sent. */
	readonly destroyed: boolean;
	once(event: 'close', listener: () => void): unknown;
}

/**
 * `new`: run the workflow. `accepted`: it has run. `starting`: an earlier attempt is still being
 * started and nobody knows how that ends, so DrChrono should ask again later.
 */
export type Verdict =
	| { readonly kind: 'new'; readonly accepted: Accepted }
	| { readonly kind: 'accepted' }
	| { readonly kind: 'starting' };

/**
 * Lets each delivery of one trigger in once.
 *
 * n8n loads the static data when a request arrives and stores it whole when the run has started,
 * so of two parallel requests the later one wipes out what the earlier one stored. Therefore they
 * are let in one after the other, each when the one before has been answered, and what counts is
 * this process's memory; the static data only brings it over a restart. A delivery is accepted once
 * n8n has answered it with success, which it does after the run has started. If the run could not
 * start, n8n answers 500 and stores nothing, DrChrono delivers again, and that one is let in.
 */
export class Admission {
	private accepted: Accepted = {};

	private readonly starting = new Map<string, Answering>();

	private last: Promise<void> = Promise.resolve();

	/**
	 * @param stored what the static data remembers
	 * @param answering n8n's answer to this request
	 */
	async judge(id: string, stored: Accepted, answering: Answering): Promise<Verdict> {
		const before = this.last;
		const { promise, resolve } = pending();
		this.last = promise;
		await before;
		const verdict = this.verdictOn(id, stored);
		if (verdict.kind === 'new') {
			this.starting.set(id, answering);
			answering.once('close', resolve);
		}
		if (verdict.kind !== 'new' || answering.destroyed) resolve();
		return verdict;
	}

	private verdictOn(id: string, stored: Accepted): Verdict {
		const now = clock.now();
		this.settle(now);
		this.accepted = joined(this.accepted, stored, now);
		if (isAccepted(this.accepted, id)) return { kind: 'accepted' };
		if (this.starting.has(id)) return { kind: 'starting' };
		return { kind: 'new', accepted: withAccepted(this.accepted, id, now) };
	}

	private settle(now: number): void {
		for (const [id, { writableEnded, statusCode }] of this.starting) {
			if (!writableEnded) continue;
			this.starting.delete(id);
			if (statusCode < 300) this.accepted = withAccepted(this.accepted, id, now);
		}
	}
}

function pending(): { promise: Promise<void>; resolve: () => void } {
	let resolve = (): void => undefined;
	const promise = new Promise<void>((settle) => {
		resolve = settle;
	});
	return { promise, resolve };
}

const admissions = new Map<string, Admission>();

/** The admission of one trigger node of one workflow, for as long as this process runs. */
export function admissionOf(workflowId: string, nodeId: string): Admission {
	const key = `${workflowId} ${nodeId}`;
	const admission = admissions.get(key) ?? new Admission();
	admissions.set(key, admission);
	return admission;
}
