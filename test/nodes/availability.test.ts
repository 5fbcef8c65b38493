import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { answersOf, slotsOf } from '../../nodes/Appointments/availability/slots';
import { appointments } from '../support/nodes';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;

beforeEach(async () => {
	practice = await openPractice({ startAt: new Date('2026-03-09T15:00:00Z'), appointments: 0 });
});
afterEach(async () => await practice.simulator.close());

const who = { doctor: locator(2), office: locator(1), duration: 30 };
const free = (parameters: object) => ({
	nodes: [appointments('getAll', { resource: 'availability', ...who, ...parameters })],
});
const sent = () =>
	practice.simulator.requests({ path: '/api/availability' }).map(({ query }) => query);

/** Tuesday's and Thursday's only free hour; no other day of the week has one. */
function fillTheWeek() {
	const rows = practice.simulator.store.collection('appointments');
	const book = (scheduled_time: string, duration: number) =>
		rows.insert({ doctor: 2, office: 1, exam_room: 1, patient: 1, scheduled_time, duration });
	for (const day of ['09', '10', '11', '12', '13']) {
		const [first, second] = day === '10' ? [180, 360] : day === '12' ? [60, 480] : [600, 0];
		book(`2026-03-${day}T08:00:00`, first);
		if (second > 0) book(`2026-03-${day}T${day === '10' ? '12' : '10'}:00:00`, second);
	}
}

describe.each(['list', 'one', 'first'] as const)('A range of days, answered as "%s"', (answer) => {
	beforeEach(() => {
		practice.simulator.store.doubts.freeDays = answer;
		fillTheWeek();
	});
	const range = { dateMode: 'dateRange', startDate: '2026-03-07', endDate: '2026-03-15' };

	test('one item a free time; a day without any gives none', async () => {
		const found = await practice.json(free({ ...range, returnAll: true }));
		expect(found.map(({ scheduled_time }) => scheduled_time)).toEqual(
			['10T11:00', '10T11:15', '10T11:30', '12T09:00', '12T09:15', '12T09:30'].map(
				(time) => `2026-03-${time}:00`,
			),
		);
		expect(sent()).toHaveLength(answer === 'first' ? 9 : 1);
	});

	test('Limit counts free times', async () => {
		const found = await practice.json(free({ ...range, limit: 4 }));
		expect(found).toHaveLength(4);
	});
});

test('a day without a free time gives no item', async () => {
	fillTheWeek();
	const day = { dateMode: 'date', date: '2026-03-11', returnAll: true };
	expect(await practice.json(free(day))).toEqual([]);
	expect(sent()).toHaveLength(1);
});

describe('A free time is booked as it is', () => {
	const day = { dateMode: 'date', date: '2026-03-10' };
	const booked = () =>
		practice.simulator.requests({ method: 'POST' }).map(({ body }) => body as IDataObject);

	test('by Create, field by field', async () => {
		fillTheWeek();
		const create = appointments('create', {
			patientId: locator(7),
			doctor: locator('={{ $json.doctor }}'),
			office: locator('={{ $json.office }}'),
			exam_room: locator(1),
			scheduled_time: '={{ $json.scheduled_time }}',
			duration: '={{ $json.duration }}',
		});
		const items = await practice.json({ nodes: [...free({ ...day, limit: 1 }).nodes, create] });
		expect(items).toMatchObject([{ scheduled_time: '2026-03-10T11:00:00', patient: 7 }]);
	});

	test('by Create Many, item by item, with a patient and a room', async () => {
		fillTheWeek();
		const slots = await practice.json(free({ ...day, limit: 1 }));
		await practice.json({
			nodes: [appointments('createMany', { exam_room: locator(1) })],
			items: slots.map((slot) => ({ json: { ...slot, patient: 7 } })),
		});
		expect(booked()).toMatchObject([{ scheduled_time: '2026-03-10T11:00:00', duration: 30 }]);
		expect(booked()[0]).not.toHaveProperty('end');
	});
});

