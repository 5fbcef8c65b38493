import { searchList } from '../support/listSearch';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({
		appointments: 60,
		throttle: { perSecond: 1000, perHour: 10_000 },
	});
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => practice.simulator.clearLog());

const sent = () => practice.simulator.requests();
const search = async (
	method: string,
	{
		type = 'drChronoAppointments',
		...rest
	}: { type?: string; filter?: string; parameters?: object } = {},
) => {
	const parameters = { ...rest.parameters };
	return await searchList({ ...rest, type, method, parameters, credentials: practice.credentials });
};

test.each([
	[undefined, ['Main Office · Springfield', 'Riverside Clinic · Shelbyville']],
	['riverside', ['Riverside Clinic · Shelbyville']],
	['SPRING', ['Main Office · Springfield']],
])('offices by %j', async (filter, names) => {
	const { results } = await search('searchOffices', { filter });
	expect(results.map(({ name }) => name)).toEqual(names);
});

test('appointment profiles with their duration', async () => {
	const { results } = await search('searchAppointmentProfiles', { filter: 'follow' });
	expect(results).toEqual([{ name: 'Follow-Up · 20 min', value: '2' }]);
});

test.each(['drChronoUsers'])('users by user name in %s', async (type) => {
	const { results } = await search('searchUsers', { type, filter: 'DOCTOR' });
	expect(results).toEqual([
		{ name: 'doctor', value: '1' },
		{ name: 'doctor2', value: '2' },
		{ name: 'doctor3', value: '3' },
	]);
});

describe('exam rooms', () => {
	const rooms = [
		{ name: 'Exam Room 1', value: '1' },
		{ name: 'Exam Room 2', value: '2' },
		{ name: 'Procedure Room', value: '3' },
	];

	test.each([
		['the chosen office', { office: locator(2, 'list') }],
		['the office among the fields to change', { updateFields: { office: locator(2) } }],
		['the office among the additional fields', { additionalFields: { office: locator(2) } }],
	])('are those of %s', async (_, parameters) => {
		const { results } = await search('searchExamRooms', { parameters });
		expect(results).toEqual(rooms);
		expect(sent().map(({ path }) => path)).toEqual(['/api/offices/2']);
	});

	test('are those of where the appointment is, if no office is chosen', async () => {
		const parameters = { appointmentId: locator(1) };
		const { results } = await search('searchExamRooms', { parameters, filter: 'proc' });
		expect(results).toEqual([rooms[2]]);
		expect(sent().map(({ path }) => path)).toEqual(['/api/appointments/1', '/api/offices/1']);
	});

	test.each([
		['without an office', {}],
		['of an office that an expression will give', { office: locator('={{ $json.office }}') }],
	])('%s there are none yet, and nothing is asked', async (_, parameters) => {
		expect(await search('searchExamRooms', { parameters })).toEqual({ results: [] });
		expect(sent()).toEqual([]);
	});
});

describe('appointments', () => {
	test('are those of the next 14 days', async () => {
		const { results } = await search('searchAppointments');
		const [{ query }] = sent();
		const [first, last] = query.date_range.split('/');
		expect((Date.parse(last) - Date.parse(first)) / 86_400_000).toBe(13);
		expect(results.length).toBeGreaterThan(30);
		expect(results[0].name).toMatch(/^\d{4}-\d{2}-\d{2} 09:00 · Patient \d+ · [A-Z]/);
		expect(results[0].name.startsWith(first)).toBe(true);
	});

	test('are found by patient', async () => {
		const all = await search('searchAppointments');
		const [, patient] = all.results[4].name.split(' · ');
		const { results } = await search('searchAppointments', { filter: patient });
		expect(results.length).toBeGreaterThan(0);
		expect(results.every(({ name }) => name.includes(patient))).toBe(true);
	});
});
