import { requireJson } from './body';
import type { Collection, Row } from './collection';
import { ApiError, badRequest, notFound } from './errors';
import {
	type FieldSet,
	initialValues,
	mergeFields,
	parseFields,
	replaceFields,
	writableInitialValues,
} from './fields';
import type { Doubts } from './doubts';
import { type Filter, type RowTest, rowTests } from './filters';
import { type Json, type JsonObject, isJsonArray, isJsonObject } from './json';
import { listAnswer } from './listAnswer';
import { decodeCursor, pageOfSorted, pageSize, pageUrl, readPage } from './paging';
import type { Answer, Call, Method, Route } from './route';
import type { Store } from './store';
import { asWritten } from './written';

export type Operation = 'list' | 'get' | 'create' | 'replace' | 'update' | 'delete';

/** What a collection of the API is made of; `collectionRoutes` makes its routes from it. */
export interface CollectionResource {
	/** `/api/patients` */
	readonly path: string;
	/** Name of the store's collection. */
	readonly collection: string;
	readonly scope?: Route['scope'];
	readonly permission?: Route['permission'];
	readonly operations: readonly Operation[];
	/** Fields of an answer in their order; a request may set those that are not read-only. */
	readonly fields: FieldSet;
	/** Fields that are there only with `verbose=true`. */
	readonly verboseOnly?: readonly string[];
	readonly filters: Readonly<Record<string, Filter>>;
	/** Maximum page size, if it is below the simulator's. */
	readonly maximumPageSize?: number;
	/** Fields that a request may have for `check`, but that no record keeps. */
	readonly writeOnly?: readonly string[];
	/** DELETE keeps the record but hides it. */
	readonly archives?: boolean;
	/** Refuses a list's query as a whole. @throws {ApiError} */
	checkQuery?(call: Call): void;
	/** The body of a request that writes, if it is not JSON. @throws {ApiError} */
	readonly input?: (call: Call) => Json;
	/** Fields of an answer that are not stored as they are shown. */
	readonly computed?: (row: Row, call: Call) => JsonObject;
	/** Fields of an answer that the contract does not have. */
	readonly beyond?: (row: Row, call: Call) => JsonObject;
	/** Further tests of the rows of a list, for what is not a simple filter. */
	listTests?(call: Call): readonly RowTest[];
	/** A new record with what the server adds, before `check`. */
	complete?(record: JsonObject, call: Call): JsonObject;
	/**
	 * The practice's rules for a record about to be written.
	 * @param replaced the record as it is now, if there is one
	 * @param batch the records before it in the same request
	 * @throws {ApiError} 400 or 409
	 */
	check?(
		record: JsonObject,
		call: Call,
		replaced: Row | undefined,
		batch: readonly JsonObject[],
	): void;
}

const isVerbose = (call: Call) => ['true', 'True', '1'].includes(call.query.verbose ?? '');

/** A record as the API shows it. */
export function present(resource: CollectionResource, row: Row, call: Call): JsonObject {
	const { store } = call.practice;
	const verbose =
		isVerbose(call) || (call.method === 'POST' && store.doubts.createAnswer === 'verbose');
	const hidden = verbose ? [] : (resource.verboseOnly ?? []);
	const names = Object.keys(resource.fields).filter((name) => !hidden.includes(name));
	const shown = { ...row, ...resource.computed?.(row, call) };
	const written = names.map((name): [string, Json] => [
		name,
		asWritten(name, shown[name] ?? null, resource.fields[name], store),
	]);
	return { ...Object.fromEntries(written), ...resource.beyond?.(row, call) };
}

/** The record that a path names. @throws {ApiError} 404 */
export function requireRow(collection: Collection, id: string): Row {
	const row = collection.get(id);
	if (!row) throw notFound();
	return row;
}

const inputOf = ({ input }: CollectionResource, call: Call): Json =>
	input ? input(call) : requireJson(call.contentType, call.bytes);

/** The object of parsed fields. @throws {ApiError} 400 with the messages by field */
function requireFields(
	resource: CollectionResource,
	input: Json,
	call: Call,
	extent: 'whole' | 'changes',
): JsonObject {
	const parsed = parseFields(resource.fields, input, call.practice.store, extent);
	if (!parsed.ok) throw new ApiError(400, parsed.errors, {}, true);
	return isJsonObject(parsed.value) ? parsed.value : {};
}

