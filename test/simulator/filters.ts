import { type Row, text } from './collection';
import { badRequest } from './errors';
import type { Texts } from './json';
import { isDate, normalTimestamp } from './time';

export type RowTest = (row: Row) => boolean;

/** A filter of a list: from the query's value to a test of a row. */
export type Filter = (value: string, name: string) => RowTest;

const refuse = (name: string, message: string) => badRequest({ [name]: [message] });

export const contains =
	(field: string): Filter =>
	(value) => {
		const wanted = value.toLowerCase();
		return (row) => text(row, field).toLowerCase().includes(wanted);
	};

export const equalsIgnoringCase =
	(field: string): Filter =>
	(value) => {
		const wanted = value.toLowerCase();
		return (row) => text(row, field).toLowerCase() === wanted;
	};

export const equals =
	(field: string): Filter =>
	(value) =>
	(row) =>
		text(row, field) === value;

/** @throws {ApiError} 400 if the value is not an integer */
export const idEquals =
	(field: string): Filter =>
	(value, name) => {
		if (!/^\d+$/.test(value)) throw refuse(name, 'Enter a number.');
		return (row) => text(row, field) === String(Number(value));
	};

/** The calendar day of a date or timestamp. @throws {ApiError} 400 if the value is not a date */
export const onDate =
	(field: string): Filter =>
	(value, name) => {
		if (!isDate(value)) throw refuse(name, 'Enter a valid date.');
		return (row) => text(row, field).slice(0, 10) === value;
	};

/** At or after a wall-clock time. @throws {ApiError} 400 for anything else, a zone suffix included */
export const notBefore =
	(field: string): Filter =>
	(value, name) => {
		const since = normalTimestamp(value);
		if (since === undefined) throw refuse(name, 'Enter a valid date/time.');
		return (row) => text(row, field) >= since;
	};

/** The tests that a query asks for; what is not a filter is ignored, and so are blanks. */
export function rowTests(filters: Readonly<Record<string, Filter>>, query: Texts): RowTest[] {
	return Object.entries(filters).flatMap(([name, filter]) => {
		const value = query[name];
		return value === undefined || value === '' ? [] : [filter(value, name)];
	});
}
