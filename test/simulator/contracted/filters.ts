import type { Fields, ResourceFacts } from '../../contract/facts';
import { type Row, text } from '../collection';
import { badRequest } from '../errors';
import type { RowTest } from '../filters';
import type { Json, JsonObject } from '../json';
import type { Call } from '../route';
import type { Store } from '../store';
import { isDate, normalTimestamp } from '../time';

/** Where a filter looks when the record has no field of its name: a field, perhaps of another record. */
const ELSEWHERE: Readonly<Partial<Record<string, readonly (readonly [string, string?])[]>>> = {
	clinical_note_template: [['clinical_note_field', 'clinical_note_field_types']],
	date: [['start_time'], ['appointment', 'appointments'], ['created_at']],
	doctor: [
		['provider'],
		['ordering_doctor'],
		['appointment', 'appointments'],
		['patient', 'patients'],
		['lab_order', 'lab_orders'],
		['clinical_note_template', 'clinical_note_templates'],
	],
	appointment_date: [['appointment', 'appointments']],
	mu_date: [['updated_at']],
	office: [['appointment', 'appointments']],
	order: [['lab_order']],
	received_since: [['received_at']],
	service_date: [['date'], ['appointment', 'appointments']],
	since: [['updated_at'], ['created_at'], ['timestamp']],
	updated_since: [['updated_at']],
};

/** The same thing in the records that `ELSEWHERE` leads to. */
const THERE: Readonly<Partial<Record<string, string>>> = {
	appointment_date: 'scheduled_time',
	date: 'scheduled_time',
	service_date: 'scheduled_time',
};

/** What a filter compares: undefined if nothing in the record or around it tells. */
function valueOf(row: JsonObject, name: string, store: Store): Json | undefined {
	if (Object.hasOwn(row, name)) return row[name];
	for (const [field, collection] of ELSEWHERE[name] ?? []) {
		if (!Object.hasOwn(row, field)) continue;
		if (collection === undefined) return row[field];
		const other = store.collection(collection).get(text(row, field));
		const value = other?.[THERE[name] ?? name];
		if (value !== undefined && value !== null) return value;
	}
	return undefined;
}

const refuse = (name: string, message: string) => badRequest({ [name]: [message] });

type Compare = (found: string) => boolean;

/** @throws {ApiError} 400 for a value that the filter cannot take */
function comparison(name: string, type: string, value: string): Compare {
	if (name.endsWith('_range')) {
		const [first = '', last = ''] = value.split('/');
		if (!isDate(first) || !isDate(last)) throw refuse(name, 'Enter a valid date range.');
		return (found) => found.slice(0, 10) >= first && found.slice(0, 10) <= last;
	}
	if (name.endsWith('since')) {
		const since = normalTimestamp(value);
		if (since === undefined) throw refuse(name, 'Enter a valid date/time.');
		return (found) => found >= since;
	}
	if (/(?:^|_)date$/.test(name)) {
		if (!isDate(value)) throw refuse(name, 'Enter a valid date.');
		return (found) => found.slice(0, 10) === value;
	}
	if (type === 'integer') {
		if (!/^\d+$/.test(value)) throw refuse(name, 'Enter a number.');
		return (found) => found === String(Number(value));
	}
	return (found) => found.toLowerCase() === value.toLowerCase();
}

const textOf = (value: Json): string =>
	typeof value === 'object' ? JSON.stringify(value) : String(value);

function filterTest(name: string, type: string, value: string, store: Store): RowTest {
	const compare = comparison(name, type, value);
	const subject = name.replace(/_range$/, '');
	return (row: Row) => {
		const found = valueOf(row, subject, store);
		return found === undefined || (found !== null && compare(textOf(found)));
	};
}

/** The tests that the contract's filters make of a query; blanks ask for nothing. @throws {ApiError} 400 */
export function contractTests(filters: Fields, { query, practice }: Call): RowTest[] {
	return Object.entries(filters).flatMap(([name, { type }]) => {
		const value = query[name];
		return value ? [filterTest(name, type, value, practice.store)] : [];
	});
}

/** Refuses a list without the filters that the contract requires. @throws {ApiError} 400 */
export function requireFilters({ filters }: ResourceFacts, { query }: Call): void {
	for (const [name, { required }] of Object.entries(filters)) {
		if (required && !query[name]) throw refuse(name, 'This field is required.');
	}
}
