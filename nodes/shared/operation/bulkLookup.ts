import type { IDataObject } from 'n8n-workflow';
import { clock } from '../transport/clock';
import type { DrChronoClient } from '../transport/client';
import type { Failure } from '../transport/retry';
import { DateTime } from '../vendor/luxon';
import { textOf } from '../messages/words';
import type { Likeness } from './likeness';
import { pageSize } from './paging';

/**
 * How far back is looked for what a refused request has stored. Nobody knows the zone of DrChrono's
 * stamps, so it is a day and two hours more: that is enough in every zone.
 */
const HOURS_BACK = 26;
/** A list may be several seconds old, so what is not in it is looked for once more after this long. */
const STALE_MS = 5_000;
/** What has changed in a day and a bit is no longer list than this. */
const MAXIMUM_PAGES = 40;
/** One page of a list stands for so many lists of single records. */
const RECORDS_A_PAGE = 4;

/** Whether DrChrono refused something since it has it already. */
export function isDuplicate(failure: Failure): failure is Failure & { readonly kind: 'refused' } {
	return failure.kind === 'refused' && /duplicate/i.test(JSON.stringify(failure.body ?? ''));
}

interface Sought {
	readonly api: DrChronoClient;
	readonly body: IDataObject;
}

/** Looks for records in DrChrono's lists after a list of new ones was refused. */
export class Lookup {
	private readonly since = DateTime.fromMillis(clock.now(), { zone: 'utc' })
		.minus({ hours: HOURS_BACK })
		.toFormat("yyyy-MM-dd'T'HH:mm:ss");

	/** What was read of the whole list, by what tells records apart; `complete` if that was all. */
	private readonly whole = { complete: false, records: new Map<string, IDataObject>() };

	constructor(
		private readonly target: string,
		private readonly likeness: Likeness,
	) {}

	/** Whether a record has been there since before anything that is sent now. */
	isOld({ created_at }: IDataObject): boolean {
		const stamp = textOf(created_at).replace(' ', 'T');
		return stamp !== '' && stamp < this.since;
	}

	/**
	 * What is there of the records of a refused list.
	 * @param isPerhapsStored whether the request may have stored some of them
	 * @returns `undefined` if nobody can tell
	 */
	async find<R extends Sought>(
		sought: readonly R[],
		failure: Failure,
		isPerhapsStored: boolean,
	): Promise<Map<R, IDataObject> | undefined> {
		const [{ api }] = sought;
		const found = new Map<R, IDataObject>();
		try {
			if (isPerhapsStored && !(await this.findRecent(api, sought, found))) return undefined;
			if (isDuplicate(failure)) await this.findKnown(api, without(sought, found), found);
			if (isPerhapsStored && without(sought, found).length > 0) {
				await api.pause(STALE_MS);
				if (!(await this.findRecent(api, without(sought, found), found))) return undefined;
			}
			return found;
		} catch {
			return undefined;
		}
	}

	/** @returns whether the list of what has changed lately was read to its end */
	private async findRecent<R extends Sought>(
		api: DrChronoClient,
		sought: readonly R[],
		found: Map<R, IDataObject>,
	): Promise<boolean> {
		const query = { ...this.likeness.query, since: this.since, page_size: pageSize(Infinity) };
		const recent = await this.read(api, query, MAXIMUM_PAGES);
		this.take(sought, recent.records, found);
		return recent.complete;
	}

	/**
	 * Records that were there before. Reading the whole list costs less than asking for each, if the
	 * practice is not too large; where none of them is in the beginning of a long list, few are known.
	 */
	private async findKnown<R extends Sought>(
		api: DrChronoClient,
		sought: readonly R[],
		found: Map<R, IDataObject>,
	): Promise<void> {
		const { known } = this.likeness;
		if (!known) return;
		const queries = new Map(sought.map(({ body }) => [JSON.stringify(known(body)), known(body)]));
		if (!this.whole.complete) {
			const query = { ...this.likeness.query, page_size: pageSize(Infinity) };
			const read = await this.read(api, query, Math.ceil(queries.size / RECORDS_A_PAGE));
			this.whole.complete = read.complete;
			for (const [key, record] of read.records) this.whole.records.set(key, record);
		}
		const before = found.size;
		this.take(sought, this.whole.records, found);
		if (this.whole.complete || found.size === before) return;
		const left = without(sought, found);
		for (const query of new Map(
			left.map(({ body }) => [JSON.stringify(known(body)), known(body)]),
		).values()) {
			const alike = await this.read(api, { ...this.likeness.query, ...query }, MAXIMUM_PAGES);
			this.take(left, alike.records, found);
		}
	}

	private take<R extends Sought>(
		sought: readonly R[],
		records: ReadonlyMap<string, IDataObject>,
		found: Map<R, IDataObject>,
	): void {
		const given = new Set(found.values());
		for (const record of sought) {
			const existing = records.get(this.likeness.key(record.body));
			if (existing && !given.has(existing)) {
				found.set(record, existing);
				given.add(existing);
			}
		}
	}

	private async read(api: DrChronoClient, query: IDataObject, pages: number) {
		const records = new Map<string, IDataObject>();
		let left = pages;
		for await (const page of api.pages(this.target, query)) {
			for (const record of page.records) records.set(this.likeness.key(record), record);
			left -= 1;
			if (left <= 0 && page.next !== undefined) return { records, complete: false };
		}
		return { records, complete: true };
	}
}

function without<R>(sought: readonly R[], found: ReadonlyMap<R, IDataObject>): R[] {
	return sought.filter((record) => !found.has(record));
}
