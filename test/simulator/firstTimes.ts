import type { Doubts } from './doubts';
import type { FaultTarget } from './faults';
import type { FaultEffect } from './types';

const THROTTLED = { detail: 'Request was throttled. Expected available in 2.0 seconds.' };

/** What stands between an application and the token endpoint, or is in the way of a page [obs]. */
const EFFECTS: Readonly<Partial<Record<string, FaultEffect>>> = {
	busy: { kind: 'status', status: 429, body: THROTTLED },
	error: { kind: 'status', status: 500, body: { detail: 'Server error' } },
	firewall: {
		kind: 'status',
		status: 403,
		body: '<!doctype html><title>Request blocked</title>',
		headers: { 'content-type': 'text/html' },
	},
	html: { kind: 'html' },
};

/** What the first request of its kind meets in place of an answer, and no later one. */
export class FirstTimes {
	private readonly met = new Set<string>();

	constructor(private readonly doubts: Doubts) {}

	/** @param url path and query as sent */
	effect(target: FaultTarget, url: string): FaultEffect | undefined {
		const { redirects, underLoad, tokenEndpoint } = this.doubts;
		const { host, method, path, list } = target;
		if (path === '/o/token/') return this.first('token', EFFECTS[tokenEndpoint]);
		if (host !== 'api') return undefined;
		const moved: FaultEffect = { kind: 'redirect', location: url };
		const redirect = redirects === 'all' ? moved : undefined;
		return (
			this.first(`redirect ${method} ${path}`, redirect) ??
			(list ? this.first(`load ${path}`, EFFECTS[underLoad]) : undefined)
		);
	}

	private first(key: string, effect: FaultEffect | undefined): FaultEffect | undefined {
		if (effect === undefined || this.met.has(key)) return undefined;
		this.met.add(key);
		return effect;
	}
}
