const SECOND = 1000;
const HOUR = 3_600_000;

/** Limits of one API application: the ordinal refused within a second, the quota of a clock hour. */
export interface ThrottleLimits {
	readonly perSecond: number;
	readonly perHour: number;
}

/** DrChrono: 10 or more requests in one second are refused, and 500 an hour are allowed [doc]. */
export const DEFAULT_LIMITS: ThrottleLimits = { perSecond: 10, perHour: 500 };

/**
 * Seconds until the hour's quota returns, 0 if it is not used up. The window is the clock hour.
 * @param count requests accepted in the hour of `now` (ms)
 */
export function hourWait(count: number, now: number, limits: ThrottleLimits): number {
	return count < limits.perHour ? 0 : Math.ceil((HOUR - (now % HOUR)) / SECOND);
}

/**
 * Seconds until another request fits into the sliding second, 0 if it fits now.
 * @param recent times (ms, ascending) of accepted requests
 */
export function secondWait(recent: readonly number[], now: number, limits: ThrottleLimits): number {
	const inWindow = recent.filter((at) => now - at < SECOND);
	const excess = inWindow.length + 1 - limits.perSecond;
	return excess < 0 ? 0 : Math.ceil((inWindow[excess] + SECOND - now) / SECOND);
}

/** The windows of one API application. Refused requests count in neither. */
export class Throttle {
	private recent: number[] = [];

	private hour = { number: 0, count: 0 };

	constructor(private readonly limits: ThrottleLimits) {}

	/** Seconds to wait before a request at `now` (ms) would be accepted; 0: it is accepted. */
	wait(now: number): number {
		const count = this.hour.number === Math.floor(now / HOUR) ? this.hour.count : 0;
		return hourWait(count, now, this.limits) || secondWait(this.recent, now, this.limits);
	}

	accept(now: number): void {
		const number = Math.floor(now / HOUR);
		this.hour = { number, count: this.hour.number === number ? this.hour.count + 1 : 1 };
		this.recent = [...this.recent.filter((at) => now - at < SECOND), now];
	}
}
