import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { withoutBlanks } from './blanks';
import { labelsOf } from '../messages/labels';
import { ParameterIssue, readParameter, type Reading } from './parameters';

/** Of these one suffices: somebody whose first name is not known is looked up by the last. */
const NAMES = ['first_name', 'last_name'];

/**
 * A filter that was added and is empty. Left out, it would give the records of everybody: an empty cell
 * of a table is enough. Pure.
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

/** A parameter of a node, read by its declaration; of its Filters none may be empty. Pure. */
export function readNodeParameter(
	property: INodeProperties,
	raw: unknown,
	reading: Reading,
): unknown {
	const value = readParameter(property, raw, reading);
	if (property.name !== 'filters' || value instanceof ParameterIssue) return value;
	return emptyFilter(property, value as IDataObject) ?? value;
}
