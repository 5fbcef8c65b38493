import type { RequestFilter, RequestLogEntry } from './types';

type OpenEntry = { -readonly [Key in keyof RequestLogEntry]: RequestLogEntry[Key] };

function entryMatches(entry: RequestLogEntry, { method, path }: RequestFilter): boolean {
	if (method !== undefined && entry.method !== method.toUpperCase()) return false;
	if (path === undefined) return entry.host === 'api';
	return typeof path === 'string' ? entry.path === path : path.test(entry.path);
}

/** Every request in order of arrival, without tokens, cookies and secrets. */
export class RequestLog {
	readonly entries: RequestLogEntry[] = [];

	private readonly open = new Map<number, OpenEntry>();

	private lastId = 0;

	/** Enters a request that has arrived whole. @returns its id, for `complete` */
	begin(request: Omit<RequestLogEntry, 'id' | 'status'>): number {
		this.lastId += 1;
		const entry = { ...request, id: this.lastId, status: 0 };
		this.open.set(entry.id, entry);
		this.entries.push(entry);
		return entry.id;
	}

	/** Notes the answer's status, just before it is sent. */
	complete(id: number, status: number): void {
		const entry = this.open.get(id);
		if (entry) entry.status = status;
		this.open.delete(id);
	}

	select(filter: RequestFilter = {}): RequestLogEntry[] {
		return this.entries.filter((entry) => entryMatches(entry, filter));
	}

	clear(): void {
		this.entries.length = 0;
		this.open.clear();
	}
}
