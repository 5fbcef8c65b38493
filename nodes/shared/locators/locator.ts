import type {
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeParameterResourceLocator,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { ParameterIssue } from '../input/parameters';
import { comparable } from '../input/text';
import { DrChronoClient } from '../transport/client';
import type { ApiFunctions } from '../transport/credential';
import { textOf } from '../messages/words';

/** A search while someone types must not wait long for DrChrono's quota. */
const SEARCH_MAXIMUM_WAIT_MS = 5_000;
/**
 * Where DrChrono does not search itself, so many pages of its list are looked through at once, and no
 * more, since each is a request of the hour's 500.
 */
const MAXIMUM_PAGES = 4;
/** Enough to choose from; n8n asks for the next page when the user scrolls. */
const SEARCH_PAGE_SIZE = 50;
/** An address ends before it, so it and what follows are never sent. */
const MARK = '#';

/** The API for a list search. */
export function searchClient(functions: ApiFunctions): DrChronoClient {
	return new DrChronoClient(functions, { maximumWaitMs: SEARCH_MAXIMUM_WAIT_MS });
}

/**
 * A list search as n8n calls it: with what someone typed and the token of the page before. When someone
 * types while the whole list is on its way, n8n's editor sends the token of the whole list with what was
 * typed. So a token says whose it is, and one of another search is not gone on with.
 */
export function listSearch(
	search: (
		functions: ILoadOptionsFunctions,
		filter: string,
		next: string | undefined,
	) => Promise<INodeListSearchResult>,
) {
	return async function (
		this: ILoadOptionsFunctions,
		filter = '',
		paginationToken = '',
	): Promise<INodeListSearchResult> {
		const [next, of = ''] = paginationToken.split(MARK);
		const mark = encodeURIComponent(filter);
		const found = await search(this, filter, of === mark && next !== '' ? next : undefined);
		const { results, paginationToken: following } = found;
		return { results, paginationToken: following && `${following}${MARK}${mark}` };
	};
}

/** The search over a list that DrChrono does not search itself: by what the records are called. */
export function searchByName(
	target: string,
	nameOf: (record: IDataObject) => string,
	queryOf: (functions: ILoadOptionsFunctions) => IDataObject = () => ({}),
) {
	return listSearch(async (functions, filter, next) => {
		const query = queryOf(functions);
		return await searchOn(next, async (page) =>
			containing(await searchPage(functions, target, query, page, nameOf), filter),
		);
	});
}

/** One page of one list of the API; the pagination token is DrChrono's own `next`. */
export async function searchPage(
	functions: ApiFunctions,
	target: string,
	query: IDataObject,
	next: string | undefined,
	nameOf: (record: IDataObject) => string,
): Promise<INodeListSearchResult> {
	const client = searchClient(functions);
	const pages = next
		? client.pages(next)
		: client.pages(target, { ...query, page_size: SEARCH_PAGE_SIZE });
	for await (const { records, next: following } of pages) {
		return {
			results: inUseFirst(records).map((record) => ({
				name: nameIn(record, nameOf),
				value: textOf(record.id),
			})),
			paginationToken: following,
		};
	}
	return { results: [] };
}

/** All of a short list of the practice's own, to choose from. */
export async function optionsOf(
	functions: ApiFunctions,
	target: string,
	nameOf: (record: IDataObject) => string,
): Promise<INodePropertyOptions[]> {
	const all: IDataObject[] = [];
	for await (const record of searchClient(functions).list(target, {})) all.push(record);
	return inUseFirst(all).map((record) => ({
		name: nameIn(record, nameOf),
		value: Number(record.id),
	}));
}

const nameIn = (record: IDataObject, nameOf: (record: IDataObject) => string): string =>
	[nameOf(record), ...marksOf(record)].join(' · ');

/** What shows that a record is out of use, so that it is not picked by chance. */
const OUT_OF_USE: Readonly<Record<string, string>> = {
	archived: 'archived',
	deleted_flag: 'deleted',
	is_account_suspended: 'suspended',
};

/** What the status of a patient shows. */
const PATIENT_STATUS: Readonly<Partial<Record<string, string>>> = { D: 'deceased', I: 'inactive' };

const marksOf = (record: IDataObject): string[] => {
	const status = PATIENT_STATUS[textOf(record.patient_status)];
	const marks = Object.entries(OUT_OF_USE).filter(([field]) => record[field] === true);
	return [...marks.map(([, mark]) => mark), ...(status === undefined ? [] : [status])];
};

/** What is out of use comes last, else as DrChrono gives it. */
const inUseFirst = (records: readonly IDataObject[]): IDataObject[] =>
	[false, true].flatMap((isOut) =>
		records.filter((record) => marksOf(record).length > 0 === isOut),
	);

/** Keeps what contains the typed text, for lists that DrChrono does not search itself. */
export function containing(result: INodeListSearchResult, filter = ''): INodeListSearchResult {
	const typed = comparable(filter);
	return {
		...result,
		results: result.results.filter(({ name }) => comparable(name).includes(typed)),
	};
}

/**
 * The first page of `search` on which something is left: the editor asks for the next page when the
 * user scrolls, and there is nothing to scroll on an empty one.
 */
export async function searchOn(
	start: string | undefined,
	search: (start?: string) => Promise<INodeListSearchResult>,
): Promise<INodeListSearchResult> {
	const visited = new Set([start]);
	for (;;) {
		const page = await search([...visited].at(-1));
		const next = page.paginationToken;
		if (page.results.length > 0 || !next || visited.has(next)) return page;
		if (visited.size === MAXIMUM_PAGES) return page;
		visited.add(next);
	}
}

/**
 * An optional locator that names a record otherwise than From List must name one: an expression that gives
 * nothing would else mean every record. @throws ParameterIssue
 */
export function requireUnlessFromList(
	node: IExecuteFunctions,
	itemIndex: number,
	{ name, displayName }: INodeProperties,
): void {
	const { mode, value } = node.getNodeParameter(name, itemIndex) as INodeParameterResourceLocator;
	if (mode === 'list' || textOf(value).trim() !== '') return;
	throw new ParameterIssue('is empty. Fill it in, or switch to From List and choose nothing', [
		displayName,
	]);
}
