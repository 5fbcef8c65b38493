import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { withoutBlanks } from './blanks';
import { property } from '../operation/operation';
import { ParameterIssue, readFields, type Reading } from './parameters';
import type { DrChronoClient } from '../transport/client';

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

/** What a record must have, whatever is changed about it. */
interface Necessary {
	/** What the record is called in a message, such as `document`. */
	readonly noun: string;
	readonly fields: readonly INodeProperties[];
}

/** @throws ParameterIssue if there is nothing to change, or something necessary would be cleared */
export function requireChanges(updateFields: IDataObject, { noun, fields }: Necessary): void {
	if (Object.keys(updateFields).length === 0) {
		throw new ParameterIssue('has no field. Add the fields to change', ['Update Fields']);
	}
	const given = withoutBlanks(updateFields);
	const cleared = fields.find(({ name }) => name in updateFields && !(name in given));
	if (cleared) {
		throw new ParameterIssue(`is empty, and every ${noun} must have one`, [
			'Update Fields',
			cleared.displayName,
		]);
	}
}

/** What a change gives, since DrChrono answers it with nothing: see the option Return Whole Record. */
export async function changedRecord(
	api: DrChronoClient,
	target: string,
	changed: IDataObject,
	{ returnRecord }: IDataObject,
): Promise<IDataObject> {
	return returnRecord ? await api.get(target) : changed;
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
 * An input item's own fields as a new record, without what is empty.
 * @throws ParameterIssue that names a field which is missing, unknown, or cannot be used
 */
export function recordOfItem(
	item: IDataObject,
	{ fields, required, noun }: ItemRules,
	{ ignoreUnknownFields }: IDataObject,
	reading: Reading,
): IDataObject {
	const given = Object.entries(withoutBlanks(item)).filter(
		([name]) => !ignoreUnknownFields || fields.some((field) => field.name === name),
	);
	const record = readFields(
		{ displayName: 'Input Item' },
		fields,
		Object.fromEntries(given),
		reading,
	);
	if (record instanceof ParameterIssue) throw record;
	const missing = required.find((name) => !(name in record));
	if (missing) {
		throw new ParameterIssue(`has no field "${missing}", which a new ${noun} needs`, [
			'Input Item',
		]);
	}
	return record as IDataObject;
}
