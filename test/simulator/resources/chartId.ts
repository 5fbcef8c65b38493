import { text } from '../collection';
import type { JsonObject } from '../json';

const letters = (name: string) => `${name.replace(/[^a-z]/gi, '')}XX`.slice(0, 2).toUpperCase();

/** The first letters of last and first name, before the number: `DOJO` for John Doe. */
export const chartPrefix = (patient: JsonObject) =>
	letters(text(patient, 'last_name')) + letters(text(patient, 'first_name'));

export const chartId = (prefix: string, number: number) =>
	`${prefix}${String(number).padStart(6, '0')}`;
