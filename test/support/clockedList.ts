import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';

/** What nobody outside of DrChrono knows about its clocks and its lists. */
export interface ClockedListOptions {
	/** How far from UTC the zone is in which the list reads `since`, in ms. */
	readonly sinceZone: number;
	/** How far from UTC the zone is in which it writes `updated_at` and `created_at`, in ms. */
	readonly stampZone: number;
	readonly pageSize: number;
	/** How long an answer takes, in ms: none unless told otherwise. */
	readonly takes?: number;
	/** What its clock shows at first, in ms since 1970. */
	readonly startAt: number;
}

interface Row {
	readonly id: number;
	readonly createdAt: number;
	changedAt: number;
}

/**
 * A list of patients, in the order of their last change and with numbered pages, over real HTTP and with
 * a clock of its own: the one that its answers' Date has.
 */
export class ClockedList {
	/** Every change that was made, as `id stamp`. */
	readonly made: string[] = [];

	/** How many pages were asked for. */
	requests = 0;

	now: number;

	/** While its pages are read, a record of an earlier page is changed, and all behind it move up. */
	shifts = false;

	private readonly rows: Row[] = [];

	/** The versions that were on some page. */
	private readonly shown = new Set<string>();

	private readonly server = createServer((request, response) => {
		const body = JSON.stringify(this.page(request));
		const date = new Date(this.now).toUTCString();
		response.writeHead(200, { 'content-type': 'application/json', date }).end(body);
	});

	constructor(private readonly options: ClockedListOptions) {
		this.now = options.startAt;
	}

	async listen(): Promise<void> {
		this.server.listen(0, '127.0.0.1');
		await once(this.server, 'listening');
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}

	/** A record that was there before. */
	seed(changedAt: number): void {
		this.rows.push({ id: this.rows.length + 1, createdAt: changedAt, changedAt });
	}

	create(): void {
		this.rows.push({ id: this.rows.length + 1, createdAt: this.now, changedAt: this.now });
		this.note(this.rows[this.rows.length - 1]);
	}

	change(id: number): void {
		const row = this.rows[id - 1];
		row.changedAt = this.now;
		this.note(row);
	}

	/** Whether the record as it is now was on some page. */
	wasShown(id: number): boolean {
		return this.shown.has(this.version(this.rows[id - 1]));
	}

	private note(row: Row): void {
		this.made.push(this.version(row));
	}

	private version({ id, changedAt }: Row): string {
		return `${id} ${this.stamp(changedAt)}`;
	}

	private stamp(at: number): string {
		return new Date(at + this.options.stampZone).toISOString().slice(0, 19);
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	private page(request: IncomingMessage): IDataObject {
		this.requests += 1;
		this.now += this.options.takes ?? 0;
		const { searchParams, pathname } = new URL(request.url ?? '/', this.url);
		const number = Number(searchParams.get('page') ?? 1);
		const size = Math.min(Number(searchParams.get('page_size')), this.options.pageSize);
		const first = (number - 1) * size;
		if (this.shifts && number > 1) this.changeBefore(this.since(searchParams), first);
		const rows = this.since(searchParams);
		const results = rows.slice(first, first + size);
		results.forEach((row) => this.shown.add(this.version(row)));
		searchParams.set('page', String(number + 1));
		const more = rows.length > first + size;
		return {
			previous: null,
			results: results.map((row) => ({
				id: row.id,
				created_at: this.stamp(row.createdAt),
				updated_at: this.stamp(row.changedAt),
			})),
			next: more ? `${this.url}${pathname}?${searchParams.toString()}` : null,
		};
	}

	/** Changes one of the records before a page, of those that have been shown as they are, a second later. */
	private changeBefore(rows: readonly Row[], page: number): void {
		this.now += 1000;
		const shown = rows.slice(0, page).filter((row) => this.shown.has(this.version(row)));
		if (shown.length > 0) this.change(shown[(page * 7) % shown.length].id);
	}

	private since(query: URLSearchParams): Row[] {
		const since = Date.parse(`${query.get('since') ?? ''}Z`) - this.options.sinceZone;
		return this.rows
			.filter(({ changedAt }) => changedAt >= since)
			.sort((a, b) => a.changedAt - b.changedAt || a.id - b.id);
	}
}
