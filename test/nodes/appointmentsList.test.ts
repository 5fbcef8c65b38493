import { shareClock } from '../support/clock';
import { connectedCredential, withoutGranted } from '../support/credentials';
import { appointments } from '../support/nodes';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

/** Sunday evening in New York, already Monday in London. */
const NOW = new Date('2026-03-09T01:30:00Z');
const ROWS = 4_000;

let practice: Practice;
let restore: () => void;

beforeAll(async () => {
	practice = await openPractice({
		appointments: 0,
		startAt: NOW,
		throttle: { perSecond: 1000, perHour: 10_000 },
	});
	restore = shareClock(practice.simulator).restore;
	seedYear();
});
afterAll(async () => {
	restore();
	await practice.simulator.close();
});
beforeEach(() => {
	practice.simulator.clearLog();
	practice.simulator.clearFaults();
});

const sent = () => practice.simulator.requests();

/** A year's appointments in no order, several of them at the same time. */
function seedYear(): void {
	const slots = Array.from({ length: ROWS }, (_, index) => (index * 1_237) % ROWS);
	slots.forEach((slot, index) => {
		const day = new Date(Date.UTC(2025, 0, 1 + Math.floor((slot * 365) / ROWS)));
		practice.simulator.store.collection('appointments').seed({
			id: String(index + 1),
			patient: (index % 50) + 1,
			doctor: (index % 3) + 1,
			office: 1,
			exam_room: 1,
			scheduled_time: `${day.toISOString().slice(0, 10)}T${String(8 + (slot % 4)).padStart(2, '0')}:00:00`,
			duration: 15,
			updated_at: '2025-01-01T00:00:00',
		});
	});
}

const year = {
	dateMode: 'dateRange',
	startDate: '2025-01-01',
	endDate: '2025-12-31',
	returnAll: true,
};

test('a year of 4000 appointments: complete, in order, none twice, in the fewest requests', async () => {
	const found = await practice.json({ nodes: [appointments('getAll', year)] });
	expect(found).toHaveLength(ROWS);
	expect(new Set(found.map(({ id }) => id)).size).toBe(ROWS);
	const times = found.map(({ scheduled_time }) => String(scheduled_time));
	expect(times).toEqual([...times].sort());
	const windows = new Set(sent().map(({ query }) => query.date_range));
	expect([...windows]).toEqual(['2025-01-01/2025-07-09', '2025-07-10/2025-12-31']);
	expect(sent().length).toBeLessThanOrEqual(Math.ceil(ROWS / 50) + windows.size);
	expect(sent().every(({ status }) => status === 200)).toBe(true);
});

test('with Verbose, in the fewest requests that its smaller pages allow', async () => {
	const found = await practice.json({
		nodes: [appointments('getAll', { ...year, options: { verbose: true }, output: 'raw' })],
	});
	expect(found).toHaveLength(ROWS);
	expect(found[0]).toHaveProperty('status_transitions');
	expect(sent().length).toBeLessThanOrEqual(Math.ceil(ROWS / 25) + 2);
});

test('a Limit ends the reading: neither a page nor a window more than it needs', async () => {
	const parameters = { ...year, returnAll: false, limit: 60 };
	const found = await practice.json({ nodes: [appointments('getAll', parameters)] });
	expect(found).toHaveLength(60);
	expect(sent()).toHaveLength(2);
	expect(sent()[0].query).toEqual({ date_range: '2025-01-01/2025-07-09', page_size: '60' });
});

test('what moves from one window into the next while it is read is given once', async () => {
	const collection = practice.simulator.store.collection('appointments');
	const [first] = collection.find('day', '2025-01-01');
	const moving = practice.run({ nodes: [appointments('getAll', year)] });
	const moved = new Promise<void>((resolve) => {
		const watch = setInterval(() => {
			if (sent().length < 3) return;
			clearInterval(watch);
			collection.update(first.id, { scheduled_time: '2025-12-31T08:00:00' });
			resolve();
		}, 1);
	});
	const [{ outputs }] = await Promise.all([moving, moved]);
	const ids = outputs[0].map(({ json }) => json.id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids.filter((id) => id === first.id)).toHaveLength(1);
	collection.update(first.id, { scheduled_time: first.scheduled_time });
});

