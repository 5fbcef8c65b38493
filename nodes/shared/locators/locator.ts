import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';
import { DrChronoClient } from '../transport/client';
import type { ApiFunctions } from '../transport/credential';
import { text } from '../words';

/** A search while someone types must not wait long for DrChrono's quota. */
const SEARCH_MAXIMUM_WAIT_MS = 5_000;
/**
 * Where DrChrono does not search itself, so many pages of its list are looked through at once, and no
 * more, since each is a request of the hour's 500.
 */
const MAXIMUM_PAGES = 4;
/** Enough to choose from; n8n asks for the next page when the user scrolls. */
const SEARCH_PAGE_SIZE = 50;

/** The API for a list search. */
export function searchClient(functions: ApiFunctions): DrChronoClient {
	return new DrChronoClient(functions, { maximumWaitMs: SEARCH_MAXIMUM_WAIT_MS });
}

/** A list search over one list of the API; the pagination token is DrChrono's own `next`. */
export async function searchPage(
	functions: ApiFunctions,
	target: string,
	query: IDataObject,
	paginationToken: string | undefined,
	nameOf: (record: IDataObject) => string,
): Promise<INodeListSearchResult> {
	const client = searchClient(functions);
	const pages = paginationToken
		? client.pages(paginationToken)
		: client.pages(target, { ...query, page_size: SEARCH_PAGE_SIZE });
	for await (const { records, next } of pages) {
		return {
			results: records.map((record) => ({ name: nameOf(record), value: text(record.id) })),
			paginationToken: next,
		};
	}
	return { results: [] };
}

/** Keeps what contains the typed text, for lists that DrChrono does not search itself. */
export function containing(result: INodeListSearchResult, filter = ''): INodeListSearchResult {
	const typed = filter.trim().toLowerCase();
	return {
		...result,
		results: result.results.filter(({ name }) => name.toLowerCase().includes(typed)),
	};
}

/**
 * The first page of `search` on which something is left: the editor asks for the next page when the
 * user scrolls, and there is nothing to scroll on an empty one.
 */
export async function searchOn(
	paginationToken: string | undefined,
	search: (paginationToken?: string) => Promise<INodeListSearchResult>,
): Promise<INodeListSearchResult> {
	const visited = new Set([paginationToken]);
	for (;;) {
		const page = await search([...visited].at(-1));
		const next = page.paginationToken;
		if (page.results.length > 0 || !next || visited.has(next)) return page;
		if (visited.size === MAXIMUM_PAGES) return page;
		visited.add(next);
	}
}
