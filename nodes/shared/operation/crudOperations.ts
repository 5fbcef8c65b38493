import type { IDataObject } from 'n8n-workflow';
import { listed, type FieldTable } from '../fields/field';
import { withoutBlanks } from '../input/blanks';
import {
	changeRecord,
	changesOf,
	fieldsCollection,
	fieldsToClear,
	recordOfItem,
	type ChangeParameters,
} from '../input/records';
import { textOf } from '../messages/words';
import { formOf, MultipartForm } from '../transport/form';
import { path } from '../transport/urls';
import { createAll } from './bulk';
import { keyOf } from './likeness';
import type { Table, Verb } from './crud';
import {
	defineBulkOperation,
	defineOperation,
	property,
	type Operation,
	type Property,
} from './operation';
import {
	batchSize,
	batchSizeOf,
	ignoreUnknownFields,
	listOptions,
	officeTimeZone,
	optionsCollection,
	returnRecord,
	verbose,
	verboseQuery,
} from './options';
import { pageSize, pagingProperties, take, wanted } from './paging';

type Params = Readonly<Record<string, unknown>>;

/** An operation of a plain resource. */
export function operationOf(verb: Verb, table: Table, description: string): Operation {
	return OPERATIONS[verb](table, description);
}

const OPERATIONS: Readonly<Record<Verb, (table: Table, description: string) => Operation>> = {
	create,
	createMany,
	delete: remove,
	get,
	getAll,
	update,
};

function create(table: Table, description: string): Operation {
	const { one, target, necessary, written, createQuery = {}, simplified, output } = table;
	return defineOperation({
		value: 'create',
		name: 'Create',
		action: `Create ${one}`,
		description,
		creates: true,
		simplified,
		properties: [
			...necessary,
			...additional(written),
			...output,
			optionsCollection(...listed(createQuery), ...clock(written)),
		],
		execute: async ({ api, params }) => {
			const { additionalFields } = params as { additionalFields?: IDataObject };
			return await api.post(
				target,
				withoutBlanks({ ...additionalFields, ...valuesOf(necessary, params) }),
				queryOf(createQuery, params.options),
			);
		},
	});
}

function createMany(table: Table, description: string): Operation {
	const { one, many, target, written, createQuery = {}, simplified, output } = table;
	const required = written.filter(isNeeded).map(({ name }) => name);
	const rules = { fields: optional(written), required, noun: one };
	const likeness = { key: keyOf(written.filter(isTelling).map(({ name }) => name)) };
	return defineBulkOperation({
		value: 'createMany',
		name: 'Create Many',
		action: `Create many ${many}`,
		description,
		creates: true,
		simplified,
		properties: [
			property({
				displayName: `Each input item becomes one ${one}. Its fields must have DrChrono’s names${required.length > 0 ? `, ${required.join(', ')} among them` : ''}; use an Edit Fields node before this one to rename them.`,
				name: 'createManyNotice',
				type: 'notice',
				default: '',
			}),
			...output,
			optionsCollection(
				...[batchSize, ignoreUnknownFields, ...listed(createQuery), ...clock(written)],
			),
		],
		prepare: ({ api, node, params, itemIndex, reading }) => ({
			itemIndex,
			params,
			api,
			body: recordOfItem(node.getInputData()[itemIndex].json, rules, params.options, reading),
			query: queryOf(createQuery, params.options),
			batchSize: batchSizeOf(params.options),
		}),
		executeAll: (records) => createAll(target, records, likeness),
	});
}

function get(table: Table, description: string): Operation {
	const { one, always, chosen, simplified, output } = table;
	return defineOperation({
		value: 'get',
		name: 'Get',
		action: `Get ${one}`,
		description,
		simplified,
		properties: [...chosen, ...output, optionsCollection(...verboseOption(table))],
		execute: async ({ api, params }) =>
			await api.get(recordPath(table, params), { ...always, ...verboseQuery(params.options) }),
	});
}

