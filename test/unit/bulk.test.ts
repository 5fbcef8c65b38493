import fc from 'fast-check';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { batches, createAll, perRecord, type NewRecord } from '../../nodes/shared/operation/bulk';
import { DrChronoClient, type ApiRequest } from '../../nodes/shared/transport/client';
import type { Failure } from '../../nodes/shared/transport/retry';

type End = { body: unknown } | { failure: Failure };

/** A DrChrono that answers each list of names with `answer`. Real HTTP is tested elsewhere. */
class Scripted extends DrChronoClient {
	readonly sent: string[][] = [];

	/** Whether each body was a list. */
	readonly lists: boolean[] = [];

	constructor(private readonly answer: (names: string[]) => End) {
		super({} as IExecuteFunctions, { maximumWaitMs: 0 });
	}

	override async settle({ body }: ApiRequest): Promise<End> {
		const records = (Array.isArray(body) ? body : [body]) as IDataObject[];
		const names = records.map(({ name }) => String(name));
		this.sent.push(names);
		this.lists.push(Array.isArray(body));
		return this.answer(names);
	}

	override error({ body }: ApiRequest, failure: Failure): never {
		return { of: (body as IDataObject).name, failure } as never;
	}
}

const record = (api: DrChronoClient, name: string, more: Partial<NewRecord> = {}): NewRecord => ({
	itemIndex: Number(name),
	params: {},
	api,
	body: { name },
	query: {},
	batchSize: 50,
	...more,
});
const created = (names: string[]): End => ({
	body: names.length === 1 ? { id: names[0] } : names.map((id) => ({ id })),
});
const refusal = (body: unknown, status = 400): End => ({
	failure: { kind: 'refused', status, body },
});

/** @returns what was sent, and per item its new ID or why not, in the order of the results */
async function run(count: number, answer: (names: string[]) => End) {
	const api = new Scripted(answer);
	const records = Array.from({ length: count }, (_, index) => record(api, String(index)));
	const results: unknown[] = [];
	for await (const result of createAll('/api/x', records)) results.push(result);
	return { sent: api.sent, lists: api.lists, results };
}
const good = (index: number) => ({ itemIndex: index, json: { id: String(index) } });
const bad = (index: number, failure: object): unknown => ({
	itemIndex: index,
	error: { of: String(index), failure: expect.objectContaining(failure) },
});

describe('batches', () => {
	const api = new Scripted(created);
	const sizes = (records: NewRecord[]) => batches(records).map(({ length }) => length);

	test('are full one after the other', () => {
		const of = (count: number, batchSize: number) =>
			sizes(Array.from({ length: count }, () => record(api, '1', { batchSize })));
		expect(of(5, 2)).toEqual([2, 2, 1]);
		expect(of(4, 4)).toEqual([4]);
		expect(of(3, 1)).toEqual([1, 1, 1]);
		expect(of(0, 4)).toEqual([]);
	});

	test('are cut where the query changes', () => {
		const queries = [{}, { allow_duplicates: true }, { allow_duplicates: true }, {}];
		expect(sizes(queries.map((query) => record(api, '1', { query })))).toEqual([1, 2, 1]);
	});

	test('keep every record, in order, and no batch is larger than any of its records wants', () => {
		const records = fc.array(
			fc.record({ batchSize: fc.integer({ min: 1, max: 5 }), q: fc.integer({ min: 0, max: 1 }) }),
		);
		fc.assert(
			fc.property(records, (wishes) => {
				const all = wishes.map(({ batchSize, q }) => record(api, '1', { batchSize, query: { q } }));
				const result = batches(all);
				expect(result.flat()).toEqual(all);
				for (const batch of result) {
					expect(batch.length).toBeLessThanOrEqual(
						Math.min(...batch.map(({ batchSize }) => batchSize)),
					);
					expect(new Set(batch.map(({ query }) => query.q)).size).toBe(1);
				}
			}),
		);
	});
});

