import { textOf } from '../messages/words';

/** What takes no place on paper: zero-width blanks and joiners, soft hyphens, marks of direction. */
const INVISIBLE =
	/[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const INVISIBLE_ENDS = new RegExp(
	`^(?:\\s|${INVISIBLE.source})+|(?:\\s|${INVISIBLE.source})+$`,
	'g',
);
/** Apostrophes, quotes, primes, accents that stand alone and letters that look like them. */
const SINGLE_QUOTES =
	/[\u0060\u00B4\u02B9\u02BB-\u02BD\u02C8\u2018-\u201B\u2032\u2035\u275B\u275C\uFF07]/g;
const DOUBLE_QUOTES = /[\u00AB\u00BB\u02BA\u201C-\u201F\u2033\u2036\u275D\u275E\uFF02]/g;
/** Hyphens, dashes and minus signs. */
const HYPHENS = /[\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]/g;

/** Whether nothing is given: nothing at all, or a text in which nothing can be seen. */
export function isBlank(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	return typeof value === 'string' && trimmed(value) === '';
}

/** A text as it is stored: as somebody wrote it, without blanks and invisible signs around it. */
export function trimmed(text: string): string {
	return text.replace(INVISIBLE_ENDS, '');
}

/**
 * A text as it is written anywhere: accents composed (NFC), quotes and hyphens plain, without invisible
 * signs and with single blanks. Keyboards, phones and spreadsheets spell one name in all these ways.
 */
export function normalized(value: unknown): string {
	return textOf(value)
		.normalize('NFC')
		.replace(INVISIBLE, '')
		.replace(SINGLE_QUOTES, "'")
		.replace(DOUBLE_QUOTES, '"')
		.replace(HYPHENS, '-')
		.replace(/\s+/g, ' ')
		.trim();
}

/** A text by which people are compared: normalized, and without the difference of capitals. */
export function comparable(value: unknown): string {
	return normalized(value).toUpperCase().toLowerCase().normalize('NFC');
}
