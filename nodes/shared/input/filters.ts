import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { withoutBlanks } from './blanks';
import { isObject } from '../json';
import { labelsOf } from '../messages/labels';
import { ParameterIssue, readParameter, type Reading } from './parameters';

/** Of these one suffices: somebody whose first name is not known is looked up by the last. */
const NAMES = ['first_name', 'last_name'];

/**
 * A filter that was added and is empty. Left out, it would give the records of everybody: an empty cell
 * of a table is enough.
 * @param collection the Filters of an operation
 */
export function emptyFilter(
	collection: INodeProperties,
	filters: IDataObject,
): ParameterIssue | undefined {
	const given = withoutBlanks(filters);
	const isNamed = NAMES.some((name) => name in given);
	const empty = Object.keys(filters).find(
		(name) => !(name in given) && !(isNamed && NAMES.includes(name)),
	);
	return empty === undefined
		? undefined
		: new ParameterIssue('is empty. Fill it in, or remove the filter', [
				collection.displayName,
				labelsOf([collection])[empty],
			]);
}

/**
 * The filters that a model filled in when it runs the node as its tool: what it does not know it leaves
 * empty. @returns an issue if it filled in none, which would give the records of everybody
 */
function filledFilters(collection: INodeProperties, raw: unknown, reading: Reading): unknown {
	const filters = readParameter(collection, isObject(raw) ? withoutBlanks(raw) : raw, reading);
	if (filters instanceof ParameterIssue) return filters;
	const given = withoutBlanks(filters as IDataObject);
	return isObject(raw) && Object.keys(raw).length > 0 && Object.keys(given).length === 0
		? new ParameterIssue('have nothing to search by. Fill in one at least', [
				collection.displayName,
			])
		: given;
}

/** A parameter of a node, read by its declaration; of its Filters none may be empty. */
export function readNodeParameter(
	property: INodeProperties,
	raw: unknown,
	reading: Reading,
): unknown {
	const isFilters = property.name === 'filters';
	if (isFilters && reading.isToolRun) return filledFilters(property, raw, reading);
	const value = readParameter(property, raw, reading);
	if (!isFilters || value instanceof ParameterIssue) return value;
	return emptyFilter(property, value as IDataObject) ?? value;
}
