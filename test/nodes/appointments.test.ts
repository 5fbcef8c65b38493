import { book, nextDay, slot } from '../support/booking';
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

const sent = () => practice.simulator.requests();
const wire = () => sent().map(({ method, path, body }) => ({ method, path, body }));
const stored = (id: unknown) => practice.simulator.store.collection('appointments').get(String(id));

describe('Create', () => {
	test('sends the slot, the patient and the added fields, and gives the new record', async () => {
		const day = nextDay();
		const [created] = await practice.json({
			nodes: [
				appointments('create', {
					...slot,
					patientId: locator(7),
					scheduled_time: `${day}T09:00:00`,
					duration: 40,
					additionalFields: {
						reason: 'Follow-up',
						notes: '',
						status: 'Confirmed',
						vitals: { pulse: 61 },
						custom_fields: { values: [{ field_type: 3, field_value: 'x' }] },
					},
				}),
			],
		});
		expect(wire()).toEqual([
			{
				method: 'POST',
				path: '/api/appointments',
				body: {
					doctor: 1,
					office: 1,
					exam_room: 1,
					patient: 7,
					scheduled_time: `${day}T09:00:00`,
					duration: 40,
					reason: 'Follow-up',
					status: 'Confirmed',
					vitals: { pulse: 61 },
					custom_fields: [{ field_type: 3, field_value: 'x' }],
				},
			},
		]);
		expect(created).toEqual({
			id: expect.any(String),
			scheduled_time: `${day}T09:00:00`,
			duration: 40,
			status: 'Confirmed',
			patient: 7,
			doctor: 1,
			office: 1,
			exam_room: 1,
			reason: 'Follow-up',
			notes: '',
		});
	});

	test('a break has no patient, and asks for none', async () => {
		const id = await book(practice, `${nextDay()}T12:00:00`, {
			appt_is_break: true,
			patientId: { __rl: true, mode: 'list', value: '' },
		});
		expect(stored(id)).toMatchObject({ patient: null, appt_is_break: true });
	});

	test('without a patient, what is no break is refused before anything is sent', async () => {
		const { error } = await practice.run({
			nodes: [
				appointments('create', {
					...slot,
					patientId: '={{ $json.patient }}',
					scheduled_time: '2030-01-01T09:00:00',
					duration: 5,
				}),
			],
		});
		expect(error?.message).toMatch(/^“Patient” is empty/);
		expect(sent()).toEqual([]);
	});

	test('a recurring appointment recurs', async () => {
		const id = await book(practice, '2032-03-01T09:00:00', {
			additionalFields: {
				recurring_appointment: true,
				recurring_days: ['Monday', 'Friday'],
				recurs_every: 1,
				recur_start_date: '2032-03-01',
				recur_end_date: '2032-03-12T00:00:00.000-05:00',
			},
		});
		const found = await practice.json({
			nodes: [
				appointments('getAll', {
					dateMode: 'dateRange',
					startDate: '2032-03-01',
					endDate: '2032-03-31',
					returnAll: true,
				}),
			],
		});
		expect(found.map((one) => one.id)).toEqual([
			id,
			`2032-03-05_${id}`,
			`2032-03-08_${id}`,
			`2032-03-12_${id}`,
		]);
	});

	test('Duration 0 takes the profile’s; without a profile it is refused', async () => {
		const profile = { additionalFields: { profile: locator(1) } };
		const id = await book(practice, `${nextDay()}T09:00:00`, { duration: 0, ...profile });
		expect(stored(id)).toMatchObject({ duration: 45, color: '#80D6FF', reason: 'New patient' });
		const nodes = [
			appointments('create', {
				...slot,
				patientId: locator(1),
				scheduled_time: '2030-01-01T09:00',
				duration: 0,
			}),
		];
		expect((await practice.run({ nodes })).error?.message).toMatch(/^“Duration \(Minutes\)” is 0/);
		expect(sent()).toEqual([]);
	});

	test('an overlap names what is in the way and how to allow it', async () => {
		const time = `${nextDay()}T09:00:00`;
		const inTheWay = await book(practice, time);
		const again = (options: object) => [
			appointments('create', {
				...slot,
				patientId: locator(2),
				scheduled_time: time,
				duration: 30,
				options: { ...options },
			}),
		];
		const { error } = await practice.run({ nodes: again({}) });
		expect(error?.httpCode).toBe('409');
		expect(error?.message).toBe(`The appointment overlaps with appointment ${inTheWay} [item 0]`);
		expect(error?.description).toMatch('Allow Overlapping under Options');
		practice.simulator.clearLog();
		await practice.json({ nodes: again({ allowOverlapping: true }) });
		expect(sent()[0].body).toMatchObject({ allow_overlapping: true });
	});
});

describe('Create Many', () => {
	test('books items by their own fields, with what the node says where they say nothing', async () => {
		const day = nextDay();
		const created = await practice.json({
			nodes: [appointments('createMany', { ...slot, output: 'raw' })],
			items: [
				{ json: { patient: 1, scheduled_time: `${day}T09:00:00`, duration: 15 } },
				{
					json: {
						patient: 2,
						scheduled_time: `${day}T09:00`,
						duration: '15',
						doctor: 2,
						exam_room: 2,
					},
				},
				{ json: { appt_is_break: true, scheduled_time: `${day}T12:00:00`, duration: 60 } },
			],
		});
		expect(sent()).toHaveLength(1);
		expect(sent()[0].body).toEqual([
			{
				...{ doctor: 1, office: 1, exam_room: 1, patient: 1 },
				...{ scheduled_time: `${day}T09:00:00`, duration: 15 },
			},
			{
				...{ doctor: 2, office: 1, exam_room: 2, patient: 2 },
				...{ scheduled_time: `${day}T09:00:00`, duration: 15 },
			},
			{
				...{ doctor: 1, office: 1, exam_room: 1, patient: null, appt_is_break: true },
				...{ scheduled_time: `${day}T12:00:00`, duration: 60 },
			},
		]);
		expect(created.map(({ patient }) => patient)).toEqual([1, 2, null]);
	});

	test.each([
		['an unknown field', { when: 'now' }, /has no field "when"/],
		['no time', { scheduled_time: '' }, /has no field "scheduled_time"/],
		['no patient', { patient: '' }, /has no field "patient"/],
		['no duration', { duration: '' }, /Duration \(Minutes\)” is 0/],
	])('%s is refused before anything is sent', async (_, fields, message) => {
		const good = { patient: 1, scheduled_time: '2030-01-01T09:00:00', duration: 15 };
		const { error } = await practice.run({
			nodes: [appointments('createMany', slot)],
			items: [{ json: good }, { json: { ...good, ...fields } }],
		});
		expect(error?.message).toMatch(message);
		expect(sent()).toEqual([]);
	});

	test('the one that overlaps is found, and the others are booked', async () => {
		const day = nextDay();
		const inTheWay = await book(practice, `${day}T10:00:00`);
		const { outputs } = await practice.run({
			nodes: [appointments('createMany', slot, { onError: 'continueRegularOutput' })],
			items: [8, 9, 10, 11].map((hour) => ({
				json: {
					patient: hour,
					scheduled_time: `${day}T${String(hour).padStart(2, '0')}:00:00`,
					duration: 30,
				},
			})),
		});
		const failed = outputs[0].filter(({ json }) => json.error);
		expect(failed.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[`The appointment overlaps with appointment ${inTheWay} [item 2]`, { item: 2 }],
		]);
		expect(outputs[0]).toHaveLength(4);
	});
});
