import { DateTime } from 'luxon';

/** `2021-02-14T13:40:39`: a moment (ms) on the wall clock of a zone, without the zone [doc]. */
export function wallClock(ms: number, timezone: string): string {
	return DateTime.fromMillis(ms, { zone: timezone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

/** The wall clock of one zone when that of another shows a time; both without a zone. */
export function movedClock(time: string, from: string, to: string): string {
	return DateTime.fromISO(time, { zone: from }).setZone(to).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)?$/;

/** Whether a text is a calendar date written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
	return DATE.test(text) && DateTime.fromISO(text).isValid;
}

/**
 * A timestamp in the form the store keeps, or undefined if it is none. A date alone is its
 * midnight. A zone suffix makes it invalid [obs].
 */
export function normalTimestamp(text: string): string | undefined {
	if (!TIMESTAMP.test(text)) return undefined;
	const time = DateTime.fromISO(text.replace(' ', 'T'), { zone: 'utc' });
	return time.isValid ? time.toFormat("yyyy-MM-dd'T'HH:mm:ss") : undefined;
}
