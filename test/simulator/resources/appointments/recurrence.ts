import { DateTime } from 'luxon';

import { type Row, text } from '../../collection';
import type { Doubts } from '../../doubts';
import { isJsonArray } from '../../json';

const day = (date: string) => DateTime.fromISO(date, { zone: 'utc' });

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

/** Whether a record stands for a series: days after its own exist only as part of it. */
export const isSeries = (row: Row): boolean =>
	row.recurring_appointment === true && text(row, 'base_recurring_appointment') === '';

/** The days of a series between two dates, both included, without the day of the record itself. */
export function occurrenceDays(base: Row, first: string, last: string): string[] {
	const own = text(base, 'scheduled_time').slice(0, 10);
	const start = text(base, 'recur_start_date') || own;
	const end = text(base, 'recur_end_date') || '9999-12-31';
	const names = isJsonArray(base.recurring_days) ? base.recurring_days : [];
	const every = Math.max(Number(base.recurs_every ?? 1), 1);
	const firstWeek = day(start).startOf('week');
	const days: string[] = [];
	const until = earlier(end, last);
	for (let date = later(later(start, first), own); date <= until;) {
		const weeks = day(date).startOf('week').diff(firstWeek, 'weeks').weeks;
		const meets = names.includes(day(date).weekdayLong) && weeks % every === 0;
		if (meets && date !== own) days.push(date);
		date = day(date).plus({ days: 1 }).toFormat('yyyy-MM-dd');
	}
	return days;
}

/** The ID of one day of a series: `2021-03-01_123` [spec], or in another order. */
export function instanceId(id: string, date: string, { instanceIds }: Doubts): string {
	if (instanceIds === 'last') return `${id}_${date}`;
	return `${instanceIds === 'digits' ? date.replaceAll('-', '') : date}_${id}`;
}

/** One day of a series, which has no record of its own. */
export function occurrence(base: Row, date: string, doubts: Doubts): Row {
	const id = String(base.id);
	return {
		...base,
		id: instanceId(id, date, doubts),
		scheduled_time: `${date}${text(base, 'scheduled_time').slice(10)}`,
		base_recurring_appointment: id,
		is_virtual_base: false,
		recurrence_instance_key: `${id}_${date.replaceAll('-', '')}`,
	};
}
