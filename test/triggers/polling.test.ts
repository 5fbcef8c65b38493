import {
	addPatient,
	DAY,
	HOUR,
	MINUTE,
	open,
	pass,
	patients,
	pollAfter,
	practice,
	requests,
	watch,
} from '../support/polledPractice';

describe('Where a trigger starts', () => {
	test('the first activation starts from now: what is there already starts nothing', async () => {
		await open();
		addPatient('Before');
		const polling = await watch();
		expect(await polling.poll()).toEqual([]);
		expect(await pollAfter(polling, MINUTE)).toEqual([]);
		const { id } = addPatient('After');
		expect(await pollAfter(polling, MINUTE)).toMatchObject([
			{ id, last_name: 'After', change: 'created' },
		]);
	});

	test('one check of an unchanged practice costs one request', async () => {
		await open({ patients: 1000, pageSize: 50 });
		for (let i = 0; i < 300; i += 1) addPatient();
		const polling = await watch();
		await polling.poll();
		for (let i = 0; i < 10; i += 1) await pollAfter(polling, 15 * MINUTE);
		for (let i = 0; i < 20; i += 1) {
			practice().simulator.clearLog();
			await pollAfter(polling, 5 * MINUTE);
			expect(requests()).toHaveLength(1);
			expect(requests()[0].query.since).not.toMatch(/Z|[+-]\d\d:\d\d$/);
		}
	});

	test('after a restart it goes on where it was, also over days', async () => {
		await open();
		const polling = await watch();
		await polling.poll();
		addPatient('Seen');
		expect(await pollAfter(polling, MINUTE)).toHaveLength(1);
		const { id } = addPatient('Missed');
		pass(3 * DAY);
		const again = await watch({}, { staticData: polling.stored() });
		expect(await again.poll()).toMatchObject([{ id }]);
		expect(await pollAfter(again, MINUTE)).toEqual([]);
	});

	test('a check that n8n starts before it has stored where the one before came to gives nothing twice', async () => {
		await open();
		const id = 'overlapping';
		const polling = await watch({}, { id });
		await polling.poll();
		addPatient();
		const before = { id, staticData: polling.stored() };
		expect(await pollAfter(polling, MINUTE)).toHaveLength(1);
		practice().simulator.clearLog();
		const late = await watch({}, before);
		expect(await late.poll()).toEqual([]);
		expect(requests()).toEqual([]);
		// n8n has not stored it for a minute: what was passed on did not run.
		expect(await pollAfter(late, MINUTE)).toHaveLength(1);
		practice().simulator.clearLog();
		const stored = await watch({}, { id, staticData: late.stored() });
		expect(await stored.poll()).toEqual([]);
		expect(requests()).toHaveLength(1);
	});

	test('with another resource or other filters it starts from now again', async () => {
		await open();
		const polling = await watch();
		await polling.poll();
		addPatient();
		pass(MINUTE);
		const other = await watch(
			{ filters: { doctor: { __rl: true, mode: 'id', value: '1' } } },
			{ staticData: polling.stored() },
		);
		expect(await other.poll()).toEqual([]);
		expect(requests().at(-1)?.query.doctor).toBe('1');
		addPatient();
		expect(await pollAfter(other, MINUTE)).toHaveLength(1);
	});

	test('a test run in the editor shows the latest few and leaves the place alone', async () => {
		await open();
		for (let i = 0; i < 8; i += 1) {
			addPatient(`Number${i}`);
			pass(MINUTE);
		}
		const polling = await watch({}, { mode: 'manual' });
		const shown = await polling.poll();
		expect(shown.map(({ last_name }) => last_name)).toEqual(
			[7, 6, 5, 4, 3].map((i) => `Number${i}`),
		);
		expect(polling.stored()).toEqual({});
	});
});

test('a test run shows the latest, not the first of a list of several pages', async () => {
	await open({ pageSize: 50 });
	for (let i = 0; i < 120; i += 1) {
		addPatient(`Number${i}`);
		pass(1000);
	}
	const shown = await (await watch({}, { mode: 'manual' })).poll();
	expect(shown.map(({ last_name }) => last_name)).toEqual(
		[119, 118, 117, 116, 115].map((i) => `Number${i}`),
	);
});

test('Change: Changed loses no change when n8n is restarted after the creation', async () => {
	await open();
	const polling = await watch({ triggerOn: 'changed' });
	await polling.poll();
	const { id } = addPatient();
	expect(await pollAfter(polling, MINUTE)).toEqual([]);
	pass(5 * MINUTE);
	patients().update(id, { city: 'Springfield' });
	const again = await watch({ triggerOn: 'changed' }, { staticData: polling.stored() });
	expect(await again.poll()).toMatchObject([{ id, change: 'changed' }]);
});

