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
/** As many may have slipped from one page of a list to another while it was read. */
const MOST_SLIPPED = 10;
/** One page of a list stands for so many lists of single records. */
const RECORDS_A_PAGE = 4;

/** Whether DrChrono refused something since it has it already. */
export function isDuplicate(failure: Failure): failure is Failure & { readonly kind: 'refused' } {
	return failure.kind === 'refused' && /duplicate/i.test(JSON.stringify(failure.body ?? ''));
}

/** Records that were read, each once, by what tells them apart from others. */
class Records {
	private readonly byKey = new Map<string, Map<string, IDataObject>>();

	constructor(private readonly key: Likeness['key']) {}

	add(record: IDataObject): void {
		const key = this.key(record);
		const alike = this.byKey.get(key) ?? new Map<string, IDataObject>();
		this.byKey.set(key, alike.set(textOf(record.id), record));
	}

	/** Those that are like a record, the latest first: what was just stored has the highest ID. */
	like(record: IDataObject): IDataObject[] {
		const alike = [...(this.byKey.get(this.key(record))?.values() ?? [])];
		return alike.sort((one, other) => Number(other.id) - Number(one.id));
	}
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

	/** What was read of the whole list. */
	private readonly whole: Records;

	/** Whether that was all of it. */
	private isWhole = false;

	constructor(
		private readonly target: string,
		private readonly likeness: Likeness,
	) {
		this.whole = new Records(likeness.key);
	}

	/** Whether a record has been there since before anything that is sent now. */
	isOld({ created_at }: IDataObject): boolean {
		const stamp = textOf(created_at).replace(' ', 'T');
		return stamp !== '' && stamp < this.since;
	}

	/**
	 * What is there of the records of a list that was refused, or not answered.
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
				await this.findSlipped(without(sought, found), found);
			}
			return found;
		} catch {
			return undefined;
		}
	}

	/**
	 * A record that DrChrono says it has, although no list that was read had it: it may have slipped
	 * from one page to another meanwhile.
	 */
	async findOne({ api, body }: Sought): Promise<IDataObject | undefined> {
		const { known, query } = this.likeness;
		if (!known) return undefined;
		const alike = new Records(this.likeness.key);
		try {
			await this.read(api, { ...query, ...known(body) }, MAXIMUM_PAGES, alike);
		} catch {
			return undefined;
		}
		return alike.like(body).at(0);
	}

	/** A few that no list had are asked for one by one. */
	private async findSlipped<R extends Sought>(
		sought: readonly R[],
		found: Map<R, IDataObject>,
	): Promise<void> {
		if (sought.length > MOST_SLIPPED) return;
		for (const one of sought) {
			const existing = await this.findOne(one);
			const isTaken = [...found.values()].some(({ id }) => id === existing?.id);
			if (existing && !isTaken) found.set(one, existing);
		}
	}

	/** @returns whether the list of what has changed lately was read to its end */
	private async findRecent<R extends Sought>(
		api: DrChronoClient,
		sought: readonly R[],
		found: Map<R, IDataObject>,
	): Promise<boolean> {
		const query = { ...this.likeness.query, since: this.since, page_size: pageSize(Infinity) };
		const recent = new Records(this.likeness.key);
		const isComplete = await this.read(api, query, MAXIMUM_PAGES, recent);
		this.take(sought, recent, found);
		return isComplete;
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
		if (!this.isWhole) {
			const query = { ...this.likeness.query, page_size: pageSize(Infinity) };
			const pages = Math.ceil(queries.size / RECORDS_A_PAGE);
			this.isWhole = await this.read(api, query, pages, this.whole);
		}
		const before = found.size;
		this.take(sought, this.whole, found);
		if (this.isWhole || found.size === before) return;
		const left = without(sought, found);
		for (const query of new Map(
			left.map(({ body }) => [JSON.stringify(known(body)), known(body)]),
		).values()) {
			const alike = new Records(this.likeness.key);
			await this.read(api, { ...this.likeness.query, ...query }, MAXIMUM_PAGES, alike);
			this.take(left, alike, found);
		}
	}

	/** Gives each record that is sought one of those that are like it, and none to two. */
	private take<R extends Sought>(
		sought: readonly R[],
		records: Records,
		found: Map<R, IDataObject>,
	): void {
		const given = new Set([...found.values()].map(({ id }) => id));
		for (const one of sought) {
			const existing = records.like(one.body).find(({ id }) => !given.has(id));
			if (existing && !found.has(one)) {
				found.set(one, existing);
				given.add(existing.id);
			}
		}
	}

	/** @returns whether the list was read to its end */
	private async read(api: DrChronoClient, query: IDataObject, pages: number, into: Records) {
		let left = pages;
		for await (const page of api.pages(this.target, query)) {
			for (const record of page.records) into.add(record);
			left -= 1;
			if (left <= 0 && page.next !== undefined) return false;
		}
		return true;
	}
}

function without<R>(sought: readonly R[], found: ReadonlyMap<R, IDataObject>): R[] {
	return sought.filter((record) => !found.has(record));
}
