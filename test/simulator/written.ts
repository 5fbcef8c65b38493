import type { Doubts } from './doubts';
import type { Field } from './fields';
import { type Json, isJsonArray, isJsonObject } from './json';
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
	if (field.decimal && decimals !== 'text') {
		return value === null ? (decimals === 'NaN' ? NAN : null) : Number(value);
	}
	if (typeof value !== 'string' || !STAMP.test(value)) return value;
	const isOfRecord = name.endsWith('_at');
	if (isOfRecord && stampForm === 'empty') return '';
	if (isOfRecord && stampForm === 'null') return null;
	const inUtc = stampZone === 'UTC' && isOfRecord;
	const stamp = inUtc ? movedClock(value, settings.timezone, 'utc') : value;
	return stampForm === 'blank' ? stamp.replace('T', ' ') : stamp;
}

/** What is no number, which JSON has no way to write, and servers in Python write all the same. */
const NAN = '\u0000NaN';

export const withNaN = (json: string): string => json.replaceAll(JSON.stringify(NAN), 'NaN');

/** What is wrong with each field: a list of messages, or one as it is [obs]. */
export function refusalAsWritten(body: Json, doubts: Pick<Doubts, 'fieldErrors'>): Json {
	if (doubts.fieldErrors === 'list') return body;
	if (isJsonArray(body)) {
		const isOne = body.length === 1 && typeof body[0] === 'string';
		return isOne ? body[0] : body.map((one) => refusalAsWritten(one, doubts));
	}
	if (!isJsonObject(body)) return body;
	const told = Object.entries(body).map(([name, one]) => [name, refusalAsWritten(one, doubts)]);
	return Object.fromEntries(told) as Json;
}
