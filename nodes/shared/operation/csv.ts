import type { IDataObject } from 'n8n-workflow';
import { words } from '../messages/words';

/** Tells spreadsheet programs that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** The first line of a CSV file (RFC 4180): what the columns are called. */
export function csvHeader(columns: readonly string[]): string {
	return line(columns.map(words));
}

/** A record as a line of a CSV file, one cell for each column; what it lacks is an empty cell. */
export function csvRow(record: IDataObject, columns: readonly string[]): string {
	return line(columns.map((column) => cellText(record[column])));
}

function line(cells: readonly string[]): string {
	return `${cells.map(quoted).join(',')}\r\n`;
}

/** A list of plain values is separated by semicolons; what is nested stays as JSON. */
function cellText(value: IDataObject[string]): string {
	if (value === null || value === undefined) return '';
	if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) {
		return inert(value.map(String).join('; '));
	}
	return typeof value === 'object' ? JSON.stringify(value) : inert(String(value));
}

/**
 * The text of a cell that no spreadsheet program takes for a formula: one that begins as formulas do gets
 * an apostrophe before it, unless it is a number.
 */
function inert(text: string): string {
	const isNumber = /^[+-]?\d[\d.,]*$/.test(text);
	return /^[=+\-@\t\r\n]/.test(text) && !isNumber ? `'${text}` : text;
}

function quoted(text: string): string {
	return /[",\r\n;]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
