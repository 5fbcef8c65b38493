import type { IDataObject } from 'n8n-workflow';
import { withoutBlanks } from './blanks';
import { ParameterIssue } from './parameters';
import { words } from './words';

/** Filters that say whose records are meant, or in which state they are. */
const NEVER_DROPPED = [
	'assignee_user',
	'chart_id',
	'doctor',
	'email',
	'office',
	'ordering_doctor',
	'owner',
	'patient',
	'responsible_user',
	'status',
];

/**
 * A filter that was added and is empty, although it says whose records are meant: an empty cell of a
 * table would otherwise give the records of everybody. Pure.
 */
export function emptyFilter(filters: IDataObject): ParameterIssue | undefined {
	const query = withoutBlanks(filters);
	const empty = NEVER_DROPPED.find((name) => name in filters && !(name in query));
	return empty === undefined
		? undefined
		: new ParameterIssue('is empty. Fill it in, or remove the filter', ['Filters', words(empty)]);
}

/** The query of a list by its filters, without those left empty. @throws ParameterIssue as above */
export function filterQuery(filters: IDataObject): IDataObject {
	const empty = emptyFilter(filters);
	if (empty) throw empty;
	return withoutBlanks(filters);
}
