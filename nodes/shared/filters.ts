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
/** Filters that say together who is meant: one that is filled in suffices. */
const ANY_OF = ['first_name', 'last_name', 'date_of_birth'];

/**
 * A filter that was added and is empty, although it says whose records are meant: an empty cell of a
 * table would otherwise give the records of everybody. Pure.
 */
export function emptyFilter(filters: IDataObject): ParameterIssue | undefined {
	const query = withoutBlanks(filters);
	const dropped = (name: string) => name in filters && !(name in query);
	const names = ANY_OF.filter((name) => name in filters);
	const empty = NEVER_DROPPED.find(dropped) ?? (names.every(dropped) ? names[0] : undefined);
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
