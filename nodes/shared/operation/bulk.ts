import type { IDataObject, NodeApiError } from 'n8n-workflow';
import type { BulkResult, Prepared } from './operation';
import { isDuplicate, Lookup } from './bulkLookup';
import { pairedByContent, storedBefore, type Likeness, type Trace } from './likeness';
import { textOf } from '../messages/words';
import type { DrChronoClient } from '../transport/client';
import { mayBeThere, type Failure, type Uncertain } from '../transport/retry';

/** One record to create, for one input item. */
export interface NewRecord extends Prepared {
	readonly api: DrChronoClient;
	readonly body: IDataObject;
	readonly query: IDataObject;
	readonly batchSize: number;
}

/**
 * Creates records in requests of up to Batch Size records each; results come in the order of the items.
 *
 * Nobody knows whether DrChrono takes a list whole or in part. Only an answer for each record proves
 * that nothing of the list was stored: then the others are sent again. After any other refusal it is
 * looked for what is there before anything is sent again, and what is not there is sent in smaller
 * lists, until the one record is found that is refused. After what may have been carried out nothing is
 * sent again: every record of that request may exist, and what is there is told. What fails outside
 * DrChrono fails for its records.
 */
export async function* createAll(
	target: string,
	records: readonly NewRecord[],
	likeness: Likeness,
): AsyncGenerator<BulkResult> {
	const creation = new Creation(target, likeness);
	for (const batch of batches(records)) {
		const results = await creation.create(batch);
		yield* [...results].sort((a, b) => a.itemIndex - b.itemIndex);
	}
}

/** Neighbours that go to the same query, no more of them than the batch size of each. */
export function batches(records: readonly NewRecord[]): NewRecord[][] {
	const result: NewRecord[][] = [];
	for (const record of records) {
		const open = result.at(-1);
		const fits =
			open !== undefined &&
			open.length < Math.min(...[record, ...open].map(({ batchSize }) => batchSize)) &&
			JSON.stringify(open[0].query) === JSON.stringify(record.query);
		if (fits) open.push(record);
		else result.push([record]);
	}
	return result;
}

/**
 * What DrChrono says of each record of a refused list, `undefined` for those it has nothing against:
 * `[{}, {"gender":["This field is required."]}]`. `undefined` as a whole if it does not say so.
 */
export function perRecord(body: unknown, count: number): unknown[] | undefined {
	if (!Array.isArray(body) || body.length !== count) return undefined;
	const answers = body.map((answer: unknown) =>
		typeof answer === 'object' && answer !== null && Object.keys(answer).length === 0
			? undefined
			: answer,
	);
	return answers.some((answer) => answer !== undefined) ? answers : undefined;
}

/** What became of the records of a list that were sent again, or of some of them. */
type Results = readonly BulkResult[];

const NOT_PAIRED: Uncertain = { kind: 'ambiguous', cause: 'not-paired' };

/** One run of Create Many, and what it learns of DrChrono on the way. */
class Creation {
	private readonly lookup: Lookup;

	/** Whether DrChrono was seen to take lists whole or not at all. */
	private takesWhole = false;

	/** What was in a refused list, and in none that was read. */
	private readonly again = new Set<NewRecord>();

	constructor(
		private readonly target: string,
		private readonly likeness: Likeness,
	) {
		this.lookup = new Lookup(target, likeness);
	}

	async create(batch: readonly NewRecord[]): Promise<Results> {
		if (batch.length === 0) return [];
		const [{ api, query }] = batch;
		const bodies = batch.map(({ body }) => body);
		const body = bodies.length === 1 ? bodies[0] : bodies;
		try {
			const end = await api.settle({
				method: 'POST',
				target: this.target,
				query,
				body,
				answer: 'record',
			});
			return 'failure' in end
				? await this.afterFailure(batch, end.failure)
				: await this.created(batch, end.body);
		} catch (error) {
			return batch.map(({ itemIndex }) => ({ itemIndex, error }));
		}
	}

	/** Every record of a list was created, also one that is not in the answer. */
	private async created(batch: readonly NewRecord[], answer: unknown): Promise<Results> {
		const answered = (Array.isArray(answer) ? answer : [answer]) as Array<IDataObject | null>;
		const bodies = batch.map(({ body }) => body);
		const records =
			batch.length === 1 ? answered : pairedByContent(bodies, answered, this.likeness);
		const ids = records.flatMap((record) => (record ? Number(record.id) : []));
		const left = batch.filter((_, index) => !records.at(index));
		const found = await this.lookFor(left, NOT_PAIRED);
		return batch.map((record, index): BulkResult => {
			const json = records.at(index);
			if (json) return { itemIndex: record.itemIndex, json };
			const existing = found.get(record);
			const id = Number(existing?.id);
			// What is older than the others may have been there before, and be somebody else's.
			return existing && !ids.includes(id) && id > Math.min(...ids)
				? { itemIndex: record.itemIndex, json: existing }
				: this.perhaps(record, NOT_PAIRED, existing);
		});
	}

	/** What is there of records of which nobody knows whether they were stored. */
	private async lookFor(records: readonly NewRecord[], failure: Failure) {
		const isSilent = 'cause' in failure && failure.cause === 'silent';
		if (records.length === 0 || isSilent) return new Map<NewRecord, IDataObject>();
		return (await this.lookup.find(records, failure, true)) ?? new Map<NewRecord, IDataObject>();
	}