function getAll(table: Table, description: string): Operation {
	const { many, target, always, simplified, output } = table;
	const filters: readonly Property[] = listed(table.filters ?? {});
	const own = filters.filter(isNeeded);
	const others = filters.filter((filter) => !isNeeded(filter));
	return defineOperation({
		value: 'getAll',
		name: 'Get Many',
		action: `Get many ${many}`,
		description,
		simplified,
		properties: [
			...own,
			...pagingProperties,
			...(others.length > 0 ? [filtersCollection(others)] : []),
			...output,
			listOptions(...clock(filters), ...verboseOption(table)),
		],
		execute: ({ api, params }) => {
			const count = wanted(params);
			const query = {
				...always,
				...withoutBlanks({ ...params.filters, ...valuesOf(own, params) }),
				...verboseQuery(params.options),
				page_size: pageSize(count),
			};
			return take(count, api.list(target, query));
		},
	});
}

function update(table: Table, description: string): Operation {
	const { one, id, chosen, written, fixed = [] } = table;
	const changeable = written.filter(({ name }) => !fixed.includes(name));
	const clearing = fieldsToClear(changeable);
	return defineOperation({
		value: 'update',
		name: 'Update',
		action: `Update ${one}`,
		description,
		properties: [
			...chosen,
			collectionOf('updateFields', optional(changeable)),
			...(clearing.options?.length ? [clearing] : []),
			optionsCollection(returnRecord, ...clock(written)),
		],
		execute: async ({ api, params }) => {
			const target = recordPath(table, params);
			const { updateFields, fieldsToClear: cleared = [] } = params as Partial<ChangeParameters>;
			const given = { updateFields: updateFields ?? {}, fieldsToClear: cleared };
			const changes = changesOf(given, changeable);
			const body = table.form ? new MultipartForm(formOf(changes)) : changes;
			const changed = { target, id: Number(paramOf(params, id)), changes, body };
			return await changeRecord(api, changed, params.options);
		},
	});
}

function remove(table: Table, description: string): Operation {
	return defineOperation({
		value: 'delete',
		name: 'Delete',
		action: `Delete ${table.one}`,
		description,
		properties: [...table.chosen, optionsCollection()],
		execute: async ({ api, params }) => {
			await api.delete(recordPath(table, params));
			return { deleted: true };
		},
	});
}

const COLLECTIONS = {
	additionalFields: 'Additional Fields',
	updateFields: 'Update Fields',
} as const;

function collectionOf<const N extends keyof typeof COLLECTIONS>(
	name: N,
	fields: readonly Property[],
) {
	return fieldsCollection({ name, displayName: COLLECTIONS[name] }, fields);
}

/** The Additional Fields of a new record: those that it need not have. */
export function additional(written: readonly Property[]) {
	const others = written.filter((field) => !isNeeded(field));
	return others.length > 0 ? [collectionOf('additionalFields', others)] : [];
}

/** The Filters of an operation that lists records. */
export function filtersCollection(filters: readonly Property[]) {
	return property({
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [...filters],
	});
}

/** The address of the record that the operation's locator names. */
export function recordPath({ path: first, id }: Table, params: Params): string {
	return path`/api/${first}/${paramOf(params, id)}`;
}

const paramOf = (params: Params, name: string): string => textOf(params[name]);

/** The ID that the operation's locator names, as records have it. */
export const idOf = ({ id }: Table, params: Params): number => Number(paramOf(params, id));

const isNeeded = ({ required }: Property): boolean => required === true;

/** What a record can be told by: DrChrono may fill in choices, and write numbers in another way. */
const isTelling = ({ type, typeOptions }: Property): boolean =>
	['string', 'dateTime', 'resourceLocator'].includes(type) && !typeOptions?.multipleValues;

const optional = (fields: readonly Property[]): Property[] =>
	fields.map((field) => ({ ...field, required: undefined }));

/** What an operation's own parameters hold, by their names. */
export const valuesOf = (properties: readonly Property[], params: Params): IDataObject =>
	Object.fromEntries(properties.map(({ name }) => [name, params[name] as IDataObject[string]]));

/** Of the options those that go into the query. */
const queryOf = (fields: FieldTable, options: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(options).filter(([name]) => name in fields));

/** Office Time Zone, where times are given. */
export const clock = (fields: readonly Property[]) =>
	fields.some(({ type, typeOptions }) => type === 'dateTime' && !typeOptions?.dateOnly)
		? [officeTimeZone]
		: [];

const verboseOption = ({ verbose: extra }: Table) => (extra === undefined ? [] : [verbose(extra)]);
