import { rows, text } from '../../shared/fields/kinds';
import { property } from '../../shared/operation/operation';
import { apiAddress, type ApiAddress, type QueryParameter } from './path';

const path = property({
	displayName: 'Path',
	name: 'path',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. patients/65765544',
	hint: 'What follows /api/ in DrChrono’s API documentation. No host: the address is the credential’s.',
});

const queryParameters = property({
	...rows(
		{ name: text({ eg: 'since' }), value: text({ eg: '2021-02-14' }) },
		{ row: 'Parameter', about: 'Filters and other values that the path takes after a ?' },
	),
	displayName: 'Query Parameters',
	name: 'queryParameters',
});

/** Where a request goes; every operation has it. */
export const addressProperties = [path, queryParameters] as const;

/** @throws ParameterIssue for a path or a query that cannot be used */
export function addressOf(params: { path: string; queryParameters: unknown }): ApiAddress {
	return apiAddress(params.path, rowsOf(params.queryParameters));
}

/** What a list of rows gives once it is read; no rows are an empty object. */
function rowsOf(read: unknown): readonly QueryParameter[] {
	return Array.isArray(read) ? (read as QueryParameter[]) : [];
}
