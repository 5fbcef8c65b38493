import type { Field } from './fields';
import { type Json, isJsonArray } from './json';
import type { Store } from './store';
import { movedClock } from './time';

const STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;

/** Whether a field names a record: its own one or another. */
const isId = (name: string, field: Field) => name === 'id' || field.names !== undefined;

function writtenId(value: Json, ids: Store['doubts']['ids']): Json {
	if (isJsonArray(value)) return value.map((one) => writtenId(one, ids));
	if (ids === 'texts' && typeof value === 'number') return String(value);
	const isNumber = typeof value === 'string' && /^\d{1,15}$/.test(value);
	return ids === 'numbers' && isNumber ? Number(value) : value;
}

/** A value as this DrChrono writes it. */
export function asWritten(
	name: string,
	value: Json,
	field: Field,
	{ doubts, settings }: Store,
): Json {
	const { emptyText, stampForm, stampZone, decimals, ids } = doubts;
	if (ids !== 'contract' && isId(name, field)) return writtenId(value, ids);
	if (value === '' && emptyText === 'null') return null;
	if (field.decimal && decimals === 'number' && value !== null) return Number(value);
	if (typeof value !== 'string' || !STAMP.test(value)) return value;
	const inUtc = stampZone === 'UTC' && name.endsWith('_at');
	const stamp = inUtc ? movedClock(value, settings.timezone, 'utc') : value;
	return stampForm === 'T' ? stamp : stamp.replace('T', ' ');
}