const SMALL_PAGE = 50;

function list(resource: CollectionResource, call: Call): Answer {
	resource.checkQuery?.(call);
	const { settings, store } = call.practice;
	const collection = store.collection(resource.collection);
	const small = isVerbose(call) && store.doubts.verbosePage === 'small' ? SMALL_PAGE : Infinity;
	const { maximumPageSize = settings.pageSize } = resource;
	const maximum = Math.min(settings.pageSize, maximumPageSize, small);
	const { doubts } = store;
	const stale = doubts.staleLists === 'once' && collection.changedSinceListed;
	const view = stale ? 'stale' : call.view;
	const size = pageSize(call.query.page_size, maximum);
	const tests = [...rowTests(resource.filters, call.query), ...(resource.listTests?.(call) ?? [])];
	const page =
		doubts.nextLink === 'page' || doubts.listOrder === 'newest' || doubts.movingLists === 'slip'
			? pageOfSorted(sortedRows(collection, tests, view, doubts), call, size, doubts)
			: cursorPage(collection, { size, tests, view }, call);
	if (call.view === 'fresh') collection.listed();
	const shown = page.rows.map((row) => present(resource, collection.whole(row), call));
	return listAnswer({ ...page, shown }, doubts);
}

function cursorPage(
	collection: Collection,
	asked: Omit<Parameters<typeof readPage>[1], 'position' | 'again'>,
	call: Call,
) {
	const again = call.practice.store.doubts.movingLists === 'again';
	const position = decodeCursor(call.query.cursor);
	const { rows, previous, next } = readPage(collection, { ...asked, position, again });
	return { rows, previous: pageUrl(call, previous), next: pageUrl(call, next) };
}

/** All rows that a list has, in its order. */
function sortedRows(
	collection: Collection,
	tests: readonly RowTest[],
	view: Call['view'],
	{ listOrder }: Pick<Doubts, 'listOrder'>,
): Row[] {
	const entries =
		view === 'stale'
			? collection.scanStale()
			: collection.scan({ direction: 'after', sequence: 0 });
	const rows = Array.from(entries, ({ row }) => row).filter((row) =>
		tests.every((test) => test(row)),
	);
	return listOrder === 'newest' ? rows.reverse() : rows;
}

/** A new record, or why it is refused. */
type Draft = { readonly record: JsonObject } | { readonly refusal: ApiError };

/** @param batch the records before it in the same request that are not refused */
function draft(
	resource: CollectionResource,
	input: Json,
	call: Call,
	batch: readonly JsonObject[],
): Draft {
	try {
		const fields = requireFields(resource, input, call, 'whole');
		const record = resource.complete?.(fields, call) ?? fields;
		resource.check?.(record, call, undefined, batch);
		return { record };
	} catch (refusal) {
		if (refusal instanceof ApiError) return { refusal };
		throw refusal;
	}
}

const recordsIn = (drafts: readonly Draft[]): JsonObject[] =>
	drafts.flatMap((one) => ('record' in one ? [one.record] : []));

const refusedIn = (one: Draft): ApiError | undefined =>
	'refusal' in one ? one.refusal : undefined;

/** The refusal of a list: by record where their fields are wrong, else the first one. */
function refusalOf(drafts: readonly Draft[], { doubts }: Store): ApiError | undefined {
	const refusals = drafts.map(refusedIn);
	const isTold = doubts.refusedList === 'told' && refusals.some((one) => one?.isOfFields);
	return isTold
		? badRequest(refusals.map((one) => (one?.isOfFields ? one.body : {})))
		: refusals.find((one) => one !== undefined);
}

/** What of a list is stored although one of it is refused. */
function keptOfRefused(drafts: readonly Draft[], { doubts }: Store): JsonObject[] {
	if (doubts.refusedList === 'others') return recordsIn(drafts);
	const first = drafts.findIndex((one) => 'refusal' in one);
	return doubts.refusedList === 'before' ? recordsIn(drafts.slice(0, first)) : [];
}

