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
	const { patients, doctors, offices } = practice.simulator.store;
	patients.update(1, { first_name: 'Quilla', last_name: 'Qxample' });
	doctors.update(1, { first_name: 'Quentin', last_name: 'Qlast' });
	offices.update(1, { name: 'Qoffice' });
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => practice.simulator.clearLog());

const paths = () => practice.simulator.requests().map(({ path }) => path);
const lookups = ['/api/doctors/1', '/api/offices/1', '/api/patients/1'];

describe('Add Names', () => {
	const list = async (day: string, parameters: object = {}) =>
		await practice.json({
			nodes: [
				appointments('getAll', {
					dateMode: 'date',
					date: day,
					options: { addNames: true },
					...parameters,
				}),
			],
		});

	test('gives each ID its name, next to it, at one request for each different one', async () => {
		const day = nextDay();
		await book(practice, `${day}T09:00:00`);
		await book(practice, `${day}T10:00:00`);
		const found = await list(day);
		expect(paths()).toEqual(['/api/appointments', ...lookups]);
		expect(found).toHaveLength(2);
		for (const one of found) {
			expect(one).toMatchObject({
				patient_name: 'Quilla Qxample',
				doctor_name: 'Quentin Qlast',
				office_name: 'Qoffice',
			});
			expect(Object.keys(one).slice(4, 8)).toEqual([
				'patient',
				'patient_name',
				'doctor',
				'doctor_name',
			]);
		}
	});

	test('looks up nobody whom the Limit leaves out, and asks for nothing where it is off', async () => {
		const day = nextDay();
		await book(practice, `${day}T09:00:00`);
		await book(practice, `${day}T10:00:00`, { patientId: locator(2) });
		await list(day, { limit: 1 });
		expect(paths().slice(1)).toEqual(lookups);
		practice.simulator.clearLog();
		const [first] = await list(day, { options: {} });
		expect(paths()).toEqual(['/api/appointments']);
		expect(first).not.toHaveProperty('patient_name');
	});

	test('knows the names of all input items of a run', async () => {
		const day = nextDay();
		const id = await book(practice, `${day}T09:00:00`);
		const nodes = [
			appointments('get', { appointmentId: locator(id), options: { addNames: true } }),
		];
		const found = await practice.json({ nodes, items: [{ json: {} }, { json: {} }] });
		expect(found.map(({ doctor_name }) => doctor_name)).toEqual(['Quentin Qlast', 'Quentin Qlast']);
		expect(paths().filter((path) => !path.startsWith('/api/appointments'))).toEqual(lookups);
	});

	test('a break has no patient, and somebody who is gone no name; the others have theirs', async () => {
		const day = nextDay();
		const row = { doctor: 1, office: 1, exam_room: 1, duration: 15 };
		const add = (hour: string, patient: number | null) =>
			practice.simulator.store.collection('appointments').seed({
				...row,
				patient,
				scheduled_time: `${day}T${hour}:00:00`,
				updated_at: '2025-01-01T00:00:00',
			});
		add('09', null);
		add('10', 999_999);
		const found = await list(day);
		expect(found.map(({ patient_name }) => patient_name)).toEqual([null, null]);
		expect(found.map(({ doctor_name }) => doctor_name)).toEqual(['Quentin Qlast', 'Quentin Qlast']);
		expect(paths().filter((path) => path.startsWith('/api/patients'))).toHaveLength(1);
	});

	test('Selected Fields and a CSV file have the names too', async () => {
		const day = nextDay();
		await book(practice, `${day}T09:00:00`);
		const selected = { output: 'selected', fields: ['patient', 'status'] };
		expect(Object.keys((await list(day, selected))[0])).toEqual([
			'patient',
			'patient_name',
			'status',
		]);
		const options = { addNames: true, exportAs: 'csv' };
		const [file] = (
			await practice.run({
				nodes: [appointments('getAll', { dateMode: 'date', date: day, options, ...selected })],
			})
		).outputs[0];
		const text = Buffer.from(file.binary?.data.data ?? '', 'base64').toString();
		expect(text.slice(1).split('\r\n').slice(0, 2)).toEqual([
			'Patient,Patient Name,Status',
			'1,Quilla Qxample,',
		]);
	});

	test('what goes wrong with a lookup is told', async () => {
		const day = nextDay();
		await book(practice, `${day}T09:00:00`);
		const match = { path: '/api/doctors/1' };
		practice.simulator.inject({ match, effect: { kind: 'status', status: 403 } });
		await expect(list(day)).rejects.toThrow('DrChrono does not allow');
		practice.simulator.clearFaults();
	});
});

describe('Set Status', () => {
	const set = async (id: string, typeVersion: number, parameters: object) =>
		await practice.run({
			nodes: [
				appointments('setStatus', { appointmentId: locator(id), ...parameters }, { typeVersion }),
			],
		});
	const sent = () => practice.simulator.requests().map(({ body }) => body);

	test('a new node begins with no status, and sends none that nobody chose', async () => {
		const id = await book(practice, `${nextDay()}T09:00:00`);
		await expect(set(id, 1.1, {})).rejects.toThrow('Parameter "Status" is required');
		const { error } = await set(id, 1.1, { status: '={{ $json.gone }}' });
		expect(error?.message).toMatch(/^“Status” is empty/);
		expect(sent()).toEqual([]);
	});

	test.each([
		['Arrived', 'Arrived'],
		['Waiting for Labs', 'Waiting for Labs'],
		['noStatus', ''],
	])('a new node takes %j', async (chosen, status) => {
		const id = await book(practice, `${nextDay()}T09:00:00`);
		expect((await set(id, 1.1, { status: chosen })).error).toBeUndefined();
		expect(sent()).toEqual([{ status }]);
	});

	test('a node from before goes on with Confirmed, and with no status as it was stored', async () => {
		const id = await book(practice, `${nextDay()}T09:00:00`);
		await set(id, 1, {});
		await set(id, 1, { status: '' });
		expect(sent()).toEqual([{ status: 'Confirmed' }, { status: '' }]);
	});
});
