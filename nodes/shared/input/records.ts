import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { withoutBlanks } from './blanks';
import { property } from '../operation/operation';
import { fieldCalled, fieldsWithin } from './fieldNames';
import { ParameterIssue, readFields, type Reading } from './parameters';
import type { ApiRequest, DrChronoClient } from '../transport/client';

/**
 * The collection of a new or changed record's fields.
 * @param without API names of fields that have a parameter of their own in the operation
 */
export function fieldsCollection<const N extends 'additionalFields' | 'updateFields'>(
	collection: { name: N; displayName: string },
	fields: readonly INodeProperties[],
	without: readonly string[] = [],
) {
	return property({
		...collection,
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: fields.filter(({ name }) => !without.includes(name)),
	});
}

/** The ways in which the API takes that a field is empty, by the field's type. */
function emptied({ type, options = [], typeOptions }: INodeProperties): IDataObject[string] {
	if (typeOptions?.multipleValues || type === 'multiOptions') return [];
	if (type === 'string') return '';
	const values = options.flatMap((option) => ('value' in option ? [option.value] : []));
	return NOT_SET.find((value) => values.includes(value)) ?? null;
}

/** What DrChrono calls a choice that nobody has made. */
const NOT_SET: readonly string[] = ['', 'blank'];

/**
 * A number, a switch and a choice without such an answer are never empty; a group keeps its fields, and
 * what a record belongs to may change but not vanish.
 */
function mayBeEmptied(field: INodeProperties): boolean {
	if (field.required) return false;
	if (field.type === 'options') return emptied(field) !== null;
	const isList = field.typeOptions?.multipleValues === true && field.type !== 'fixedCollection';
	return isList || ['string', 'dateTime', 'multiOptions'].includes(field.type);
}

/**
 * Fields to Clear of an Update: the only way to empty what the chart has.
 * @param fields those of Update Fields
 * @param necessary API names of the fields without which the record would not be one
 */
export function fieldsToClear(
	fields: readonly INodeProperties[],
	necessary: readonly string[] = [],
) {
	return property({
		displayName: 'Fields to Clear',
		name: 'fieldsToClear',
		type: 'multiOptions',
		default: [],
		options: fields
			.filter((field) => mayBeEmptied(field) && !necessary.includes(field.name))
			.map(({ name, displayName }) => ({ name: displayName, value: name })),
		description: 'What to empty. What is only left empty under Update Fields stays as it is.',
	});
}

/** The parameters of an Update. */
export interface ChangeParameters {
	readonly updateFields: IDataObject;
	readonly fieldsToClear: readonly string[];
}

/**
 * What an update sends: the fields that have a value, and those to be cleared with the value that
 * empties them. Nothing, if all that was added is empty.
 * @param fields those of Update Fields
 * @throws ParameterIssue if no field was added at all, or one has a value and is to be cleared
 */
export function changesOf(
	{ updateFields, fieldsToClear: names }: ChangeParameters,
	fields: readonly INodeProperties[],
): IDataObject {
	if (Object.keys(updateFields).length === 0 && names.length === 0) {
		throw new ParameterIssue('has no field. Add the fields to change', ['Update Fields']);
	}
	const given = withoutBlanks(updateFields);
	const cleared = fields.filter(({ name }) => names.includes(name));
	const twofold = cleared.find(({ name }) => name in given);
	if (twofold) {
		throw new ParameterIssue('has a value under Update Fields too. Take it out of one of the two', [
			'Fields to Clear',
			twofold.displayName,
		]);
	}
	return { ...given, ...Object.fromEntries(cleared.map((field) => [field.name, emptied(field)])) };
}

interface Change {
	readonly target: string;
	readonly id: IDataObject[string];
	readonly changes: IDataObject;
	/** What is sent, where it is not the changes themselves. */
	readonly body?: ApiRequest['body'];
}

/**
 * Changes a record. DrChrono answers that with nothing, so the ID and the changes are given, or the
 * whole record with the option Return Whole Record. Where nothing is to be changed, nothing is sent,
 * and the record is given as it is.
 */
export async function changeRecord(
	api: DrChronoClient,
	{ target, id, changes, body = changes }: Change,
	options: IDataObject,
): Promise<IDataObject> {
	if (Object.keys(changes).length === 0) return await api.get(target);
	await api.patch(target, body);
	return await changedRecord(api, target, { id, ...changes }, options);
}

/** What a change gives, since DrChrono answers it with nothing: see the option Return Whole Record. */
export async function changedRecord(
	api: DrChronoClient,
	target: string,
	changed: IDataObject,
	{ returnRecord }: IDataObject,
): Promise<IDataObject> {
	return returnRecord ? await api.readBack(target) : changed;
}

export interface ItemRules {
	/** Every field of a new record. */
	readonly fields: readonly INodeProperties[];
	/** API names of the fields that an item must have. */
	readonly required: readonly string[];
	/** What the record is called in a message, such as `patient`. */
	readonly noun: string;
}

/**
 * An input item's own fields as a new record, without what is empty. Its fields may be called as in
 * the API or as in n8n's form, with any capitals and blanks: tables are written by people.
 * @param defaults what the record has where the item says nothing
 * @throws ParameterIssue that names a field which is missing, unknown, given twice, or cannot be used
 */
export function recordOfItem(
	item: IDataObject,
	{ fields, required, noun }: ItemRules,
	{ ignoreUnknownFields }: IDataObject,
	reading: Reading,
	defaults: IDataObject = {},
): IDataObject {
	const given = underOwnNames(withoutBlanks(item), fields, ignoreUnknownFields === true);
	const read = readFields({ displayName: 'Input Item' }, fields, given, reading);
	if (read instanceof ParameterIssue) throw read;
	const record = withoutBlanks({ ...defaults, ...read } as IDataObject);
	requireFields(record, required, noun);
	return record;
}

/** @throws ParameterIssue that names the first field which a new record of an item lacks */
export function requireFields(record: IDataObject, names: readonly string[], noun: string): void {
	const missing = names.find((name) => !(name in record));
	if (missing === undefined) return;
	throw new ParameterIssue(`has no field "${missing}", which a new ${noun} needs`, ['Input Item']);
}

/**
 * The fields of an item, and those within them, under the names of the API.
 * @param known whether what the API does not have is left out
 * @throws ParameterIssue for two columns that stand for one field
 */
function underOwnNames(
	item: IDataObject,
	fields: readonly INodeProperties[],
	known: boolean,
): IDataObject {
	const named: IDataObject = {};
	for (const [header, value] of Object.entries(item)) {
		const field = fieldCalled(header, fields);
		if (!field && known) continue;
		const name = field?.name ?? header;
		if (Object.hasOwn(named, name)) {
			throw new ParameterIssue(`has two fields for "${name}". Leave one of them out`, [
				'Input Item',
			]);
		}
		named[name] = field ? within(value, fieldsWithin(field), known) : value;
	}
	return withoutBlanks(named);
}

function within(
	value: IDataObject[string],
	fields: readonly INodeProperties[],
	known: boolean,
): IDataObject[string] {
	if (fields.length === 0 || typeof value !== 'object' || value === null) return value;
	if (!Array.isArray(value)) {
		const rows = value as IDataObject;
		return Array.isArray(rows.values)
			? within(rows.values as IDataObject[], fields, known)
			: underOwnNames(rows, fields, known);
	}
	return value.map((row) => within(row as IDataObject, fields, known));
}
