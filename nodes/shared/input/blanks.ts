import type { IDataObject } from 'n8n-workflow';
import { isBlank } from './text';

/**
 * A record or a query without what is empty, in all depths: blank texts, nothing, and what is left
 * without content by that. An empty group would overwrite what DrChrono has.
 */
export function withoutBlanks(record: IDataObject): IDataObject {
	const given = Object.entries(record).map(([name, value]) => [name, filled(value)] as const);
	return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function filled(value: IDataObject[string]): IDataObject[string] {
	if (Array.isArray(value)) {
		const rows = (value as Array<IDataObject[string]>)
			.map(filled)
			.filter((row) => row !== undefined);
		return rows.length > 0 ? rows : undefined;
	}
	if (!isGroup(value)) return isBlank(value) ? undefined : value;
	const group = withoutBlanks(value);
	return Object.keys(group).length > 0 ? group : undefined;
}

/** Fields within a field; a date object is none. A plain object may come from another realm of n8n. */
function isGroup(value: IDataObject[string]): value is IDataObject {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}
