import { createHash } from 'node:crypto';

/**
 * Deliveries that were accepted: fingerprints of their IDs under the hour (since 1970) of their
 * acceptance. This form is kept in the workflow's static data.
 */
export type Accepted = Readonly<Record<string, readonly string[]>>;

const HOUR_MS = 3_600_000;
/** DrChrono sends a delivery again after 1, 3 and 7 hours: at most 11 hours later, if they add up. */
const KEPT_HOURS = 12;
/** About 150 kB of static data. */
const MAXIMUM_KEPT = 10_000;

/** Whether a delivery was accepted already. */
export function isAccepted(accepted: Accepted, id: string): boolean {
	return Object.values(accepted).some((prints) => prints.includes(fingerprint(id)));
}

/**
 * With one more delivery, without those that DrChrono will not send again.
 * @param now ms since 1970
 */
export function withAccepted(accepted: Accepted, id: string, now: number): Accepted {
	return joined(accepted, { [Math.floor(now / HOUR_MS)]: [fingerprint(id)] }, now);
}

/** Everything in either, without what is too old or, beyond 10 000 deliveries, the oldest. */
export function joined(one: Accepted, other: Accepted, now: number): Accepted {
	const oldest = Math.floor(now / HOUR_MS) - KEPT_HOURS;
	const hours = [...new Set([...Object.keys(one), ...Object.keys(other)])]
		.filter((hour) => Number(hour) >= oldest)
		.sort((a, b) => Number(b) - Number(a));
	let room = MAXIMUM_KEPT;
	const kept: Record<string, readonly string[]> = {};
	for (const hour of hours) {
		const prints = [...new Set([...(one[hour] ?? []), ...(other[hour] ?? [])])];
		const fitting = room > 0 ? prints.slice(-room) : [];
		if (fitting.length > 0) kept[hour] = fitting;
		room -= fitting.length;
	}
	return kept;
}

/** What was kept, or nothing if it has another form. */
export function readAccepted(stored: unknown): Accepted {
	if (typeof stored !== 'object' || stored === null) return {};
	return Object.fromEntries(
		Object.entries(stored).filter(
			(entry): entry is [string, string[]] => /^\d+$/.test(entry[0]) && Array.isArray(entry[1]),
		),
	);
}

/** 72 bits of a digest: enough to tell 10 000 IDs apart, and no longer than they are. */
function fingerprint(id: string): string {
	return createHash('sha256').update(id).digest('base64url').slice(0, 12);
}
