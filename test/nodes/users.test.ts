import { users } from '../support/nodes';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({ throttle: { perSecond: 1000, perHour: 10_000 } });
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => practice.simulator.clearLog());

const wire = () => practice.simulator.requests().map(({ path, query }) => ({ path, query }));

test('the current user is found by following DrChrono’s redirect, with the token', async () => {
	const found = await practice.json({ nodes: [users('user', 'getCurrent')] });
	expect(found).toEqual([
		{
			...{ id: '1', username: 'doctor', doctor: '1' },
			...{ is_doctor: true, is_staff: false, practice_group: '1' },
		},
	]);
	expect(practice.simulator.requests().map(({ path, status }) => [path, status])).toEqual([
		['/api/users/current', 302],
		['/api/users/1', 200],
	]);
});

test.each([
	['user', { userId: locator(5) }, '/api/users/5', { username: 'frontdesk', is_staff: true }],
	['doctor', { doctorId: locator(2) }, '/api/doctors/2', { timezone: 'America/New_York' }],
	['office', { officeId: locator(2) }, '/api/offices/2', { name: 'Riverside Clinic' }],
])('Get %s', async (resource, parameters, path, expected) => {
	const [found] = await practice.json({ nodes: [users(resource, 'get', parameters)] });
	expect(found).toMatchObject(expected);
	expect(Object.keys(found).length).toBeLessThanOrEqual(10);
	expect(wire()).toEqual([{ path, query: {} }]);
});

test.each([
	['user', '/api/users', 5],
	['doctor', '/api/doctors', 3],
	['office', '/api/offices', 2],
])('Get Many of %s reads the whole list', async (resource, path, count) => {
	const all = { returnAll: true };
	expect(await practice.json({ nodes: [users(resource, 'getAll', all)] })).toHaveLength(count);
	expect(wire()).toEqual([{ path, query: { page_size: '250' } }]);
});

test.each([
	['user', '/api/users', ['doctor2']],
	['office', '/api/offices', []],
])('%s are filtered by doctor', async (resource, path, names) => {
	const filters = { doctor: locator(2) };
	const found = await practice.json({ nodes: [users(resource, 'getAll', { filters, limit: 9 })] });
	expect(found.map(({ username, name }) => username ?? name)).toEqual(names);
	expect(wire()).toEqual([{ path, query: { doctor: '2', page_size: '9' } }]);
});

test('an office has its exam rooms, and with Verbose its online times', async () => {
	const [office] = await practice.json({
		nodes: [
			users('office', 'get', {
				officeId: locator(1),
				output: 'selected',
				fields: ['exam_rooms', 'online_timeslots'],
				options: { verbose: true },
			}),
		],
	});
	expect(office.exam_rooms).toEqual([
		{ index: 1, name: 'Exam Room 1', online_scheduling: true },
		{ index: 2, name: 'Exam Room 2', online_scheduling: false },
		{ index: 3, name: 'Procedure Room', online_scheduling: false },
	]);
	expect(office.online_timeslots).toHaveLength(5);
	expect(wire()).toEqual([{ path: '/api/offices/1', query: { verbose: 'true' } }]);
});

test('work schedules are picked by whose they are, read, and changed with all their hours', async () => {
	const practice = await openPractice();
	const run = async (operation: string, rest: object = {}) =>
		await practice.run({
			nodes: [
				{
					type: 'drChronoUsers',
					parameters: { resource: 'officeWorkSchedule', operation, ...rest },
				},
			],
		});
	const current = await run('getCurrent');
	expect(current.error).toBeUndefined();
	const officeWorkScheduleId = { __rl: true, mode: 'id', value: '1' };
	const hours = [
		{ start_time: '08:00:00', end_time: '12:00:00', enabled: true },
		{ start_time: '13:00:00', end_time: '17:00:00', enabled: true },
	];
	const day = { iso_weekday: 'Friday', enabled: true };
	const work_days = { values: [{ ...day, work_hours: { values: hours } }] };
	const { error } = await run('update', { officeWorkScheduleId, updateFields: { work_days } });
	expect(error).toBeUndefined();
	expect(
		practice.simulator.requests().map(({ method, path, body }) => [method, path, body]),
	).toEqual([
		['GET', '/api/office_work_schedule', undefined],
		['PATCH', '/api/office_work_schedule/1', { work_days: [{ ...day, work_hours: hours }] }],
	]);
	await practice.simulator.close();
});
