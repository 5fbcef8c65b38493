import { property } from './operation';

/** DrChrono gives at most this many records of most lists in one page. */
const MAXIMUM_PAGE_SIZE = 250;

/** Return All and Limit, for every operation that gives many records. */
export const pagingProperties = [
	property({
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	}),
	property({
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		displayOptions: { show: { returnAll: [false] } },
		required: true,
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 50,
		description: 'Max number of results to return',
	}),
] as const;

/** How many records the user wants. */
export function wanted({ returnAll, limit }: { returnAll: boolean; limit: number }): number {
	return returnAll ? Infinity : limit;
}

/** The page size that gives `count` records in the fewest requests without asking for more. */
export function pageSize(count: number): number {
	return Math.min(count, MAXIMUM_PAGE_SIZE);
}

/** The first `count` of `records`; asks for no page beyond them. */
export async function* take<T>(count: number, records: AsyncIterable<T>): AsyncGenerator<T> {
	let given = 0;
	for await (const record of records) {
		yield record;
		given += 1;
		if (given >= count) return;
	}
}
