import { clock } from '../transport/clock';
import { DateTime } from '../vendor/luxon';

const NAIVE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;
const WALL_CLOCK = "yyyy-MM-dd'T'HH:mm:ss";

/** `2/14/2021`, `02-14-21`: month first or day first, nobody can tell. */
const AMERICAN = /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})(?:[ ,T]|$)/;
/** Days from 30 December 1899, as spreadsheets count: 1910 to 2173 and a time of the day. */
const SERIAL = { from: 3_654, to: 99_999 };
/** Nobody has lived longer. */
const LONGEST_LIFE_YEARS = 120;

/** The zones by which a date object becomes a date, IANA names. */
export interface Zones {
	/** Of the office: the Office Time Zone option, or else the workflow's. */
	readonly timeZone: string;
	/** Of the workflow, by which n8n and its expressions make dates; the office's if it is not told. */
	readonly workflowTimeZone?: string;
}

/**
 * A calendar date as the API takes it, `2021-02-14`. The date is taken as it is written: a birthday
 * has no time zone, so an offset never moves it. A JavaScript Date knows only an instant: midnight of
 * UTC, which databases and `new Date("2021-02-14")` give, is that date; midnight of the workflow's zone
 * is that zone's date; any other instant is on the day that the office has then.
 * @param value text, n8n's date object (Luxon) or a JavaScript Date
 * @returns `undefined` for what is not a date
 */
export function calendarDate(value: unknown, zones: Zones): string | undefined {
	const date = isDate(value) ? dayOf(value, zones) : instantOf(value, zones.timeZone);
	if (date) return date.isValid ? (date.toISODate() ?? undefined) : undefined;
	if (typeof value !== 'string') return undefined;
	const written = value.trim();
	if (!NAIVE.test(written) && !ZONED.test(written)) return undefined;
	const { isValid } = DateTime.fromISO(written.replace(' ', 'T'), { zone: 'utc' });
	return isValid ? written.slice(0, 10) : undefined;
}

function dayOf(instant: Date, { timeZone, workflowTimeZone = timeZone }: Zones): DateTime {
	const midnights = ['utc', workflowTimeZone]
		.map((zone) => DateTime.fromJSDate(instant, { zone }))
		.filter((date) => date.toMillis() === date.startOf('day').toMillis());
	return midnights.at(0) ?? DateTime.fromJSDate(instant, { zone: timeZone });
}

/** How a value that is no date is to be converted, if it is one in a writing that we know. */
export function misreadDate(value: unknown): 'american' | 'serial' | undefined {
	const written = typeof value === 'string' ? value.trim() : value;
	if (typeof written === 'string' && AMERICAN.test(written)) return 'american';
	const days = written === '' ? NaN : Number(written);
	return typeof written !== 'boolean' && days >= SERIAL.from && days <= SERIAL.to
		? 'serial'
		: undefined;
}

/** Whether somebody who was born on this calendar date may be alive: not later than today, and not too long ago. */
export function mayBeBirthDate(date: string): boolean {
	const day = DateTime.fromMillis(clock.now(), { zone: 'utc' });
	const [earliest, latest] = [day.minus({ years: LONGEST_LIFE_YEARS }), day.plus({ days: 1 })];
	return date >= earliest.toFormat('yyyy-MM-dd') && date <= latest.toFormat('yyyy-MM-dd');
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

/** A JavaScript Date, also one of another realm. */
function isDate(value: unknown): value is Date {
	return Object.prototype.toString.call(value) === '[object Date]';
}

/** n8n's own Luxon is another copy than ours, so its dates are known by what only they have. */
function instantOf(value: unknown, timeZone: string): DateTime | undefined {
	if (isDate(value)) return DateTime.fromJSDate(value, { zone: timeZone });
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

/** The first and the last date of the month that a date is in. */
export function monthOf(date: string): { first: string; last: string } {
	const day = DateTime.fromISO(date, { zone: 'utc' });
	const [first, last] = [day.startOf('month'), day.endOf('month')];
	return { first: first.toFormat('yyyy-MM-dd'), last: last.toFormat('yyyy-MM-dd') };
}
