import { daysFrom } from '../../shared/input/dates';

/** Calendar dates, `2021-02-14`, both included. */
export interface DateWindow {
	readonly first: string;
	readonly last: string;
}

/**
 * DrChrono refuses a range of more than 190 days, or gives nothing for it. Counted with both ends, so
 * that a range is short enough whichever way it counts.
 */
export const MAXIMUM_WINDOW_DAYS = 190;

/** A range in the fewest windows of at most `maximumDays` days: together the range, in order, without gaps. */
export function* windowsOf(
	{ first, last }: DateWindow,
	maximumDays: number = MAXIMUM_WINDOW_DAYS,
): Generator<DateWindow> {
	for (let start = first; start <= last; start = daysFrom(start, maximumDays)) {
		const end = daysFrom(start, maximumDays - 1);
		yield { first: start, last: end < last ? end : last };
	}
}
