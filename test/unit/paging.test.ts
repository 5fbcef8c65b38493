import { pageSize, pagingProperties, take, wanted } from '../../nodes/shared/operation/paging';
import { ParameterIssue, readParameter } from '../../nodes/shared/input/parameters';

/** Numbers from 1, in pages of 3, and what was asked for. */
function source(last: number) {
	const seen = { pages: 0, closed: false };
	async function* records() {
		try {
			for (let value = 1; value <= last; value += 1) {
				if (value % 3 === 1) seen.pages += 1;
				yield value;
			}
		} finally {
			seen.closed = true;
		}
	}
	return { seen, records };
}

async function collect(count: number, last = 10) {
	const { seen, records } = source(last);
	const values: number[] = [];
	for await (const value of take(count, records())) values.push(value);
	return { values, ...seen };
}

describe('take', () => {
	test.each([
		[1, [1], 1],
		[2, [1, 2], 1],
		[3, [1, 2, 3], 1],
		[4, [1, 2, 3, 4], 2],
		[9, [1, 2, 3, 4, 5, 6, 7, 8, 9], 3],
	])('%d records ask for no page beyond them', async (count, values, pages) => {
		expect(await collect(count)).toEqual({ values, pages, closed: true });
	});

	test('ends with the list when it holds fewer', async () => {
		expect((await collect(99, 4)).values).toEqual([1, 2, 3, 4]);
		expect((await collect(Infinity, 4)).values).toEqual([1, 2, 3, 4]);
		expect((await collect(5, 0)).values).toEqual([]);
	});
});

test('how many are wanted, and in pages of what size', () => {
	expect(wanted({ returnAll: true, limit: 5 })).toBe(Infinity);
	expect(wanted({ returnAll: false, limit: 5 })).toBe(5);
	expect([1, 249, 250, 251, Infinity].map(pageSize)).toEqual([1, 249, 250, 250, 250]);
});

test('a limit is a whole number from 1, and not empty', () => {
	const [, limit] = pagingProperties;
	const read = (raw: unknown) => readParameter(limit, raw, { timeZone: 'UTC' });
	expect(read(1)).toBe(1);
	for (const raw of [0, -1, 1.5, 'all', '', null]) expect(read(raw)).toBeInstanceOf(ParameterIssue);
});