describe('What an answer looks like', () => {
	const answer = {
		duration: 30,
		date: '2025-02-18',
		open_slots: [
			{
				start: '08:00',
				end: '09:00',
				availability: [
					{ start: '08:00', end: '08:30' },
					{ start: '8:30', end: '09:00:00' },
				],
				office: 11,
			},
			{ start: '13:00', end: '13:30', availability: [], office: 12 },
		],
	};
	const slots = [
		{ scheduled_time: '2025-02-18T08:00:00', end: '2025-02-18T08:30:00', duration: 30 },
		{ scheduled_time: '2025-02-18T08:30:00', end: '2025-02-18T09:00:00', duration: 30 },
	].map((slot) => ({ ...slot, office: 11, doctor: 7 }));
	const read = (body: unknown, query: IDataObject = { doctor: '7' }) =>
		answersOf(body).answers.flatMap((one) => slotsOf(one, query));

	test.each<[string, unknown]>([
		['one object', answer],
		['a list', [answer, { ...answer, open_slots: [] }]],
		['a page', { results: [answer], next: null, previous: null }],
		['a page as in the contract', { data: [answer] }],
		['slots that name their day', { open_slots: answer.open_slots.map(dated), duration: 30 }],
		['nothing', null],
		['an empty text', ''],
		['no slots', { ...answer, open_slots: null }],
	])('%s', (what, body) => {
		const none = ['nothing', 'an empty text', 'no slots'].includes(what);
		expect(read(body)).toEqual(none ? [] : slots);
	});

	function dated(block: object) {
		return { ...block, date: '2025-02-18' };
	}

	test('what else is said of a free time stays; a doctor or an office that it names is taken', () => {
		const block = { availability: [{ start: '09:00', end: '09:45' }], doctor: 3, exam_room: 2 };
		const body = { date: '2025-02-18', open_slots: [block] };
		expect(read(body, { doctor: '7', office: '1' })).toEqual([
			{
				scheduled_time: '2025-02-18T09:00:00',
				end: '2025-02-18T09:45:00',
				duration: 45,
				doctor: 3,
				office: 1,
				exam_room: 2,
			},
		]);
	});

	const times = (availability: unknown) => ({
		...{ duration: 30, date: '2025-02-18' },
		open_slots: [{ start: '08:00', end: '09:00', availability, office: 11 }],
	});
	const whole = [
		['08:00', '08:30'],
		['08:30', '09:00'],
	];
	const both = whole.map(([start, end]) => ({ start, end }));

	test.each<[string, unknown]>([
		['the day has a time', { ...times(both), date: '2025-02-18T00:00:00' }],
		['the day is written the American way', { ...times(both), date: '2/18/2025' }],
		['the duration is a text', { ...times(both), duration: '30' }],
		['times are texts', times(['08:00', '08:30'])],
		['times are pairs', times(whole)],
		['times have no end', times([{ start: '08:00' }, { start: '08:30' }])],
		['a time comes twice', times([...both, both[0]])],
		[
			'something is null',
			{ ...times(both), open_slots: [null, ...times([null, ...both]).open_slots] },
		],
		['a block has no times of its own', times(undefined)],
		['the day is not said', { ...times(both), date: undefined }],
	])('%s', (_what, body) => {
		expect(read(body, { doctor: '7', date: '2025-02-18' })).toEqual(slots);
	});

	test.each([
		['23:30', '00:00'],
		['23:30', '24:00'],
		['11:30 PM', '12:00 AM'],
	])('what is free from %s to %s ends on the next day', (start, end) => {
		expect(read(times([{ start, end }]))).toMatchObject([
			{ scheduled_time: '2025-02-18T23:30:00', end: '2025-02-19T00:00:00', duration: 30 },
		]);
	});

	test('a time means the same in every writing', () => {
		const two = (number: number) => String(number).padStart(2, '0');
		const writings: ReadonlyArray<(hour: number, minute: number) => string> = [
			(hour, minute) => `${hour}:${two(minute)}`,
			(hour, minute) => `${two(hour)}:${two(minute)}:00`,
			(hour, minute) => `${two(hour)}:${two(minute)}:00.000000`,
			(hour, minute) => `${two(hour)}:${two(minute)}:00-05:00`,
			(hour, minute) => ` ${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'} `,
			(hour, minute) => `${two(hour % 12 || 12)}:${two(minute)}${hour < 12 ? 'a.m.' : 'p.m.'}`,
			(hour, minute) => `2025-02-18T${two(hour)}:${two(minute)}`,
			(hour, minute) => `2025-02-18 ${two(hour)}:${two(minute)}:00`,
		];
		const minutes = fc.integer({ min: 0, max: 23 * 60 });
		fc.assert(
			fc.property(
				minutes,
				fc.constantFrom(...writings),
				fc.constantFrom(...writings),
				(at, a, b) => {
					const [start, end] = [at, at + 30].map(
						(one) => [Math.floor(one / 60), one % 60] as const,
					);
					const [slot] = read(times([{ start: a(...start), end: b(...end) }]));
					expect(slot).toEqual({
						scheduled_time: `2025-02-18T${start.map(two).join(':')}:00`,
						end: `2025-02-18T${end.map(two).join(':')}:00`,
						...{ duration: 30, office: 11, doctor: 7 },
					});
				},
			),
		);
	});

	test('a shape that nobody knows is passed on whole', () => {
		const byDay = { date: '2025-02-18', open_slots: { '2025-02-18': ['08:00'] } };
		expect(read(byDay)).toEqual([byDay]);
		expect(read([{ scheduled_time: '2025-02-18T09:00:00', doctor: 3 }])).toEqual([
			{ scheduled_time: '2025-02-18T09:00:00', doctor: 3 },
		]);
		expect(read(['2025-02-18T09:00:00'])).toEqual([{ slot: '2025-02-18T09:00:00' }]);
		expect(answersOf({ data: [{ a: 1 }], next: 'x' }).next).toBe('x');
	});
});
