import fc from 'fast-check';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { batches, createAll, perRecord, type NewRecord } from '../../nodes/shared/operation/bulk';
import { keyOf, pairedByContent, storedBefore } from '../../nodes/shared/operation/likeness';
import {
	DrChronoClient,
	type ApiRequest,
	type ListPage,
} from '../../nodes/shared/transport/client';
import type { Failure } from '../../nodes/shared/transport/retry';

type End = { body: unknown } | { failure: Failure };
type Answer = (names: string[], stored: IDataObject[]) => End;

/** A DrChrono that answers each list of names with `answer`. Real HTTP is tested elsewhere. */
class Scripted extends DrChronoClient {
	readonly sent: string[][] = [];

	/** Whether each body was a list. */
	readonly lists: boolean[] = [];

	/** What is stored, as its lists show it. */
	readonly stored: IDataObject[] = [];

	looks = 0;

	constructor(private readonly answer: Answer) {
		super({} as IExecuteFunctions, { maximumWaitMs: 0 });
	}

	override async settle({ body }: ApiRequest): Promise<End> {
		const records = (Array.isArray(body) ? body : [body]) as IDataObject[];
		const names = records.map(({ name }) => String(name));
		this.sent.push(names);
		this.lists.push(Array.isArray(body));
		return this.answer(names, this.stored);
	}

	override async *pages(): AsyncGenerator<ListPage> {
		this.looks += 1;
		yield { records: [...this.stored] };
	}

	override async pause(): Promise<void> {}

	override error({ body }: ApiRequest, failure: Failure): never {
		return { of: (body as IDataObject).name, failure } as never;
	}
}

const likeness = { key: keyOf(['name']) };
const record = (api: DrChronoClient, name: string, more: Partial<NewRecord> = {}): NewRecord => ({
	itemIndex: Number(name),
	params: {},
	api,
	body: { name },
	query: {},
	batchSize: 50,
	...more,
});
const stored = (name: string): IDataObject => ({ id: 100 + Number(name), name });
const created = (names: string[]): End => ({
	body: names.length === 1 ? stored(names[0]) : names.map(stored),
});
const refusal = (body: unknown, status = 400): End => ({
	failure: { kind: 'refused', status, body },
});

