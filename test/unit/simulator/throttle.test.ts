import { type Simulator, startSimulator } from '../../simulator';
import { client, object, scalar } from './support';

const HOUR = 3_600_000;

let simulator: Simulator;
afterEach(() => simulator.close());

test('the tenth request within a second is refused, whatever was refused does not count', async () => {
	simulator = await startSimulator();
	const { get } = client(simulator);
	const burst = await Promise.all(Array.from({ length: 12 }, () => get('/api/doctors')));
	const statuses = burst.map(({ status }) => status);
	expect(statuses.filter((status) => status === 200)).toHaveLength(9);
	expect(statuses.filter((status) => status === 429)).toHaveLength(3);
	const refused = burst.find(({ status }) => status === 429);
	expect(refused?.json).toEqual({
		detail: 'Request was throttled. Expected available in 1.0 seconds.',
	});
	expect(refused?.headers.get('retry-after')).toBeNull();
	simulator.clock.advance(1000);
	expect((await get('/api/doctors')).status).toBe(200);
});

test('the quota is of the clock hour and returns at its top', async () => {
	const startAt = new Date('2026-03-02T14:40:00Z');
	simulator = await startSimulator({ startAt, throttle: { perHour: 5 } });
	const { get, post } = client(simulator);
	for (let count = 0; count < 5; count += 1) await get('/api/doctors');
	const before = simulator.store.patients.size;
	const refused = await post('/api/patients', { doctor: 1, gender: 'Male' });
	expect(refused.status).toBe(429);
	expect(simulator.store.patients.size).toBe(before);
	const seconds = Number(/in ([\d.]+) seconds/.exec(scalar(object(refused.json).detail))?.[1]);
	expect(seconds).toBeGreaterThan(1190);
	expect(seconds).toBeLessThanOrEqual(1200);
	simulator.clock.advance(seconds * 1000 - 10_000);
	expect((await get('/api/doctors')).status).toBe(429);
	simulator.clock.advance(10_000);
	expect((await get('/api/doctors')).status).toBe(200);
});

test('500 an hour are allowed by default, and a bad token uses up nothing', async () => {
	simulator = await startSimulator({
		startAt: new Date('2026-03-02T14:00:00Z'),
		throttle: { perSecond: 10_000 },
	});
	await client(simulator, 'nonsense').get('/api/doctors');
	const { get } = client(simulator);
	for (let count = 0; count < 500; count += 1) await get('/api/doctors?page_size=1');
	expect(simulator.requests().filter(({ status }) => status === 200)).toHaveLength(500);
	expect((await get('/api/doctors')).status).toBe(429);
	simulator.clock.advance(HOUR);
	expect((await get('/api/doctors')).status).toBe(200);
});
