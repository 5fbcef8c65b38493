import type { INodeListSearchResult } from 'n8n-workflow';
import { containing, searchOn } from '../../nodes/shared/locators/locator';
import { patientQueries } from '../../nodes/shared/locators/patient';

const page = (names: string[], paginationToken?: string): INodeListSearchResult => ({
	results: names.map((name) => ({ name, value: name })),
	paginationToken,
});

describe('searching on', () => {
	async function run(pages: Record<string, INodeListSearchResult>, start?: string) {
		const asked: Array<string | undefined> = [];
		const found = await searchOn(start, async (token) => {
			asked.push(token);
			return pages[token ?? 'first'];
		});
		return { asked, found };
	}

	test('ends at the first page with something on it', async () => {
		const pages = { first: page([], 'b'), b: page([], 'c'), c: page(['x'], 'd') };
		expect(await run(pages)).toEqual({ asked: [undefined, 'b', 'c'], found: pages.c });
		expect((await run(pages, 'c')).asked).toEqual(['c']);
	});

	test('ends after four pages: each is a request of the hour’s 500', async () => {
		const pages = Object.fromEntries(
			['first', 'b', 'c', 'd', 'e'].map((name, index) => [name, page([], 'bcdef'[index])]),
		);
		expect(await run(pages)).toEqual({ asked: [undefined, 'b', 'c', 'd'], found: pages.d });
	});

	test('ends with the list', async () => {
		const pages = { first: page([], 'b'), b: page([]) };
		expect(await run(pages)).toEqual({ asked: [undefined, 'b'], found: pages.b });
	});

	test('ends when a page leads back', async () => {
		const pages = { first: page([], 'b'), b: page([], 'c'), c: page([], 'b') };
		expect((await run(pages)).asked).toEqual([undefined, 'b', 'c']);
	});
});

test('a list that DrChrono does not search is narrowed here, and keeps its next page', () => {
	const all = page(['Doe, Jane', 'Roe, Ann'], 'next');
	expect(containing(all, ' ANN ')).toEqual(page(['Roe, Ann'], 'next'));
	expect(containing(all)).toEqual(all);
	expect(containing(all, '  ')).toEqual(all);
});

test.each<[string, object[]]>([
	['', [{}]],
	['  ', [{}]],
	['Doe', [{ last_name: 'Doe' }, { first_name: 'Doe' }]],
	['Jane Doe', [{ first_name: 'Jane', last_name: 'Doe' }, { last_name: 'Jane Doe' }]],
	['Jane  van  Doe', [{ first_name: 'Jane', last_name: 'van Doe' }, { last_name: 'Jane van Doe' }]],
	['Doe, Jane', [{ last_name: 'Doe', first_name: 'Jane' }]],
	['van Doe ,Jane Ann', [{ last_name: 'van Doe', first_name: 'Jane Ann' }]],
	['doja000001', [{ chart_id: 'DOJA000001' }]],
	['doja00001', [{ last_name: 'doja00001' }, { first_name: 'doja00001' }]],
])('"%s" is looked up by %j', (typed, queries) => {
	expect(patientQueries(typed)).toEqual(queries);
});
