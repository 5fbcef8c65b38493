import type { IDataObject } from 'n8n-workflow';
import type { BulkResult, Prepared } from './operation';
import type { DrChronoClient } from '../transport/client';
import type { Failure } from '../transport/retry';

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
 * DrChrono takes a whole list or none of it. Of a list that it refuses, the records it names fail and
 * the others are sent again; where it names none, the list is halved until the one record is found.
 * After any other failure nothing is sent again: every record of that request may exist.
 */
export async function* createAll(
	target: string,
	records: readonly NewRecord[],
): AsyncGenerator<BulkResult> {
	for (const batch of batches(records)) yield* createBatch(target, batch);
}

/** Neighbours that go to the same query, no more of them than the batch size of each. Pure. */
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

async function* createBatch(target: string, batch: NewRecord[]): AsyncGenerator<BulkResult> {
	const [{ api, query }] = batch;
	const bodies = batch.map(({ body }) => body);
	const end = await api.settle({
		method: 'POST',
		target,
		query,
		body: bodies.length === 1 ? bodies[0] : bodies,
		answer: 'record',
	});
	if ('failure' in end) {
		yield* afterFailure(target, batch, end.failure);
		return;
	}
	const created = (Array.isArray(end.body) ? end.body : [end.body]) as Array<IDataObject | null>;
	const paired = created.length === batch.length;
	yield* batch.map((record, index) => {
		const json = paired ? created[index] : null;
		return json
			? { itemIndex: record.itemIndex, json }
			: failed(target, record, { kind: 'ambiguous', code: 'an answer of another length' });
	});
}

async function* afterFailure(
	target: string,
	batch: NewRecord[],
	failure: Failure,
): AsyncGenerator<BulkResult> {
	const divisible = failure.kind === 'refused' && [400, 409].includes(failure.status);
	if (!divisible || batch.length === 1) {
		yield* batch.map((record) => failed(target, record, failure));
		return;
	}
	const answers = perRecord(failure.body, batch.length);
	if (!answers) {
		const half = Math.ceil(batch.length / 2);
		yield* createBatch(target, batch.slice(0, half));
		yield* createBatch(target, batch.slice(half));
		return;
	}
	const good = batch.filter((_, index) => answers[index] === undefined);
	const results = batch.flatMap((record, index) =>
		answers[index] === undefined
			? []
			: [failed(target, record, { ...failure, body: answers[index] })],
	);
	if (good.length > 0) {
		for await (const result of createBatch(target, good)) results.push(result);
	}
	yield* results.sort((a, b) => a.itemIndex - b.itemIndex);
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

function failed(target: string, record: NewRecord, failure: Failure): BulkResult {
	const { itemIndex, api, body } = record;
	return { itemIndex, error: api.error({ method: 'POST', target, body }, failure) };
}