	private async afterFailure(batch: readonly NewRecord[], failure: Failure): Promise<Results> {
		if (mayBeThere(failure)) {
			const found = await this.lookFor(batch, failure);
			return batch.map((record) => this.perhaps(record, failure, found.get(record)));
		}
		if (batch.length === 1 && isDuplicate(failure) && this.again.has(batch[0])) {
			const existing = await this.lookup.findOne(batch[0]);
			if (existing) return [this.known(batch[0], existing, failure)];
		}
		const divisible = failure.kind === 'refused' && [400, 409].includes(failure.status);
		if (!divisible || batch.length === 1) {
			return batch.map((record) => this.failed(record, failure));
		}
		const answers = perRecord(failure.body, batch.length);
		if (!answers) return await this.afterRefusal(batch, failure);
		const good = batch.filter((_, index) => answers[index] === undefined);
		const refused = batch.flatMap((record, index) =>
			answers[index] === undefined
				? []
				: [this.failed(record, { ...failure, body: answers[index] })],
		);
		return [...refused, ...(await this.create(good))];
	}

	/** After a refusal that says nothing of the single records. */
	private async afterRefusal(batch: readonly NewRecord[], failure: Failure): Promise<Results> {
		const found = await this.lookup.find(batch, failure, !this.takesWhole);
		if (!found) return batch.map((record) => this.unseen(record, failure));
		const missing = batch.filter((record) => !found.has(record));
		for (const record of missing) this.again.add(record);
		const results = await this.sendAgain(batch, missing);
		const acceptedItems = new Set(results.flatMap((one) => ('json' in one ? one.itemIndex : [])));
		const traces = batch.map((record): Trace => {
			const existing = found.get(record);
			return {
				accepted: acceptedItems.has(record.itemIndex),
				...(existing && { id: Number(existing.id), isOld: this.lookup.isOld(existing) }),
			};
		});
		const isExplained = missing.length > 0 && acceptedItems.size === 0 && !isDuplicate(failure);
		const count = isExplained ? batch.length : storedBefore(traces);
		const there = batch.flatMap((record, index): BulkResult[] => {
			const existing = found.get(record);
			if (!existing) return [];
			const isStored = !this.takesWhole && index < count && traces[index].isOld !== true;
			return isStored
				? [{ itemIndex: record.itemIndex, json: existing }]
				: [this.known(record, existing, failure)];
		});
		return [...there, ...results];
	}

	/**
	 * Sends what is not there, in lists that are shorter than the refused one. Where the beginning of it
	 * is there, the next one is probably what was refused: alone it can neither be stored in part.
	 */
	private async sendAgain(
		batch: readonly NewRecord[],
		missing: readonly NewRecord[],
	): Promise<Results> {
		const isBeginning = missing.length > 1 && missing[0] !== batch[0];
		const all = missing.length < batch.length && !isBeginning;
		const cut = all ? missing.length : isBeginning ? 1 : Math.ceil(missing.length / 2);
		const first = await this.create(missing.slice(0, cut));
		// A list that is taken until something is refused would have had it stored the first time.
		const [{ itemIndex }] = batch;
		const isNew = missing.length === batch.length && this.isAccepted(first, itemIndex);
		if (isNew) this.takesWhole = true;
		return [...first, ...(await this.create(missing.slice(cut)))];
	}

	private isAccepted(results: Results, itemIndex: number): boolean {
		return results.some((one) => one.itemIndex === itemIndex && 'json' in one);
	}

	/** An item of a refused list of which nobody knows what was stored. */
	private unseen(record: NewRecord, failure: Failure): BulkResult {
		const error = this.error(record, failure);
		error.description = `DrChrono refused the list in which this item was sent, and what is there could not be looked up. It was not sent again, and it may be there all the same: look in DrChrono before you run it again. ${error.description ?? ''}`;
		return { itemIndex: record.itemIndex, error };
	}

	/** An item whose record is there: since before, or from the refused list, which nobody can tell for sure. */
	private known(record: NewRecord, existing: IDataObject, failure: Failure): BulkResult {
		const body = isDuplicate(failure) ? failure.body : 'duplicate';
		const alike = textOf(existing.id);
		const error = this.error(record, { kind: 'refused', status: 409, body, alike });
		if (!this.takesWhole && !this.lookup.isOld(existing)) {
			error.description = `It may have been stored just now, with the list in which this item was sent. ${error.description ?? ''}`;
		}
		return { itemIndex: record.itemIndex, error };
	}

	/** An item of which nobody knows whether it was stored, and what is there that is like it. */
	private perhaps(record: NewRecord, failure: Uncertain, existing?: IDataObject): BulkResult {
		const isNew = existing !== undefined && !this.lookup.isOld(existing);
		return this.failed(record, { ...failure, ...(isNew && { alike: textOf(existing.id) }) });
	}

	private failed(record: NewRecord, failure: Failure): BulkResult {
		return { itemIndex: record.itemIndex, error: this.error(record, failure) };
	}

	private error({ api, body }: NewRecord, failure: Failure): NodeApiError {
		return api.error({ method: 'POST', target: this.target, body }, failure);
	}
}
