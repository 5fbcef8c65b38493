import fc from 'fast-check';
import { daysFrom } from '../../../nodes/shared/input/dates';
import { MAXIMUM_WINDOW_DAYS, windowsOf } from '../../../nodes/Appointments/appointment/windows';

const day = fc
	.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

const days = ({ first, last }: { first: string; last: string }) =>
	(Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;

test('a year is two windows that meet', () => {
	expect([...windowsOf({ first: '2026-01-01', last: '2026-12-31' })]).toEqual([
		{ first: '2026-01-01', last: '2026-07-09' },
		{ first: '2026-07-10', last: '2026-12-31' },
	]);
});

test.each([
	['one day', 1, 1],
	['exactly the maximum', MAXIMUM_WINDOW_DAYS, 1],
	['one day more', MAXIMUM_WINDOW_DAYS + 1, 2],
	['a leap year', 366, 2],
])('%s', (_, length, count) => {
	const range = { first: '2024-01-01', last: daysFrom('2024-01-01', length - 1) };
	expect([...windowsOf(range)]).toHaveLength(count);
});

test('a range that ends before it starts has no window', () => {
	expect([...windowsOf({ first: '2026-01-02', last: '2026-01-01' })]).toEqual([]);
});

test('whatever the range: all of it, in order, without a gap or an overlap, in the fewest windows', () => {
	fc.assert(
		fc.property(
			day,
			fc.integer({ min: 1, max: 2_000 }),
			fc.integer({ min: 1, max: 400 }),
			(...of) => {
				const [first, length, maximum] = of;
				const range = { first, last: daysFrom(first, length - 1) };
				const windows = [...windowsOf(range, maximum)];
				expect(windows).toHaveLength(Math.ceil(length / maximum));
				expect(windows[0].first).toBe(range.first);
				expect(windows[windows.length - 1].last).toBe(range.last);
				windows.forEach((window) => expect(days(window)).toBeLessThanOrEqual(maximum));
				windows
					.slice(1)
					.forEach((window, index) => expect(window.first).toBe(daysFrom(windows[index].last, 1)));
			},
		),
	);
});