describe('Each change once', () => {
	test('a record is given once per change, as created and then as changed', async () => {
		await open();
		const polling = await watch();
		await polling.poll();
		const { id } = addPatient();
		expect(await pollAfter(polling, MINUTE)).toMatchObject([{ id, change: 'created' }]);
		expect(await pollAfter(polling, MINUTE)).toEqual([]);
		patients().update(id, { city: 'Springfield' });
		expect(await pollAfter(polling, MINUTE)).toMatchObject([{ id, change: 'changed' }]);
		expect(await pollAfter(polling, 5 * HOUR)).toEqual([]);
		patients().update(id, { city: 'Shelbyville' });
		expect(await pollAfter(polling, MINUTE)).toMatchObject([{ id, change: 'changed' }]);
	});

	test.each([
		['created', ['created']],
		['changed', ['changed']],
		['both', ['created', 'changed']],
	])('Change: %s', async (triggerOn, expected) => {
		await open();
		const polling = await watch({ triggerOn });
		await polling.poll();
		addPatient();
		patients().update(7, { city: 'Springfield' });
		const given = await pollAfter(polling, MINUTE);
		expect(given.map(({ change }) => change).sort()).toEqual([...expected].sort());
	});

	test('the list may be some seconds old: what comes late is given, what flickers is not repeated', async () => {
		await open();
		const { simulator } = practice();
		const polling = await watch();
		await polling.poll();
		const { id } = addPatient();
		simulator.inject({ effect: { kind: 'stale' } });
		expect(await pollAfter(polling, MINUTE)).toEqual([]);
		expect(await pollAfter(polling, MINUTE)).toMatchObject([{ id }]);
		patients().update(id, { city: 'Springfield' });
		expect(await pollAfter(polling, MINUTE)).toHaveLength(1);
		simulator.inject({ effect: { kind: 'stale' } });
		expect(await pollAfter(polling, MINUTE)).toEqual([]);
		expect(await pollAfter(polling, MINUTE)).toEqual([]);
	});

	test('a list that breaks off in its middle gives nothing and moves nothing; the next check gives all', async () => {
		await open({ pageSize: 10 });
		const { simulator } = practice();
		const polling = await watch();
		await polling.poll();
		const added = Array.from({ length: 35 }, () => addPatient().id);
		const before = polling.stored();
		simulator.inject({ skip: 2, times: 99, effect: { kind: 'status', status: 503 } });
		await expect(pollAfter(polling, MINUTE)).rejects.toThrow(/after several attempts/);
		expect(polling.stored()).toEqual(before);
		simulator.clearFaults();
		expect((await pollAfter(polling, MINUTE)).map(({ id }) => id)).toEqual(added);
	});

	test('while a check is still running, the next one leaves it alone', async () => {
		await open();
		const polling = await watch();
		await polling.poll();
		addPatient();
		const [one, other] = await Promise.all([polling.poll(), polling.poll()]);
		expect([one.length, other.length].sort()).toEqual([0, 1]);
	});

	test.each([
		['America/New_York', 'Pacific/Honolulu'],
		['Asia/Tokyo', 'America/New_York'],
		['America/Los_Angeles', 'Pacific/Kiritimati'],
	])('DrChrono in %s, the workflow in %s: nothing is missed', async (theirs, ours) => {
		await open();
		practice().simulator.store.settings.timezone = theirs;
		const polling = await watch({}, { timezone: ours });
		await polling.poll();
		for (let i = 0; i < 5; i += 1) {
			const { id } = addPatient();
			expect(await pollAfter(polling, MINUTE)).toMatchObject([{ id }]);
			expect(await pollAfter(polling, 9 * HOUR)).toEqual([]);
		}
	});

	test('5000 changes in 50 checks, a third of which fail, across the end of daylight saving', async () => {
		const start = new Date('2026-11-01T04:00:00Z');
		await open({ patients: 2000, startAt: start, throttle: { perSecond: 1e6, perHour: 1e6 } });
		const { simulator } = practice();
		const polling = await watch({ output: 'selected', fields: ['id', 'updated_at'] });
		await polling.poll();
		const made: string[] = [];
		const given: string[] = [];
		let failed = 0;
		let largest = 0;
		for (let round = 0; round < 50; round += 1) {
			for (let i = 0; i < 100; i += 1) {
				const id = 1 + ((round * 100 + i) % 2000);
				const row = i % 10 === 0 ? addPatient() : patients().update(id, { city: `City ${round}` });
				made.push(`${row.id} ${String(row.updated_at)}`);
			}
			pass(5 * MINUTE);
			const fails = round % 3 === 1;
			if (fails) {
				const skip = round % 2;
				simulator.inject({ skip, times: 50, effect: { kind: 'status', status: 502 } });
			}
			try {
				for (const { id, updated_at } of await polling.poll()) {
					given.push(`${String(id)} ${String(updated_at)}`);
				}
			} catch {
				failed += 1;
			}
			simulator.clearFaults();
			largest = Math.max(largest, JSON.stringify(polling.stored()).length);
		}
		given.push(
			...(await polling.poll()).map(({ id, updated_at }) => `${String(id)} ${String(updated_at)}`),
		);
		expect(made).toHaveLength(5000);
		expect(new Set(made).size).toBe(5000);
		expect(failed).toBeGreaterThanOrEqual(16);
		expect([...given].sort()).toEqual([...made].sort());
		expect(largest).toBeLessThan(300_000);
	});

	test('nothing is missed when clocks are set forward', async () => {
		await open({ startAt: new Date('2026-03-08T06:30:00Z') });
		const polling = await watch();
		await polling.poll();
		for (let i = 0; i < 12; i += 1) {
			const { id } = addPatient();
			expect(await pollAfter(polling, 10 * MINUTE)).toMatchObject([{ id }]);
		}
	});
});
