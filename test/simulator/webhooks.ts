import { createHmac, randomUUID } from 'node:crypto';

import type { Clock } from './clock';
import type { RowChange } from './collection';
import type { Doubts } from './doubts';
import { type JsonObject, isJsonObject } from './json';

const HOUR = 3_600_000;
/** After the first attempt, in ms [doc]. */
const REDELIVERIES = [1 * HOUR, 3 * HOUR, 7 * HOUR];
const PATIENCE = 30_000;
/** How often to look for what is due while nobody moves the clock, in ms. */
const LOOK_EVERY = 30_000;

export interface WebhookAttempt {
	/** On the simulator's clock, in ms. */
	readonly at: number;
	/** 0 when there was no answer. */
	readonly status: number;
}

export interface WebhookDelivery {
	readonly id: string;
	readonly event: string;
	readonly object: JsonObject;
	readonly attempts: readonly WebhookAttempt[];
	/** Some attempt was answered with 2xx. */
	readonly delivered: boolean;
}

/** The webhook as its owner sees it on the API-management page. */
export interface Webhooks {
	/**
	 * Sets the callback and verifies it, as DrChrono does whenever the URL changes. Nothing is sent to
	 * a callback that is not verified. All events by default.
	 * @returns whether the callback answered with the right token
	 */
	register(callback: { url: string; events?: readonly string[] }): Promise<boolean>;
	/** @returns after the first attempt, as `deliver` does */
	ping(): Promise<WebhookDelivery>;
	deliver(event: string, object: JsonObject): Promise<WebhookDelivery>;
	/** Sends a delivery again although it may have arrived: with the same ID. */
	repeat(id: string): Promise<WebhookDelivery>;
	readonly deliveries: readonly WebhookDelivery[];
	/** Resolves when no attempt is under way. */
	idle(): Promise<void>;
}

/** Collections whose changes DrChrono has events for, and the kinds of change it tells. */
const EVENTS: Readonly<
	Partial<Record<string, { prefix: string; kinds: readonly RowChange['kind'][] }>>
> = {
	appointments: { prefix: 'APPOINTMENT', kinds: ['insert', 'update', 'remove'] },
	patients: { prefix: 'PATIENT', kinds: ['insert', 'update'] },
	tasks: { prefix: 'TASK', kinds: ['insert', 'update', 'remove'] },
};

const VERBS = { insert: 'CREATE', update: 'MODIFY', remove: 'DELETE' } as const;

/** The event that a change sets off, if DrChrono has one for it. */
export function eventOf({ collection, kind }: RowChange): string | undefined {
	const events = EVENTS[collection];
	return events?.kinds.includes(kind) ? `${events.prefix}_${VERBS[kind]}` : undefined;
}

/** The documentation and live deliveries spell one event differently [obs]. */
const spelled = (event: string, { flagEvent }: Doubts): string =>
	/^PATIENT_FLAG_C?MODIFY$/.test(event) ? `PATIENT_FLAG_${flagEvent}` : event;

const PRACTICE_GROUP = 222;

/** The practice group is on every live delivery, and in no documentation [obs]. */
const bodyOf = (object: JsonObject, url: string, { practiceGroup }: Doubts): JsonObject => ({
	...(practiceGroup === 'named' && { practice_group_id: PRACTICE_GROUP }),
	receiver: { callback_url: url, active: true },
	object,
});

interface Callback {
	readonly url: string;
	readonly events?: readonly string[];
}

interface Sending {
	delivery: WebhookDelivery;
	/** When to send it again, in ms on the simulator's clock, the next first. */
	due: readonly number[];
}

/** Sends deliveries, and again those that nobody took. */
export class WebhookSender implements Webhooks {
	private callback: Callback | undefined;

	private readonly sendings = new Map<string, Sending>();

	private readonly underWay = new Set<Promise<unknown>>();

	constructor(
		private readonly means: {
			clock: Clock;
			closing: AbortSignal;
			secret: string;
			doubts: Doubts;
		},
	) {
		means.clock.onAdvance(() => this.sendDue());
		const timer = setInterval(() => this.sendDue(), LOOK_EVERY).unref();
		means.closing.addEventListener('abort', () => clearInterval(timer));
	}

	get deliveries(): WebhookDelivery[] {
		return [...this.sendings.values()].map(({ delivery }) => delivery);
	}

	async register(callback: Callback): Promise<boolean> {
		const msg = randomUUID();
		const url = new URL(callback.url);
		url.searchParams.set('msg', msg);
		this.callback = undefined;
		const answer = await this.call(url.href, { method: 'GET' });
		const wanted = createHmac('sha256', this.means.secret).update(msg).digest('hex');
		if (answer?.status !== 200) return false;
		const body: unknown = await answer.json().catch(() => undefined);
		const verified =
			typeof body === 'object' &&
			body !== null &&
			'secret_token' in body &&
			body.secret_token === wanted;
		if (verified) this.callback = callback;
		return verified;
	}

	async ping(): Promise<WebhookDelivery> {
		return await this.deliver('PING', {});
	}

	async deliver(event: string, object: JsonObject): Promise<WebhookDelivery> {
		const id = randomUUID();
		const delivery = { id, event, object, attempts: [], delivered: false };
		const now = this.means.clock.now();
		this.sendings.set(id, { delivery, due: REDELIVERIES.map((after) => now + after) });
		return await this.repeat(id);
	}

	async repeat(id: string): Promise<WebhookDelivery> {
		const sending = this.sendings.get(id);
		if (!sending) throw new Error(`There was no delivery ${id}`);
		const attempt = this.attempt(sending);
		this.underWay.add(attempt);
		await attempt.finally(() => this.underWay.delete(attempt));
		return sending.delivery;
	}

	async idle(): Promise<void> {
		while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
	}

	/** Tells the callback of a change, if it wants to know. */
	report(change: RowChange): void {
		const event = eventOf(change);
		if (event === undefined || !this.callback) return;
		if (this.callback.events?.includes(event) === false) return;
		const object = isJsonObject(change.row) ? change.row : {};
		void this.deliver(event, object);
	}

	private sendDue(): void {
		const now = this.means.clock.now();
		for (const sending of this.sendings.values()) {
			const { delivery, due } = sending;
			if (delivery.delivered || due.length === 0 || due[0] > now) continue;
			sending.due = due.filter((at) => at > now);
			void this.repeat(delivery.id);
		}
	}

	private async attempt(sending: Sending): Promise<void> {
		const { id, event, object } = sending.delivery;
		const at = this.means.clock.now();
		const url = this.callback?.url;
		const answer =
			url === undefined
				? undefined
				: await this.call(url, {
						method: 'POST',
						headers: {
							'content-type': 'application/json',
							'x-drchrono-event': spelled(event, this.means.doubts),
							// The secret token itself, not a digest [doc].
							'x-drchrono-signature': this.means.secret,
							'x-drchrono-delivery': id,
						},
						body: JSON.stringify(bodyOf(object, url, this.means.doubts)),
					});
		await answer?.arrayBuffer().catch(() => undefined);
		const status = answer?.status ?? 0;
		const { delivery } = sending;
		sending.delivery = {
			...delivery,
			attempts: [...delivery.attempts, { at, status }],
			delivered: delivery.delivered || (status >= 200 && status < 300),
		};
	}

	/** A redirect is an answer like any other; no connection is none. */
	private async call(url: string, init: RequestInit): Promise<Response | undefined> {
		const signal = AbortSignal.any([this.means.closing, AbortSignal.timeout(PATIENCE)]);
		return await fetch(url, { ...init, redirect: 'manual', signal }).catch(() => undefined);
	}
}
