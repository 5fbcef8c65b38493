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
const slot = { doctor: locator(1), office: locator(1), exam_room: locator(1) };

/** A day of its own for each test, so that none is in another's way. */
let lastDay = 0;
function nextDay(): string {
	lastDay += 1;
	return new Date(Date.UTC(2030, 0, lastDay)).toISOString().slice(0, 10);
}

async function book(time: string, parameters: object = {}): Promise<string> {
	const [{ id }] = await practice.json({
		nodes: [
			appointments('create', {
				...slot,
				patientId: locator(1),
				scheduled_time: time,
				duration: 30,
				...parameters,
			}),
		],
	});
	practice.simulator.clearLog();
	return String(id);
}

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
					doctor: '1',
					office: '1',
					exam_room: '1',
					patient: '7',
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
		const id = await book(`${nextDay()}T12:00:00`, {
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
		const id = await book('2032-03-01T09:00:00', {
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
		const id = await book(`${nextDay()}T09:00:00`, { duration: 0, ...profile });
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
		const inTheWay = await book(time);
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
				...{ doctor: '1', office: '1', exam_room: '1', patient: '1' },
				...{ scheduled_time: `${day}T09:00:00`, duration: 15 },
			},
			{
				...{ doctor: '2', office: '1', exam_room: '2', patient: '2' },
				...{ scheduled_time: `${day}T09:00:00`, duration: 15 },
			},
			{
				...{ doctor: '1', office: '1', exam_room: '1', patient: null, appt_is_break: true },
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
		const inTheWay = await book(`${day}T10:00:00`);
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

describe('changes', () => {
	test('Update sends what was added, and nothing else', async () => {
		const id = await book(`${nextDay()}T09:00:00`);
		const [updated] = await practice.json({
			nodes: [
				appointments('update', {
					appointmentId: locator(id),
					updateFields: { reason: 'Rash', icd10_codes: ['L20.9'], office: locator(2) },
				}),
			],
		});
		const changes = { reason: 'Rash', icd10_codes: ['L20.9'], office: '2' };
		expect(wire()).toEqual([{ method: 'PATCH', path: `/api/appointments/${id}`, body: changes }]);
		expect(updated).toEqual({ id, ...changes });
	});

	test('Update without a field is refused', async () => {
		const { error } = await practice.run({
			nodes: [appointments('update', { appointmentId: locator(1), updateFields: {} })],
		});
		expect(error?.message).toMatch(/^“Update Fields” has no field/);
		expect(sent()).toEqual([]);
	});

	test.each([
		['DrChrono’s', 'In Session'],
		['one the practice set up', 'Waiting for Labs'],
		['none', ''],
	])('Set Status takes %s', async (_, status) => {
		const id = await book(`${nextDay()}T09:00:00`);
		const [given] = await practice.json({
			nodes: [
				appointments('setStatus', { appointmentId: locator(id), status: `={{ "${status}" }}` }),
			],
		});
		expect(wire()).toEqual([
			{ method: 'PATCH', path: `/api/appointments/${id}`, body: { status } },
		]);
		expect(given).toEqual({ id, status });
		expect(stored(id)?.status).toBe(status);
	});

	test('Reschedule sends the time only, and the duration stays', async () => {
		const day = nextDay();
		const id = await book(`${day}T09:00:00`, { duration: 50 });
		const [given] = await practice.json({
			nodes: [
				appointments('reschedule', {
					appointmentId: locator(id),
					scheduled_time: `${day}T14:00:00`,
				}),
			],
		});
		expect(wire()).toEqual([
			{
				method: 'PATCH',
				path: `/api/appointments/${id}`,
				body: { scheduled_time: `${day}T14:00:00` },
			},
		]);
		expect(given).toEqual({ id, scheduled_time: `${day}T14:00:00` });
		expect(stored(id)).toMatchObject({ scheduled_time: `${day}T14:00:00`, duration: 50 });
	});

	test('Reschedule into what is booked is refused, and can be allowed', async () => {
		const day = nextDay();
		const inTheWay = await book(`${day}T09:00:00`);
		const id = await book(`${day}T10:00:00`);
		const move = (options: object) => ({
			nodes: [
				appointments('reschedule', {
					appointmentId: locator(id),
					scheduled_time: `${day}T09:00:00`,
					additionalFields: { duration: 10 },
					options: { ...options },
				}),
			],
		});
		expect((await practice.run(move({}))).error?.message).toBe(
			`The appointment overlaps with appointment ${inTheWay} [item 0]`,
		);
		practice.simulator.clearLog();
		const [whole] = await practice.json(move({ allowOverlapping: true, returnRecord: true }));
		expect(wire()).toEqual([
			{
				method: 'PATCH',
				path: `/api/appointments/${id}`,
				body: { scheduled_time: `${day}T09:00:00`, duration: 10, allow_overlapping: true },
			},
			{ method: 'GET', path: `/api/appointments/${id}`, body: undefined },
		]);
		expect(whole).toMatchObject({ id, duration: 10, patient: 1, exam_room: 1 });
	});

	test('Cancel sets the status and keeps the record', async () => {
		const id = await book(`${nextDay()}T09:00:00`);
		const [given] = await practice.json({
			nodes: [appointments('cancel', { appointmentId: locator(id) })],
		});
		expect(wire()).toEqual([
			{ method: 'PATCH', path: `/api/appointments/${id}`, body: { status: 'Cancelled' } },
		]);
		expect(given).toEqual({ id, status: 'Cancelled' });
		expect(stored(id)).toMatchObject({ status: 'Cancelled', deleted_flag: false });
	});

	test('Delete takes it off the calendar', async () => {
		const day = nextDay();
		const id = await book(`${day}T09:00:00`);
		expect(
			await practice.json({ nodes: [appointments('delete', { appointmentId: locator(id) })] }),
		).toEqual([{ deleted: true }]);
		expect(wire()).toEqual([
			{ method: 'DELETE', path: `/api/appointments/${id}`, body: undefined },
		]);
		const onDay = (filters: object) => ({
			nodes: [appointments('getAll', { dateMode: 'date', date: day, filters: { ...filters } })],
		});
		expect(await practice.json(onDay({}))).toEqual([]);
		expect(await practice.json(onDay({ show_archived: true }))).toHaveLength(1);
	});

	test('one day of a recurring appointment is changed by its own ID', async () => {
		const id = await book('2033-03-07T09:00:00', {
			additionalFields: { recurring_appointment: true, recurring_days: ['Monday'] },
		});
		const day = `2033-03-14_${id}`;
		const nodes = [appointments('setStatus', { appointmentId: locator(day), status: 'Arrived' })];
		expect(await practice.json({ nodes })).toEqual([{ id: day, status: 'Arrived' }]);
		expect(sent()[0].path).toBe(`/api/appointments/${day}`);
		expect(stored(id)).toMatchObject({ status: '' });
	});

	test.each(['', 'tomorrow', '12/../13'])('the ID "%s" is refused', async (id) => {
		const { error } = await practice.run({
			nodes: [appointments('get', { appointmentId: '={{ $json.id }}' })],
			items: [{ json: { id } }],
		});
		expect(error?.message).toMatch(/^“Appointment” (is empty|cannot be used)/);
		expect(sent()).toEqual([]);
	});
});
