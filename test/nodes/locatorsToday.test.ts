import { searchList } from '../support/listSearch';
import { documents } from '../support/documents';
import { appointments } from '../support/nodes';
import { locator, patients } from '../support/patients';
import { openPolling } from '../support/polling';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({ throttle: { perSecond: 1000, perHour: 10_000 } });
	const { patients: rows, doctors, offices } = practice.simulator.store;
	const add = (first_name: string, last_name: string) =>
		rows.seed({ first_name, last_name, chart_id: '', date_of_birth: '1971-03-04' });
	add('Mary Ann', 'Qsmith');
	add('Jean Luc', 'de la Qtour');
	add('Sinead', "O'Qbrien");
	add('Fiona', 'O’Qbrien');
	add('Anna', 'Qlee‐Park');
	offices.update(1, { archived: true });
	doctors.update(1, { is_account_suspended: true });
	practice.simulator.store.collection('appointment_profiles').update(1, { archived: true });
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => practice.simulator.clearLog());

const sent = () => practice.simulator.requests();
const search = async (method: string, filter = '', type = 'drChronoPatients') =>
	await searchList({ type, method, filter, credentials: practice.credentials });
const names = async (...asked: Parameters<typeof search>) =>
	(await search(...asked)).results.map(({ name }) => name.split(' · ')[0]);

describe('The address of a chart', () => {
	const right: Array<[string, string]> = [
		['https://acme.drchrono.com/chart/7/summary', '7'],
		['https://app.drchrono.com/chart/7', '7'],
		['https://app.drchrono.com/chart/7/', '7'],
		['https://app.drchrono.com/chart/7/documents?folder=1#top', '7'],
		['https://acme.drchrono.com/chart/7?from=/patients/8', '7'],
		['https://acme.drchrono.com/chart/7#x', '7'],
		['https://app.drchrono.com/patients/7', '7'],
		['https://app.drchrono.com/patients/7/edit', '7'],
		[' https://acme.drchrono.com/chart/7/summary ', '7'],
		['acme.drchrono.com/chart/7/summary', '7'],
		['https://app.drchrono.com/Chart/7', '7'],
		['https://acme.drchrono.com//chart/7', '7'],
		['https://acme.drchrono.com/chart/7.', '7'],
		['https://acme.drchrono.com/chart/7/clinical_notes/55', '7'],
	];
	const byUrl = (value: string) => locator(value, 'url');

	test.each(right)('%s is that of patient %s, for the patient of an operation', async (url, id) => {
		await practice.json({ nodes: [patients('get', { patientId: byUrl(url) })] });
		expect(sent().map(({ path }) => path)).toEqual([`/api/patients/${id}`]);
	});

	test.each(right)('%s is that of patient %s, for a filter', async (url, id) => {
		const filters = { patient: byUrl(url) };
		await practice.json({ nodes: [documents('getAll', { filters })] });
		await practice.json({ nodes: [appointments('getAll', { dateMode: 'today', filters })] });
		const polling = await openPolling({
			credentials: practice.credentials,
			parameters: { resource: 'document', filters },
		});
		await polling.poll();
		expect(new Set(sent().map(({ query }) => query.patient))).toEqual(new Set([id]));
	});

	test.each([
		'https://acme.drchrono.com/chart/',
		'https://acme.drchrono.com/chart/7abc',
		'https://acme.drchrono.com/charts/7',
		'https://acme.drchrono.com/doctors/7',
		'chart 7',
	])('%s is none', async (url) => {
		const node = patients('get', { patientId: byUrl(url) });
		await expect(practice.json({ nodes: [node] })).rejects.toThrow('The address of a chart looks');
		expect(sent()).toEqual([]);
	});
});

describe('Patients by name', () => {
	test.each([
		['Mary Ann Qsmith', ['Qsmith, Mary Ann']],
		['Qsmith, Mary Ann', ['Qsmith, Mary Ann']],
		['mary  ann   qsmith', ['Qsmith, Mary Ann']],
		['Jean Luc de la Qtour', ['de la Qtour, Jean Luc']],
		['de la Qtour', ['de la Qtour, Jean Luc']],
		["O'Qbrien", ["O'Qbrien, Sinead"]],
		['O’Qbrien', ["O'Qbrien, Sinead"]],
		['Fiona O’Qbrien', ['O’Qbrien, Fiona']],
		["Fiona O'Qbrien", ['O’Qbrien, Fiona']],
		['Qlee-Park', ['Qlee‐Park, Anna']],
		['Anna Qlee\u2011Park', ['Qlee‐Park, Anna']],
		['Qnobody-Atall', []],
		['Mary Ann Qnobody', []],
		['Qsmith Mary Ann', ['Qsmith, Mary Ann']],
		['Mary-Ann Qsmith', ['Qsmith, Mary Ann']],
		['Qlee Park', ['Qlee‐Park, Anna']],
		['Qlée', ['Qlee‐Park, Anna']],
		['Anna Qlée-Pärk', ['Qlee‐Park, Anna']],
	])('“%s” finds %j', async (typed, expected) => {
		expect(await names('searchPatients', typed)).toEqual(expected);
		expect(sent().length).toBeLessThanOrEqual(5);
	});
});

describe('What is out of use is marked, and last', () => {
	test('patients who are not active, where a list has them', async () => {
		practice.simulator.doubts.inactive = 'listed';
		const rows = practice.simulator.store.patients;
		for (const status of ['I', 'D', 'A']) {
			rows.seed({ first_name: status, last_name: 'Qstatus', patient_status: status });
		}
		expect((await search('searchPatients', 'Qstatus')).results.map(({ name }) => name)).toEqual([
			'Qstatus, A',
			'Qstatus, I · inactive',
			'Qstatus, D · deceased',
		]);
		practice.simulator.doubts.inactive = 'hidden';
	});

	test.each([
		['searchOffices', 'drChronoAppointments', / · archived$/],
		['searchAppointmentProfiles', 'drChronoAppointments', / · archived$/],
		['searchDoctors', 'drChronoPatients', / · suspended$/],
	])('%s', async (method, type, mark) => {
		const { results } = await search(method, '', type);
		expect(results.length).toBeGreaterThan(1);
		expect(results.map(({ name }) => mark.test(name))).toEqual(
			results.map((_, index) => index === results.length - 1),
		);
		expect(results[results.length - 1].value).toBe('1');
	});
});

test.each([
	['20210301_1500', true],
	['2021-03-01_150001', true],
	['150001_2021-03-01', true],
	['150001', true],
	['2021-03-01', true],
	['_1', false],
	['1_2_3', false],
	['1/2', false],
	['..', false],
	['1 or 2', false],
])('an appointment’s ID may be %s: %s', async (id, accepted) => {
	const nodes = [appointments('get', { appointmentId: locator(id) })];
	await practice.run({ nodes }).catch(() => undefined);
	expect(sent().map(({ path }) => path)).toEqual(accepted ? [`/api/appointments/${id}`] : []);
});
