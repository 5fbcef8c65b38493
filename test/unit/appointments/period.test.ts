import { periodQueries } from '../../../nodes/Appointments/appointment/period';
import { requireLength } from '../../../nodes/Appointments/appointment/record';
import { once } from '../../../nodes/shared/transport/once';

const none = { date: null, startDate: null, endDate: null, since: null, occurred_since: null };
const queries = (period: object, today = '2026-03-08') => [
	...periodQueries({ dateMode: 'today', ...none, ...period }, today),
];

test.each([
	[{ dateMode: 'today' }, [{ date: '2026-03-08' }]],
	[{ dateMode: 'tomorrow' }, [{ date: '2026-03-09' }]],
	[{ dateMode: 'thisWeek' }, [{ date_range: '2026-03-02/2026-03-08' }]],
	[{ dateMode: 'yesterday' }, [{ date: '2026-03-07' }]],
	[{ dateMode: 'nextWeek' }, [{ date_range: '2026-03-09/2026-03-15' }]],
	[{ dateMode: 'next7Days' }, [{ date_range: '2026-03-08/2026-03-14' }]],
	[{ dateMode: 'thisMonth' }, [{ date_range: '2026-03-01/2026-03-31' }]],
	[{ dateMode: 'lastMonth' }, [{ date_range: '2026-02-01/2026-02-28' }]],
	[{ dateMode: 'date', date: '2024-02-29' }, [{ date: '2024-02-29' }]],
	[
		{ dateMode: 'dateRange', startDate: '2026-01-01', endDate: '2026-12-31' },
		[{ date_range: '2026-01-01/2026-07-09' }, { date_range: '2026-07-10/2026-12-31' }],
	],
	[
		{ dateMode: 'dateRange', startDate: '2026-01-01', endDate: '2026-01-01' },
		[{ date: '2026-01-01' }],
	],
	[{ dateMode: 'since', since: '2026-01-01T08:00:00' }, [{ since: '2026-01-01T08:00:00' }]],
	[
		{ dateMode: 'occurredSince', occurred_since: '2026-01-01T08:00:00' },
		[{ occurred_since: '2026-01-01T08:00:00' }],
	],
])('%j', (period, expected) => {
	expect(queries(period)).toEqual(expected);
});

test('tomorrow is in the next month, the next year, after a leap day', () => {
	expect(queries({ dateMode: 'tomorrow' }, '2026-12-31')).toEqual([{ date: '2027-01-01' }]);
	expect(queries({ dateMode: 'tomorrow' }, '2024-02-28')).toEqual([{ date: '2024-02-29' }]);
});

test('last month is in the year before, and as long as it is', () => {
	const last = (today: string) => queries({ dateMode: 'lastMonth' }, today);
	expect(last('2026-01-31')).toEqual([{ date_range: '2025-12-01/2025-12-31' }]);
	expect(last('2024-03-31')).toEqual([{ date_range: '2024-02-01/2024-02-29' }]);
});

test('a week has Monday to Sunday, whatever day is today', () => {
	for (const today of ['2026-03-02', '2026-03-05', '2026-03-08']) {
		expect(queries({ dateMode: 'thisWeek' }, today)).toEqual([
			{ date_range: '2026-03-02/2026-03-08' },
		]);
	}
});

test('a range that ends before it starts is refused', () => {
	const period = { dateMode: 'dateRange', startDate: '2026-02-01', endDate: '2026-01-01' };
	expect(() => queries(period)).toThrow('is before the start date');
});

test('a record that comes again is given once, where it came first', async () => {
	async function* records() {
		for (const id of ['2', '1', '2', '2026-01-01_1', '1']) yield { id };
	}
	const given: string[] = [];
	for await (const { id } of once(records())) given.push(String(id));
	expect(given).toEqual(['2', '1', '2026-01-01_1']);
});

test('a new appointment needs a duration, or a profile that has one', () => {
	expect(() => requireLength({ duration: 0 })).toThrow('is 0');
	expect(() => requireLength({ duration: 0, profile: '1' })).not.toThrow();
	expect(() => requireLength({ duration: 15 })).not.toThrow();
});

test.each([
	['2026-01-01', '9999-12-31'],
	['0001-01-01', '2026-01-01'],
	['2026-01-01', '2046-02-01'],
])('from %s to %s is too long to ask for', (startDate, endDate) => {
	expect(() => queries({ dateMode: 'dateRange', startDate, endDate })).toThrow('20 years');
});
