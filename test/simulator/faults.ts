import type { Fault, FaultEffect } from './types';

/** What a fault's `match` is held against. */
export interface FaultTarget {
	readonly method: string;
	readonly path: string;
	readonly host: 'api' | 'file' | 'oauth';
	/** A GET of a list, the only thing that can be stale or name a next page. */
	readonly list: boolean;
}

const isDelimited = (pattern: string) => /^\/.+\/$/.test(pattern);

function pathMatches(pattern: string | undefined, target: FaultTarget): boolean {
	if (pattern === undefined) return target.host === 'api';
	if (pattern === target.path) return true;
	return isDelimited(pattern) && new RegExp(pattern.slice(1, -1)).test(target.path);
}

/** Whether a fault concerns a request, its counters apart. */
export function faultMatches(fault: Fault, target: FaultTarget): boolean {
	const { method, path } = fault.match ?? {};
	const listOnly = fault.effect.kind === 'stale' || fault.effect.kind === 'next';
	return (
		(method === undefined || method.toUpperCase() === target.method) &&
		pathMatches(path, target) &&
		(target.list || !listOnly)
	);
}

interface PendingFault {
	readonly fault: Fault;
	times: number;
	skip: number;
}

/** Faults that wait for their requests, oldest first. */
export class FaultBook {
	private pending: PendingFault[] = [];

	inject(fault: Fault): void {
		this.pending.push({ fault, times: fault.times ?? 1, skip: fault.skip ?? 0 });
	}

	clear(): void {
		this.pending = [];
	}

	/** The effect this request meets, if any; counts it. */
	take(target: FaultTarget): FaultEffect | undefined {
		for (const candidate of this.pending) {
			if (!faultMatches(candidate.fault, target)) continue;
			if (candidate.skip > 0) {
				candidate.skip -= 1;
				continue;
			}
			candidate.times -= 1;
			this.pending = this.pending.filter(({ times }) => times > 0);
			return candidate.fault.effect;
		}
		return undefined;
	}
}