test.each<[string, unknown, number, unknown]>([
	['one named', [{}, { a: ['no'] }], 2, [undefined, { a: ['no'] }]],
	['all named', [{ a: 1 }, { a: 2 }], 2, [{ a: 1 }, { a: 2 }]],
	['none named', [{}, {}], 2, undefined],
	['another length', [{}, { a: 1 }], 3, undefined],
	['no list', { a: ['no'] }, 2, undefined],
	['text', 'no', 2, undefined],
	['nothing', undefined, 2, undefined],
])('what DrChrono says of each record: %s', (_, body, count, expected) => {
	expect(perRecord(body, count)).toEqual(expected);
});

describe('createAll', () => {
	test('a single record goes as an object, several as a list, results in order', async () => {
		expect(await run(1, created)).toEqual({ sent: [['0']], lists: [false], results: [good(0)] });
		expect(await run(3, created)).toEqual({
			sent: [['0', '1', '2']],
			lists: [true],
			results: [good(0), good(1), good(2)],
		});
	});

	test('the records that DrChrono names fail, the others are sent once more', async () => {
		const { sent, results } = await run(4, (names) =>
			names.includes('1')
				? refusal(names.map((name) => (name === '1' ? { a: ['no'] } : {})))
				: created(names),
		);
		expect(sent).toEqual([
			['0', '1', '2', '3'],
			['0', '2', '3'],
		]);
		expect(results).toEqual([
			good(0),
			bad(1, { kind: 'refused', status: 400, body: { a: ['no'] } }),
			good(2),
			good(3),
		]);
	});

	test('nothing is sent again if all are named', async () => {
		const { sent, results } = await run(2, () => refusal([{ a: 1 }, { a: 2 }]));
		expect(sent).toHaveLength(1);
		expect(results).toEqual([bad(0, { body: { a: 1 } }), bad(1, { body: { a: 2 } })]);
	});

	test.each([400, 409])('where none is named (%d), halving finds the one', async (status) => {
		const { sent, results } = await run(5, (names) =>
			names.includes('3') ? refusal({ detail: 'no' }, status) : created(names),
		);
		expect(sent).toEqual([['0', '1', '2', '3', '4'], ['0', '1', '2'], ['3', '4'], ['3'], ['4']]);
		expect(results).toEqual([good(0), good(1), good(2), bad(3, { status }), good(4)]);
	});

	test.each<[string, Failure]>([
		['an ambiguous end', { kind: 'ambiguous', status: 502 }],
		['a throttle', { kind: 'throttled', forMs: 1 }],
		['a missing permission', { kind: 'refused', status: 403, body: [{}, { a: 1 }] }],
		['a lost connection', { kind: 'unauthorized' }],
	])('after %s nothing is sent again, and every record fails with it', async (_, failure) => {
		const { sent, results } = await run(2, () => ({ failure }));
		expect(sent).toHaveLength(1);
		expect(results).toEqual([bad(0, failure), bad(1, failure)]);
	});

	test('an answer of another length is not paired by guess: the records may exist', async () => {
		const { results } = await run(3, () => ({ body: [{ id: '0' }, { id: '2' }] }));
		expect(results).toEqual([0, 1, 2].map((index) => bad(index, { kind: 'ambiguous' })));
	});

	test('every record has exactly one result, in the order of the items, and is created at most once', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.boolean(), { maxLength: 20 }),
				fc.boolean(),
				async (fine, named) => {
					const stored: string[] = [];
					const { results } = await run(fine.length, (names) => {
						const refused = names.map((name) => (fine[Number(name)] ? {} : { a: ['no'] }));
						if (names.some((name) => !fine[Number(name)])) {
							return refusal(named ? refused : { detail: 'no' });
						}
						stored.push(...names);
						return created(names);
					});
					expect(results).toEqual(
						fine.map((isFine, index) => (isFine ? good(index) : bad(index, { status: 400 }))),
					);
					expect([...stored].sort((a, b) => Number(a) - Number(b))).toEqual(
						fine.flatMap((isFine, index) => (isFine ? [String(index)] : [])),
					);
				},
			),
		);
	});
});
