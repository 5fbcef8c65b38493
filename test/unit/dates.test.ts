import fc from 'fast-check';
import { DateTime, Duration } from 'luxon';
import { calendarDate, wallClock } from '../../nodes/shared/input/dates';

const NEW_YORK = 'America/New_York';
const TOKYO = 'Asia/Tokyo';

describe('a calendar date', () => {
	test.each([
		['2021-02-14', '2021-02-14'],
		[' 2021-02-14 ', '2021-02-14'],
		['2021-02-14T23:30', '2021-02-14'],
		['2021-02-14 23:30:59', '2021-02-14'],
		['2021-02-14T23:30:59.123', '2021-02-14'],
		['2020-02-29', '2020-02-29'],
		// an offset never moves a birthday
		['1971-03-04T00:00:00.000Z', '1971-03-04'],
		['1971-03-04T23:59:59-11:00', '1971-03-04'],
		['1971-03-04T00:00:00+0900', '1971-03-04'],
	])('%s is %s in every time zone', (value, expected) => {
		for (const zone of [NEW_YORK, TOKYO, 'UTC']) {
			expect(calendarDate(value, { timeZone: zone })).toBe(expected);
		}
	});

	test.each([
		['1980-05-03T00:00:00.000Z', '1980-05-03', 'midnight of UTC, as a database gives a date'],
		['1980-05-03T04:00:00.000Z', '1980-05-03', 'midnight of the workflow’s zone'],
		['1980-05-02T15:00:00.000Z', '1980-05-03', 'midnight of the office’s zone'],
		['1980-05-02T14:59:59.999Z', '1980-05-02', 'any other instant: the office’s day'],
		['1980-05-03T00:00:00.001Z', '1980-05-03', 'any other instant: the office’s day'],
		['1980-05-03T23:00:00.000Z', '1980-05-04', 'any other instant: the office’s day'],
	])('of the Date %s is %s: %s', (instant, expected) => {
		const zones = { timeZone: TOKYO, workflowTimeZone: NEW_YORK };
		expect(calendarDate(new Date(instant), zones)).toBe(expected);
	});

	test('of an instant is the day in the given time zone', () => {
		const instant = new Date('2021-02-14T03:00:00Z');
		expect(calendarDate(instant, { timeZone: NEW_YORK })).toBe('2021-02-13');
		expect(calendarDate(instant, { timeZone: TOKYO })).toBe('2021-02-14');
	});

	test('of a Luxon date is the day that it shows itself', () => {
		const late = DateTime.fromISO('2021-02-14T23:00:00', { zone: NEW_YORK });
		expect(calendarDate(late, { timeZone: TOKYO })).toBe('2021-02-14');
		const offset = DateTime.fromISO('2021-02-14T23:00:00-08:00', { setZone: true });
		expect(calendarDate(offset, { timeZone: TOKYO })).toBe('2021-02-14');
	});
});

describe('a wall-clock time', () => {
	test.each([
		['2021-02-14', '2021-02-14T00:00:00'],
		['2021-02-14T13:40', '2021-02-14T13:40:00'],
		['2021-02-14 13:40', '2021-02-14T13:40:00'],
		[' 2021-02-14T13:40:39.999 ', '2021-02-14T13:40:39'],
		['2021-02-14T24:00', '2021-02-15T00:00:00'],
		// as written, even if the clock of New York never showed it, or showed it twice
		['2026-03-08T02:30:00', '2026-03-08T02:30:00'],
		['2026-11-01T01:30:00', '2026-11-01T01:30:00'],
	])('%s without a zone is %s in every time zone', (value, expected) => {
		for (const zone of [NEW_YORK, TOKYO]) expect(wallClock(value, zone)).toBe(expected);
	});

	test.each([
		['2021-02-14T13:40:39Z', '2021-02-14T08:40:39'],
		['2021-02-14T13:40:39.5z', '2021-02-14T08:40:39'],
		['2021-02-14T13:40Z', '2021-02-14T08:40:00'],
		['2021-02-14T13:40:39+09:00', '2021-02-13T23:40:39'],
		['2021-02-14T13:40:39+0530', '2021-02-14T03:10:39'],
		// the hour before and after the clock jumps from 2 to 3
		['2026-03-08T06:59:59Z', '2026-03-08T01:59:59'],
		['2026-03-08T07:00:00Z', '2026-03-08T03:00:00'],
		// the hour that the clock shows twice
		['2026-11-01T05:30:00Z', '2026-11-01T01:30:00'],
		['2026-11-01T06:30:00Z', '2026-11-01T01:30:00'],
	])('%s with a zone is %s in New York', (value, expected) => {
		expect(wallClock(value, NEW_YORK)).toBe(expected);
		expect(wallClock(new Date(DateTime.fromISO(value).toMillis()), NEW_YORK)).toBe(expected);
	});

	test('of a Luxon date is what the given time zone shows', () => {
		const noon = DateTime.fromISO('2021-02-14T12:00:00', { zone: TOKYO });
		expect(wallClock(noon, NEW_YORK)).toBe('2021-02-13T22:00:00');
		expect(wallClock(noon, TOKYO)).toBe('2021-02-14T12:00:00');
	});
});

test.each<[unknown]>([
	['02/14/2021'],
	['2/14/2021'],
	['14.02.2021'],
	['02-14-2021'],
	['2021/02/14'],
	['20210214'],
	['2021-2-14'],
	['2021-02'],
	['2021-W06-7'],
	['2021-02-14T'],
	['2021-02-14 1:40 PM'],
	['2021-02-14T13'],
	['2021-02-14T13:40:39 Z'],
	['2021-02-14T13:40:39 EST'],
	['2021-02-14 or later'],
	['2021-02-30'],
	['2021-02-29'],
	['2021-13-01'],
	['2021-00-10'],
	['2021-02-30T13:40:00Z'],
	['2021-02-14T25:00'],
	['2021-02-14T13:60'],
	['2021-02-14T13:60:00Z'],
	['tomorrow'],
	[''],
	[20210214],
	[true],
	[null],
	[undefined],
	[{}],
	[[]],
	[new Date(NaN)],
	[DateTime.invalid('on purpose')],
	[Duration.fromObject({ days: 3 })],
])('%p is neither a date nor a time', (value) => {
	expect(calendarDate(value, { timeZone: NEW_YORK })).toBeUndefined();
	expect(wallClock(value, NEW_YORK)).toBeUndefined();
});

test('every instant keeps its moment: read back in its zone it is the same second', () => {
	const zones = fc.constantFrom(NEW_YORK, TOKYO, 'UTC', 'Pacific/Honolulu', 'Asia/Kolkata');
	const instants = fc.date({
		min: new Date('1950-01-01'),
		max: new Date('2100-01-01'),
		noInvalidDate: true,
	});
	fc.assert(
		fc.property(instants, zones, (instant, zone) => {
			const shown = wallClock(instant, zone) ?? '';
			const local = DateTime.fromJSDate(instant, { zone });
			expect(shown).toBe(local.toFormat("yyyy-MM-dd'T'HH:mm:ss"));
			expect(wallClock(local, zone)).toBe(shown);
			expect(wallClock(instant.toISOString(), zone)).toBe(shown);
			const isDate = instant.getTime() % 86_400_000 === 0;
			const day = isDate ? instant.toISOString().slice(0, 10) : shown.slice(0, 10);
			expect(calendarDate(instant, { timeZone: zone })).toBe(day);
		}),
	);
});
