import { shareClock } from '../support/clock';
import { locator, patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;
let restore: () => void = () => undefined;

afterEach(async () => {
	restore();
	await practice.simulator.close();
});

const statuses = () => practice.simulator.requests().map(({ status }) => status);

test('items in a row see no 429', async () => {
	practice = await openPractice({ patients: 25 });
	const all = await practice.json({
		nodes: [patients('get', { patientId: '={{ { __rl: true, mode: "id", value: $json.id } }}' })],
		items: Array.from({ length: 25 }, (_, index) => ({ json: { id: index + 1 } })),
	});
	expect(all.map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
	expect(statuses()).toEqual(Array.from({ length: 25 }, () => 200));
});

test('parallel executions share one pace', async () => {
	practice = await openPractice({ patients: 20 });
	await Promise.all(
		Array.from(
			{ length: 20 },
			async (_, index) =>
				await practice.json({ nodes: [patients('get', { patientId: locator(index + 1) })] }),
		),
	);
	expect(statuses()).toEqual(Array.from({ length: 20 }, () => 200));
});

describe('an hour’s quota used up in mid-list', () => {
	const startAt = new Date('2026-03-02T15:40:00Z');
	const quotaReturnsAt = Date.parse('2026-03-02T16:00:00Z');
	const list = (maximumWait: number) => ({
		nodes: [patients('getAll', { returnAll: true, options: { maximumWait } })],
		timezone: 'America/New_York',
	});

	beforeEach(async () => {
		practice = await openPractice({ patients: 1000, throttle: { perHour: 2 }, startAt });
	});

	test('waits for the full hour when Maximum Wait allows', async () => {
		const shared = shareClock(practice.simulator);
		restore = shared.restore;
		const all = await practice.json(list(3600));
		expect(new Set(all.map(({ id }) => id)).size).toBe(1000);
		expect(statuses()).toEqual([200, 200, 429, 200, 200]);
		const [, , refused, next] = practice.simulator.requests();
		const leftMs = quotaReturnsAt - refused.at;
		expect(next.at).toBeGreaterThanOrEqual(quotaReturnsAt);
		// DrChrono rounds up to a second; a quarter is a margin, and up to another spreads the waits.
		expect(shared.waited.some((ms) => ms > leftMs - 10_000 && ms < leftMs + 2_250)).toBe(true);
	});

	test('otherwise fails at once, naming the time at which the quota returns', async () => {
		restore = shareClock(practice.simulator).restore;
		const { error } = await practice.run(list(60));
		expect(error?.message).toMatch(/until 11:00:0\d \(America\/New_York\)/);
		expect(error?.description).toMatch('Maximum Wait');
		expect(error?.httpCode).toBe('429');
		expect(statuses()).toEqual([200, 200, 429]);
	});

	test('the next execution asks nothing until then', async () => {
		restore = shareClock(practice.simulator).restore;
		await practice.run(list(0));
		const { error } = await practice.run(list(0));
		expect(error?.message).toMatch('accepts no more requests');
		expect(statuses()).toEqual([200, 200, 429]);
	});
});

test('a POST that was refused by the throttle is sent again: DrChrono had not acted', async () => {
	practice = await openPractice();
	restore = shareClock(practice.simulator).restore;
	practice.simulator.inject({
		effect: {
			kind: 'status',
			status: 429,
			body: { detail: 'Request was throttled. Expected available in 3.0 seconds.' },
		},
	});
	const before = practice.simulator.store.patients.all().length;
	await practice.json({
		nodes: [
			patients('create', {
				first_name: 'Nora',
				last_name: 'Example',
				gender: 'Female',
				doctor: locator(1),
			}),
		],
	});
	expect(statuses()).toEqual([429, 201]);
	expect(practice.simulator.store.patients.all()).toHaveLength(before + 1);
});
