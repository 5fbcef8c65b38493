import type { IDataObject } from 'n8n-workflow';
import { listed } from '../fields/field';
import { withoutBlanks } from '../input/blanks';
import { today } from '../input/dates';
import {
	changeRecord,
	changesOf,
	fieldsToClear,
	recordOfItem,
	type ChangeParameters,
} from '../input/records';
import type { DrChronoClient } from '../transport/client';
import { formOf, MultipartForm } from '../transport/form';
import { once } from '../transport/once';
import { createAll } from './bulk';
import type { Table, Verb } from './crud';
import {
	chosenOptions,
	clock,
	collectionOf,
	filtersCollection,
	givenFields,
	isNeeded,
	isTelling,
	newRecord,
	noticeOf,
	optional,
	recordPath,
	valuesOf,
	verboseOption,
	writeOptions,
} from './crudParameters';
import { keyOf } from './likeness';
import { defineBulkOperation, defineOperation, type Operation, type Property } from './operation';
import {
	batchSize,
	batchSizeOf,
	ignoreUnknownFields,
	listOptions,
	optionsCollection,
	returnRecord,
	verboseQuery,
} from './options';
import { pageSize, pagingProperties, take, wanted } from './paging';

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
	const { one, target, own, createQuery = {}, simplified, output } = table;
	return defineOperation({
		value: 'create',
		name: 'Create',
		action: `Create ${one}`,
		description,
		creates: true,
		simplified,
		properties: [
			...own,
			...table.additionalFields,
			...output,
			optionsCollection(...listed(createQuery), ...writeOptions(table)),
		],
		execute: async ({ api, params }) =>
			await api.post(
				target,
				newRecord(table, givenFields(table, params), params.options),
				chosenOptions(createQuery, params.options),
			),
	});
}

function createMany(table: Table, description: string): Operation {
	const { one, many, target, own, written, createQuery = {}, simplified, output } = table;
	const lacking = listed(table.lacking ?? {});
	const required = written
		.map(({ name }) => name)
		.filter((name) => own.some((asked) => asked.name === name && isNeeded(asked)));
	const named = required.filter((name) => !lacking.some((field) => field.name === name));
	const rules = { fields: optional(written), required, noun: one };
	const likeness = table.likeness ?? {
		key: keyOf(written.filter(isTelling).map(({ name }) => name)),
	};
	const notice = [
		`Each input item becomes one ${one}. Its fields must have DrChrono’s names${named.length > 0 ? `, ${named.join(', ')} among them` : ''}; use an Edit Fields node before this one to rename them. Create runs for each item too; this is for long lists, many in one request.`,
		table.notices?.createMany ?? '',
	];
	return defineBulkOperation({
		value: 'createMany',
		name: 'Create Many',
		action: `Create many ${many}`,
		description,
		creates: true,
		simplified,
		properties: [
			noticeOf('createManyNotice', notice.join(' ').trim()),
			...lacking,
			...output,
			optionsCollection(
				...[batchSize, ignoreUnknownFields],
				...[...listed(createQuery), ...writeOptions(table)],
			),
		],
		prepare: ({ api, node, params, itemIndex, reading }) => {
			const { options } = params;
			const { json } = node.getInputData()[itemIndex];
			const record = recordOfItem(json, rules, options, reading, valuesOf(lacking, params));
			return {
				itemIndex,
				params,
				api,
				body: newRecord(table, record, options),
				query: chosenOptions(createQuery, options),
				batchSize: batchSizeOf(options),
			};
		},
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
	const { many, target, always, parts, simplified, output } = table;
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
			...(parts?.properties ?? []),
			...own,
			...pagingProperties,
			...(others.length > 0 ? [filtersCollection(others)] : []),
			...output,
			listOptions(...clock([...(parts?.properties ?? []), ...filters]), ...verboseOption(table)),
		],
		execute: ({ api, params, timeZone }) => {
			const count = wanted(params);
			const query = {
				...always,
				...withoutBlanks({ ...params.filters, ...valuesOf(own, params) }),
				...verboseQuery(params.options),
				page_size: pageSize(count),
			};
			const records = parts
				? once(inParts(api, target, parts.queries(params as never, today(timeZone)), query))
				: api.list(target, query);
			return take(count, records);
		},
	});
}

/** Part after part, each to its last page; asks for nothing that nobody takes. */
async function* inParts(
	api: DrChronoClient,
	target: string,
	queries: Iterable<IDataObject>,
	query: IDataObject,
): AsyncGenerator<IDataObject> {
	for (const part of queries) yield* api.list(target, { ...part, ...query });
}

function update(table: Table, description: string): Operation {
	const { one, id, chosen, written, along = {}, fixed = [] } = table;
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
			optionsCollection(returnRecord, ...writeOptions(table)),
		],
		execute: async ({ api, params }) => {
			const target = recordPath(table, params);
			const { updateFields, fieldsToClear: cleared = [] } = params as Partial<ChangeParameters>;
			const given = { updateFields: updateFields ?? {}, fieldsToClear: cleared };
			const changes = changesOf(given, changeable);
			const sent = { ...changes, ...chosenOptions(along, params.options) };
			const body = table.form ? new MultipartForm(formOf(sent)) : sent;
			const changed = { target, id: params[id] as IDataObject[string], changes, body };
			return await changeRecord(api, changed, params.options);
		},
	});
}

function remove(table: Table, description: string): Operation {
	const { one, id, chosen, notices } = table;
	return defineOperation({
		value: 'delete',
		name: 'Delete',
		action: `Delete ${one}`,
		description,
		properties: [
			...(notices?.delete === undefined ? [] : [noticeOf('deleteNotice', notices.delete)]),
			...chosen,
			optionsCollection(),
		],
		execute: async ({ api, params }) => {
			await api.delete(recordPath(table, params));
			return { id: params[id], deleted: true } as IDataObject;
		},
	});
}