/** @returns what was sent, and per item its new record or why not, in the order of the results */
async function run(count: number, answer: Answer, more: Partial<NewRecord> = {}) {
	const api = new Scripted(answer);
	const names = Array.from({ length: count }, (_, index) => String(index));
	const records = names.map((name) => record(api, name, more));
	const results: unknown[] = [];
	for await (const result of createAll('/api/x', records, likeness)) results.push(result);
	return { sent: api.sent, lists: api.lists, looks: api.looks, stored: api.stored, results };
}
const good = (index: number) => ({ itemIndex: index, json: stored(String(index)) });
const bad = (index: number, failure: object): unknown => ({
	itemIndex: index,
	error: expect.objectContaining({
		of: String(index),
		failure: expect.objectContaining(failure),
	}),
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

test('an answer is paired by content, whatever its order, and what is not in it has no record', () => {
	const of = (names: string[], answered: Array<IDataObject | null>) => {
		const sent = names.map((name) => ({ name }));
		return pairedByContent(sent, answered, likeness).map((one) => one?.id);
	};
	expect(of(['1', '2', '3'], [stored('3'), stored('1'), stored('2')])).toEqual([101, 102, 103]);
	expect(of(['1', '2', '3'], [stored('3'), null])).toEqual([undefined, undefined, 103]);
	expect(of(['1', '1'], [{ id: 7, name: '1' }])).toEqual([7, undefined]);
	const time = keyOf(['scheduled_time']);
	expect(time({ scheduled_time: '2021-02-14T13:40:00' })).toBe(
		time({ scheduled_time: '2021-02-14 13:40:00' }),
	);
});

describe('createAll', () => {
	test('a single record goes as an object, several as a list, results in order', async () => {
		const one = { sent: [['0']], lists: [false], looks: 0, results: [good(0)] };
		expect(await run(1, created)).toMatchObject(one);
		expect(await run(3, created)).toMatchObject({
			sent: [['0', '1', '2']],
			lists: [true],
			looks: 0,
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
		const { sent, looks, results } = await run(5, (names) =>
			names.includes('3') ? refusal({ detail: 'no' }, status) : created(names),
		);
		expect(sent).toEqual([['0', '1', '2', '3', '4'], ['0', '1', '2'], ['3', '4'], ['3'], ['4']]);
		expect(results).toEqual([good(0), good(1), good(2), bad(3, { status }), good(4)]);
		// Twice after the first refusal; then it was clear that such a list is not stored in part.
		expect(looks).toBe(2);
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

	test('what is not in the answer may exist, and is told as that', async () => {
		const { results } = await run(3, () => ({ body: [stored('2'), stored('0')] }));
		expect(results).toEqual([good(0), bad(1, { kind: 'ambiguous' }), good(2)]);
	});

	test('what fails outside DrChrono fails for its records, and the others keep theirs', async () => {
		const answer: Answer = (names) => {
			if (names.includes('2')) throw new Error('no database');
			return created(names);
		};
		const { results } = await run(4, answer, { batchSize: 2 });
		const error = expect.objectContaining({ message: 'no database' }) as unknown;
		expect(results).toEqual([good(0), good(1), { itemIndex: 2, error }, { itemIndex: 3, error }]);
	});

	test('what cannot be looked up is not sent again', async () => {
		const api = new Scripted(() => refusal({ detail: 'no' }));
		api.pages = () => {
			throw new Error('no list');
		};
		const records = ['0', '1'].map((name) => record(api, name));
		const results: unknown[] = [];
		for await (const result of createAll('/api/x', records, likeness)) results.push(result);
		expect(api.sent).toHaveLength(1);
		expect(results).toEqual([bad(0, { status: 400 }), bad(1, { status: 400 })]);
	});

	test.each(['named', 'whole', 'before'])(
		'a DrChrono that refuses a list "%s": each record has one outcome, and is stored once',
		async (kind) => {
			const answerFor =
				(fine: boolean[]): Answer =>
				(names, all) => {
					const wrong = names.findIndex((name) => !fine[Number(name)]);
					const before = kind === 'before' ? names.slice(0, wrong) : [];
					const taken = wrong < 0 ? names : before;
					const from = all.length;
					all.push(...taken.map((name, index) => ({ id: 1 + from + index, name })));
					if (wrong < 0) return { body: names.length === 1 ? all[from] : all.slice(from) };
					const each = names.map((name) => (fine[Number(name)] ? {} : { a: ['no'] }));
					return refusal(kind === 'named' && names.length > 1 ? each : { detail: 'no' });
				};
			const items = fc.array(fc.boolean(), { maxLength: 20 });
			await fc.assert(
				fc.asyncProperty(items, async (fine) => {
					const outcome = await run(fine.length, answerFor(fine));
					const names = outcome.stored.map(({ name }) => name);
					expect(new Set(names).size).toBe(names.length);
					const expected = fine.map((isFine, index) => {
						const json = outcome.stored.find(({ name }) => name === String(index));
						return isFine ? { itemIndex: index, json } : bad(index, { status: 400 });
					});
					expect(outcome.results).toEqual(expected);
				}),
				{ numRuns: 300 },
			);
		},
	);
});

test('what a refused list has stored before is told from what was there', () => {
	const accepted = { accepted: true };
	// the fourth was refused; two were taken later
	expect(storedBefore([{ id: 1 }, { id: 2 }, { id: 3 }, {}, accepted, accepted])).toBe(3);
	// all were there before, in this order
	expect(storedBefore([{ id: 1 }, { id: 2 }, { id: 3 }])).toBe(0);
	// the third was there before, and refused
	expect(storedBefore([{ id: 8 }, { id: 9 }, { id: 1 }, accepted])).toBe(2);
	// one in the middle was there before: nothing is stored without what comes before it
	expect(storedBefore([accepted, accepted, { id: 1 }, accepted])).toBe(0);
	// those at the beginning were there before, since what follows them was not refused
	expect(storedBefore([{ id: 1 }, { id: 2 }, accepted, accepted])).toBe(0);
	expect(storedBefore([{ id: 1, isOld: true }, { id: 2 }, {}, accepted])).toBe(0);
	expect(storedBefore([])).toBe(0);
});
