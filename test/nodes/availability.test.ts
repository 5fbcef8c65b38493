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

	test('a shape that nobody knows is passed on whole', () => {
		expect(read([{ scheduled_time: '2025-02-18T09:00:00', doctor: 3 }])).toEqual([
			{ scheduled_time: '2025-02-18T09:00:00', doctor: 3 },
		]);
		expect(read(['2025-02-18T09:00:00'])).toEqual([{ slot: '2025-02-18T09:00:00' }]);
		expect(answersOf({ data: [{ a: 1 }], next: 'x' }).next).toBe('x');
	});
});
