import type { Store } from './store';
import { movedClock, normalTimestamp } from './time';

const ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/;

/** A time of a query as this DrChrono reads it: on the wall clock of the practice, which records keep. */
function timeAsRead(value: string, { doubts, settings }: Store): string {
	const plain = doubts.sinceSuffix === 'ignored' ? value.replace(ZONE, '') : value;
	const time = normalTimestamp(plain);
	if (time === undefined || doubts.sinceZone === 'practice') return plain;
	return movedClock(time, 'utc', settings.timezone);
}

/** A query whose times since when something changed are read as the switches say. */
export function queryAsRead(
	query: Readonly<Record<string, string>>,
	store: Store,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(query).map(([name, value]) => {
			const changed = /(?:^|updated_|received_)since$/.test(name);
			return [name, changed ? timeAsRead(value, store) : value];
		}),
	);
}