describe('the days a person names', () => {
	const queryOf = async (parameters: object, timezone?: string) => {
		await practice.json({ nodes: [appointments('getAll', { ...parameters })], timezone });
		expect(sent()).toHaveLength(1);
		return Object.fromEntries(
			Object.entries(sent()[0].query).filter(([name]) => name !== 'page_size'),
		);
	};

	test.each([
		['today', { date: '2026-03-08' }],
		['tomorrow', { date: '2026-03-09' }],
		['thisWeek', { date_range: '2026-03-02/2026-03-08' }],
	])('%s is where the workflow is', async (dateMode, query) => {
		expect(await queryOf({ dateMode })).toEqual(query);
	});

	test.each([
		['today', { date: '2026-03-09' }],
		['tomorrow', { date: '2026-03-10' }],
		['thisWeek', { date_range: '2026-03-09/2026-03-15' }],
	])('%s is where the office is, if the node says so', async (dateMode, query) => {
		const options = { officeTimeZone: 'Europe/London' };
		expect(await queryOf({ dateMode, options })).toEqual(query);
	});

	test('a date, however it is written', async () => {
		const date = '2026-03-08T00:00:00.000-05:00';
		expect(await queryOf({ dateMode: 'date', date })).toEqual({ date: '2026-03-08' });
	});

	test.each([
		['since', 'since'],
		['occurredSince', 'occurred_since'],
	])('%s is sent without a zone, by the office’s clock', async (dateMode, name) => {
		const parameters = { dateMode, [name]: '2026-03-08T13:00:00Z' };
		expect(await queryOf(parameters)).toEqual({ [name]: '2026-03-08T09:00:00' });
	});

	test('filters go along', async () => {
		const filters = {
			doctor: locator(1),
			office: locator(1),
			patient: locator(2),
			status: 'Waiting for Labs',
			ignore_virtual: true,
			show_archived: true,
		};
		expect(await queryOf({ dateMode: 'today', filters })).toEqual({
			date: '2026-03-08',
			doctor: '1',
			office: '1',
			patient: '2',
			status: 'Waiting for Labs',
			ignore_virtual: 'true',
			show_archived: 'true',
		});
	});

	test.each([
		[{ dateMode: 'date', date: '' }, /^“Date” is empty/],
		[
			{ dateMode: 'dateRange', startDate: '2026-02-01', endDate: '2026-01-01' },
			/^“End Date” is before/,
		],
		[
			{ dateMode: 'today', options: { officeTimeZone: 'Springfield' } },
			/^“Office Time Zone” is not/,
		],
		[{ dateMode: 'since', since: 'yesterday' }, /^“Changed Since” is not a date/],
	])('%j is refused before anything is sent', async (parameters, message) => {
		const expressions = Object.fromEntries(
			Object.entries(parameters).map(([name, value]) =>
				value === '' ? [name, '={{ $json.none }}'] : [name, value],
			),
		);
		const { error } = await practice.run({ nodes: [appointments('getAll', expressions)] });
		expect(error?.message).toMatch(message);
		expect(sent()).toEqual([]);
	});
});

test('an empty calendar gives no item', async () => {
	const nodes = [appointments('getAll', { dateMode: 'date', date: '2040-01-01' })];
	expect(await practice.json({ nodes })).toEqual([]);
});

test('without the scope nothing is asked for, and the message names it; an empty list would say nothing', async () => {
	const original = practice.credentials.data;
	practice.credentials.data = connectedCredential(practice.simulator, {
		scopes: ['patients:read', 'calendar:read'],
	});
	const day = { dateMode: 'date', date: '2025-01-02' };
	expect((await practice.run({ nodes: [appointments('getAll', day)] })).error).toBeUndefined();
	practice.credentials.data = connectedCredential(practice.simulator, { scopes: ['labs:read'] });
	const before = sent().length;
	const { error } = await practice.run({ nodes: [appointments('getAll', day)] });
	practice.credentials.data = { ...original, ...connectedCredential(practice.simulator) };
	expect(error?.message).toBe(
		'This connection was not given the permission "Calendar: Read" [item 0]',
	);
	expect(error?.description).toMatch('"Calendar: Read" under What n8n May Do');
	expect(sent()).toHaveLength(before);
});

test('where DrChrono did not say what it gave, it is asked, and refuses one appointment', async () => {
	const original = practice.credentials.data;
	practice.credentials.data = withoutGranted(
		connectedCredential(practice.simulator, { scopes: ['patients:read'] }),
	);
	const { error } = await practice.run({
		nodes: [appointments('get', { appointmentId: locator(1) })],
	});
	practice.credentials.data = { ...original, ...connectedCredential(practice.simulator) };
	expect(error?.httpCode).toBe('403');
	expect(error?.description).toMatch('"Calendar: Read" under What n8n May Do');
});

describe('Availability', () => {
	const slots = (parameters: object) => ({
		nodes: [appointments('getAll', { resource: 'availability', ...parameters })],
	});

	test('gives the free slots of a doctor in an office', async () => {
		const found = await practice.json(
			slots({
				dateMode: 'date',
				date: '2026-03-10',
				office: locator(1),
				doctor: locator(2),
				duration: 60,
				returnAll: true,
			}),
		);
		expect(sent().map(({ path, query }) => [path, query])).toEqual([
			['/api/availability', { date: '2026-03-10', office: '1', doctor: '2', duration: '60' }],
		]);
		expect(found).toHaveLength(37);
		expect(found[0]).toEqual({
			scheduled_time: '2026-03-10T08:00:00',
			end: '2026-03-10T09:00:00',
			duration: 60,
			doctor: 2,
			office: 1,
		});
	});

	test.each(['doctor', 'office'])(
		'of a %s that an expression does not name, it asks nothing',
		async (name) => {
			const empty = { [name]: locator('={{ $json.missing }}') };
			const { error } = await practice.run(
				slots({ dateMode: 'date', date: '2026-03-10', ...empty }),
			);
			expect(error?.message).toMatch(/is empty. Fill it in, or switch to From List/);
			expect(sent()).toEqual([]);
		},
	);

	test('of a long range it asks window by window, and stops at the Limit', async () => {
		const range = { dateMode: 'dateRange', startDate: '2026-03-07', endDate: '2027-03-06' };
		await practice.json(slots({ ...range, duration: 30, office: locator(1), limit: 3 }));
		expect(sent().map(({ query }) => query.date_range)).toEqual(['2026-03-07/2026-09-12']);
	});
});
