import { book, nextDay } from '../support/booking';
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

describe('changes', () => {
	test('Update sends what was added, and nothing else', async () => {
		const id = await book(practice, `${nextDay()}T09:00:00`);
		const [updated] = await practice.json({
			nodes: [
				appointments('update', {
					appointmentId: locator(id),
					updateFields: { reason: 'Rash', icd10_codes: ['L20.9'], office: locator(2) },
				}),
			],
		});
		const changes = { reason: 'Rash', icd10_codes: ['L20.9'], office: 2 };
		expect(wire()).toEqual([{ method: 'PATCH', path: `/api/appointments/${id}`, body: changes }]);
		expect(updated).toEqual({ id, ...changes });
	});

	test.each(['patient', 'doctor', 'office', 'exam_room', 'scheduled_time'])(
		'Update does not take %s away because an expression gave an empty text',
		async (name) => {
			const value = name === 'scheduled_time' ? '' : locator('', 'list');
			const id = await book(practice, `${nextDay()}T09:00:00`);
			const updateFields = { reason: 'x', [name]: value };
			const nodes = [appointments('update', { appointmentId: locator(id), updateFields })];
			await practice.json({ nodes });
			expect(wire().map(({ body }) => body)).toEqual([{ reason: 'x' }]);
			const fieldsToClear = [name];
			const { error } = await practice.run({
				nodes: [appointments('update', { appointmentId: locator(id), fieldsToClear })],
			});
			expect(error?.message).toMatch(/“Fields to Clear” must be one of/);
		},
	);

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
		['none, which is chosen from the list', ''],
	])('Set Status takes %s', async (_, status) => {
		const id = await book(practice, `${nextDay()}T09:00:00`);
		const [given] = await practice.json({
			nodes: [
				appointments('setStatus', {
					appointmentId: locator(id),
					status: status && `={{ "${status}" }}`,
				}),
			],
		});
		expect(wire()).toEqual([
			{ method: 'PATCH', path: `/api/appointments/${id}`, body: { status } },
		]);
		expect(given).toEqual({ id, status });
		expect(stored(id)?.status).toBe(status);
	});

	test('a status that an expression does not give is not cleared', async () => {
		const id = await book(practice, `${nextDay()}T15:00:00`, {
			additionalFields: { status: 'Confirmed' },
		});
		const { error } = await practice.run({
			nodes: [
				appointments('setStatus', { appointmentId: locator(id), status: '={{ $json.gone }}' }),
			],
		});
		expect(error?.message).toBe('“Status” has an expression that gives nothing [item 0]');
		const empty = await practice.run({
			nodes: [appointments('setStatus', { appointmentId: locator(id), status: '={{ " " }}' })],
		});
		expect(empty.error?.message).toMatch(/^“Status” is empty\. To take the status away/);
		expect(sent()).toEqual([]);
		expect(stored(id)?.status).toBe('Confirmed');
	});

	test('a visit keeps its patient when an expression does not give one', async () => {
		const id = await book(practice, `${nextDay()}T16:00:00`);
		const patient = { __rl: true, mode: 'id', value: '={{ $json.gone }}' };
		const { error } = await practice.run({
			nodes: [appointments('update', { appointmentId: locator(id), updateFields: { patient } })],
		});
		expect(error?.message).toMatch(
			/^“Update Fields → Patient” has an expression that gives nothing/,
		);
		expect(sent()).toEqual([]);
	});

	test('Reschedule sends the time only, and the duration stays', async () => {
		const day = nextDay();
		const id = await book(practice, `${day}T09:00:00`, { duration: 50 });
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
		const inTheWay = await book(practice, `${day}T09:00:00`);
		const id = await book(practice, `${day}T10:00:00`);
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
		const id = await book(practice, `${nextDay()}T09:00:00`);
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
		const id = await book(practice, `${day}T09:00:00`);
		expect(
			await practice.json({ nodes: [appointments('delete', { appointmentId: locator(id) })] }),
		).toEqual([{ id, deleted: true }]);
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
		const id = await book(practice, '2033-03-07T09:00:00', {
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
