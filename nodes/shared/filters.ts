import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { withoutBlanks } from './blanks';
import { ParameterIssue } from './parameters';

/** Of these one suffices: somebody whose first name is not known is looked up by the last. */
const NAMES = ['first_name', 'last_name'];

/**
 * A filter that was added and is empty. Left out, it would give the records of everybody: an empty cell
 * of a table is enough. Pure.
 * @param collection the Filters of an operation
 */
export function emptyFilter(
	{ displayName, options = [] }: INodeProperties,
	filters: IDataObject,
): ParameterIssue | undefined {
	const given = withoutBlanks(filters);
	const isNamed = NAMES.some((name) => name in given);
	const empty = Object.keys(filters).find(
		(name) => !(name in given) && !(isNamed && NAMES.includes(name)),
	);
	if (empty === undefined) return undefined;
	const filter = options.find(({ name }) => name === empty);
	const label = filter && 'displayName' in filter ? filter.displayName : empty;
	return new ParameterIssue('is empty. Fill it in, or remove the filter', [displayName, label]);
}