/** The answer to a list of new records. */
function createdAnswer(rows: JsonObject[], { doubts }: Store): JsonObject[] {
	if (doubts.createdList === 'reversed') return [...rows].reverse();
	return doubts.createdList === 'shorter' && rows.length > 1 ? rows.slice(0, -1) : rows;
}

/** What the record keeps of a request's fields. */
function kept({ writeOnly = [] }: CollectionResource, record: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(record).filter(([name]) => !writeOnly.includes(name)));
}

function create(resource: CollectionResource, call: Call): Answer {
	const input = inputOf(resource, call);
	const { store } = call.practice;
	const collection = store.collection(resource.collection);
	const initial = initialValues(resource.fields);
	const insert = (records: readonly JsonObject[]) =>
		records.map((record) => collection.insert(kept(resource, mergeFields(initial, record))));
	const drafts: Draft[] = [];
	for (const one of isJsonArray(input) ? input : [input]) {
		drafts.push(draft(resource, one, call, recordsIn(drafts)));
	}
	const refusal = isJsonArray(input) ? refusalOf(drafts, store) : refusedIn(drafts[0]);
	if (refusal) {
		insert(keptOfRefused(drafts, store));
		throw refusal;
	}
	const shown = insert(recordsIn(drafts)).map((row) => present(resource, row, call));
	return { status: 201, json: isJsonArray(input) ? createdAnswer(shown, store) : shown[0] };
}

/** @param extent PUT writes the whole record, PATCH only the given fields */
function write(resource: CollectionResource, call: Call, extent: 'whole' | 'changes'): Answer {
	const collection = call.practice.store.collection(resource.collection);
	const row = requireRow(collection, call.params.id);
	const input = inputOf(resource, call);
	const changes = requireFields(resource, input, call, extent);
	const base = extent === 'whole' ? writableInitialValues(resource.fields) : {};
	const replaced = call.practice.store.doubts.groups === 'replaced';
	const record = replaced
		? { ...row, ...base, ...replaceFields(resource.fields, changes) }
		: mergeFields({ ...row, ...base }, changes);
	resource.check?.(record, call, row, []);
	const written = Object.keys({ ...base, ...changes }).map((name) => [name, record[name]]);
	const updated = collection.update(row.id, kept(resource, Object.fromEntries(written)));
	const { changeAnswer } = call.practice.store.doubts;
	if (changeAnswer === 'empty') return { status: 204 };
	return { status: 200, json: changeAnswer === 'null' ? null : present(resource, updated, call) };
}

function remove(resource: CollectionResource, call: Call): Answer {
	const collection = call.practice.store.collection(resource.collection);
	const { id } = requireRow(collection, call.params.id);
	if (resource.archives) collection.archive(id);
	else collection.remove(id);
	return { status: 204 };
}

function get(resource: CollectionResource, call: Call): Answer {
	const collection = call.practice.store.collection(resource.collection);
	return { status: 200, json: present(resource, requireRow(collection, call.params.id), call) };
}

interface Verb {
	readonly method: Method;
	readonly suffix: '' | '/:id';
	readonly handle: (resource: CollectionResource, call: Call) => Answer;
}

const VERBS: Readonly<Record<Operation, Verb>> = {
	list: { method: 'GET', suffix: '', handle: list },
	create: { method: 'POST', suffix: '', handle: create },
	get: { method: 'GET', suffix: '/:id', handle: get },
	replace: { method: 'PUT', suffix: '/:id', handle: (r, call) => write(r, call, 'whole') },
	update: { method: 'PATCH', suffix: '/:id', handle: (r, call) => write(r, call, 'changes') },
	delete: { method: 'DELETE', suffix: '/:id', handle: remove },
};

/** The routes of a collection: pages, single objects, bulk creation, changes. */
export function collectionRoutes(resource: CollectionResource): Route[] {
	return resource.operations.map((operation) => {
		const { method, suffix, handle } = VERBS[operation];
		return {
			method,
			path: `${resource.path}${suffix}`,
			scope: resource.scope,
			permission: resource.permission,
			list: operation === 'list',
			handle: (call) => handle(resource, call),
		};
	});
}
