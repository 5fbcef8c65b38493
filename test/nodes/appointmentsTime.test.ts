import { appointments } from '../support/nodes';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({
		appointments: 0,
		throttle: { perSecond: 1000, perHour: 10_000 },
	});
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => practice.simulator.clearLog());

const NEW_YORK = 'America/New_York';

/** What is sent as the scheduled time for what an expression or a user gives. */
async function sentFor(
	scheduled_time: string,
	{ options = {}, timezone = NEW_YORK }: { options?: object; timezone?: string } = {},
): Promise<{ sent: unknown; stored: unknown }> {
	const [{ scheduled_time: stored }] = await practice.json({
		nodes: [
			appointments('create', {
				patientId: locator(1),
				doctor: locator(1),
				office: locator(1),
				exam_room: locator(1),
				scheduled_time,
				duration: 30,
				output: 'raw',
				options: { allowOverlapping: true, ...options },
			}),
		],
		timezone,
	});
	const [{ body }] = practice.simulator.requests();
	return { sent: (body as { scheduled_time: unknown }).scheduled_time, stored };
}

const both = (time: string) => ({ sent: time, stored: time });

test.each([
	['a time without a zone', '2026-03-08T09:00'],
	['with seconds', '2026-03-08T09:00:00'],
	['UTC', '2026-03-08T13:00:00Z'],
	['UTC with milliseconds', '2026-03-08T13:00:00.000Z'],
	['an offset', '2026-03-08T09:00:00-04:00'],
	['another offset', '2026-03-08T14:00+01:00'],
	[
		'n8n’s date object',
		"={{ DateTime.fromISO('2026-03-08T09:00', { zone: 'America/New_York' }) }}",
	],
	[
		'n8n’s date object of elsewhere',
		"={{ DateTime.fromISO('2026-03-08T13:00', { zone: 'UTC' }) }}",
	],
	['n8n’s date object in the workflow’s zone', "={{ DateTime.fromISO('2026-03-08T09:00') }}"],
	['a JavaScript date', "={{ new Date('2026-03-08T13:00:00Z') }}"],
	['a date object as text', "={{ DateTime.fromISO('2026-03-08T09:00').toString() }}"],
])('%s is nine o’clock at the office', async (_, given) => {
	expect(await sentFor(given)).toEqual(both('2026-03-08T09:00:00'));
});

test('a zone is read by the Office Time Zone, not by the workflow’s', async () => {
	const options = { officeTimeZone: 'America/Los_Angeles' };
	const given = ['2026-03-08T16:00:00Z', "={{ DateTime.fromISO('2026-03-08T12:00') }}"];
	for (const time of given) {
		practice.simulator.clearLog();
		expect(await sentFor(time, { options })).toEqual(both('2026-03-08T09:00:00'));
	}
	practice.simulator.clearLog();
	expect(await sentFor('2026-03-08T09:00', { options })).toEqual(both('2026-03-08T09:00:00'));
});

test('the Office Time Zone may come from an item', async () => {
	await practice.json({
		nodes: [
			appointments('create', {
				patientId: locator(1),
				doctor: locator(1),
				office: locator(1),
				exam_room: locator(1),
				scheduled_time: '2026-03-08T13:00:00Z',
				duration: 30,
				options: { allowOverlapping: true, officeTimeZone: '={{ $json.zone }}' },
			}),
		],
		items: [{ json: { zone: NEW_YORK } }, { json: { zone: 'Pacific/Honolulu' } }],
	});
	const times = practice.simulator
		.requests()
		.map(({ body }) => (body as { scheduled_time: unknown }).scheduled_time);
	expect(times).toEqual(['2026-03-08T09:00:00', '2026-03-08T03:00:00']);
});

describe('on the day when clocks go forward', () => {
	test('the last moment before and the first after are an hour apart on the wall', async () => {
		expect((await sentFor('2026-03-08T06:59:59Z')).sent).toBe('2026-03-08T01:59:59');
		practice.simulator.clearLog();
		expect((await sentFor('2026-03-08T07:00:00Z')).sent).toBe('2026-03-08T03:00:00');
	});

	test('no moment becomes 02:30, which does not exist', async () => {
		expect((await sentFor('2026-03-08T07:30:00Z')).sent).toBe('2026-03-08T03:30:00');
		practice.simulator.clearLog();
		expect((await sentFor('2026-03-08T02:30:00-05:00')).sent).toBe('2026-03-08T03:30:00');
	});

	test('a 02:30 that somebody wrote is left to DrChrono as it was written', async () => {
		expect(await sentFor('2026-03-08T02:30')).toEqual(both('2026-03-08T02:30:00'));
	});
});

describe('on the day when clocks go back', () => {
	test.each(['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'])(
		'%s is 01:30, which happens twice',
		async (given) => {
			expect((await sentFor(given)).sent).toBe('2026-11-01T01:30:00');
		},
	);

	test('the hours around it are told apart', async () => {
		expect((await sentFor('2026-11-01T04:30:00Z')).sent).toBe('2026-11-01T00:30:00');
		practice.simulator.clearLog();
		expect((await sentFor('2026-11-01T07:30:00Z')).sent).toBe('2026-11-01T02:30:00');
	});
});

test('items of Create Many, updates and new times are read the same way', async () => {
	const collection = practice.simulator.store.collection('appointments');
	const [{ id }] = await practice.json({
		nodes: [
			appointments('createMany', {
				doctor: locator(1),
				office: locator(1),
				exam_room: locator(1),
				options: { allowOverlapping: true },
			}),
		],
		items: [{ json: { patient: 1, duration: 15, scheduled_time: '2026-06-01T13:00:00Z' } }],
	});
	const time = () => collection.get(String(id))?.scheduled_time;
	expect(time()).toBe('2026-06-01T09:00:00');
	const appointmentId = locator(String(id));
	await practice.json({
		nodes: [
			appointments('update', {
				appointmentId,
				updateFields: { scheduled_time: '2026-06-01T14:00:00Z' },
			}),
		],
	});
	expect(time()).toBe('2026-06-01T10:00:00');
	await practice.json({
		nodes: [appointments('reschedule', { appointmentId, scheduled_time: '2026-06-01T15:00:00Z' })],
	});
	expect(time()).toBe('2026-06-01T11:00:00');
});

test('a Raw record is left as it came', async () => {
	const row = {
		scheduled_time: '2026-06-01T09:00:00',
		created_at: '2026-05-01T08:00:00',
		updated_at: null,
	};
	practice.simulator.inject({
		match: { method: 'GET', path: '/api/appointments/77' },
		effect: { kind: 'status', status: 200, body: { id: '77', ...row, unknown: { x: [1] } } },
	});
	const [record] = await practice.json({
		nodes: [
			appointments('get', {
				appointmentId: locator(77),
				output: 'raw',
			}),
		],
	});
	expect(record).toEqual({ id: '77', ...row, unknown: { x: [1] } });
});
