import { clock } from '../transport/clock';
import { DateTime } from '../vendor/luxon';

const NAIVE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;
const WALL_CLOCK = "yyyy-MM-dd'T'HH:mm:ss";

/**
 * A calendar date as the API takes it, `2021-02-14`. The date is taken as it is written: a birthday
 * has no time zone, so an offset never moves it.
 * @param value text, n8n's date object (Luxon) or a JavaScript Date
 * @param timeZone IANA name, for a JavaScript Date, which knows only an instant
 * @returns `undefined` for what is not a date
 */
export function calendarDate(value: unknown, timeZone: string): string | undefined {
	const date = instantOf(value, timeZone);
	if (date) return date.isValid ? (date.toISODate() ?? undefined) : undefined;
	if (typeof value !== 'string') return undefined;
	const written = value.trim();
	if (!NAIVE.test(written) && !ZONED.test(written)) return undefined;
	const { isValid } = DateTime.fromISO(written.replace(' ', 'T'), { zone: 'utc' });
	return isValid ? written.slice(0, 10) : undefined;
}

/**
 * A moment as the API takes it: the wall clock of `timeZone` without a zone, `2021-02-14T13:40:39`. A
 * time without a zone stays as it is; one with an offset or `Z`, or a date object, is converted.
 * @param timeZone IANA name
 * @returns `undefined` for what is not a date with or without a time
 */
export function wallClock(value: unknown, timeZone: string): string | undefined {
	const instant =
		instantOf(value, timeZone) ??
		(typeof value === 'string' && ZONED.test(value.trim())
			? DateTime.fromISO(value.trim(), { zone: timeZone })
			: undefined);
	if (instant) {
		return instant.isValid ? instant.setZone(timeZone).toFormat(WALL_CLOCK) : undefined;
	}
	if (typeof value !== 'string') return undefined;
	const written = NAIVE.exec(value.trim());
	if (!written) return undefined;
	const [, date, minutes = '00:00', seconds = '00'] = written;
	const naive = DateTime.fromISO(`${date}T${minutes}:${seconds}`, { zone: 'utc' });
	return naive.isValid ? naive.toFormat(WALL_CLOCK) : undefined;
}

/** n8n's own Luxon is another copy than ours, so its dates are known by what only they have. */
function instantOf(value: unknown, timeZone: string): DateTime | undefined {
	if (value instanceof Date) return DateTime.fromJSDate(value, { zone: timeZone });
	if (typeof value !== 'object' || value === null) return undefined;
	if (!('toMillis' in value && 'zoneName' in value)) return undefined;
	const { toMillis, zoneName } = value as { toMillis: () => number; zoneName: string | null };
	return DateTime.fromMillis(toMillis.call(value), { zone: zoneName ?? timeZone });
}

/** Today's date on the wall of `timeZone` (IANA name). */
export function today(timeZone: string): string {
	return DateTime.fromMillis(clock.now(), { zone: timeZone }).toFormat('yyyy-MM-dd');
}

/** The date some days after (or before) another: `daysFrom('2021-02-28', 1)` is `2021-03-01`. */
export function daysFrom(date: string, days: number): string {
	return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

/** The Monday of the week that a date is in. */
export function mondayOf(date: string): string {
	return DateTime.fromISO(date, { zone: 'utc' }).startOf('week').toFormat('yyyy-MM-dd');
}
