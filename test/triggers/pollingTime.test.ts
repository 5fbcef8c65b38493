import type { IDataObject } from 'n8n-workflow';
import { replaceClock } from '../support/clock';
import { ClockedList } from '../support/clockedList';
import { CredentialStore } from '../support/credentials';
import { openPolling } from '../support/polling';
import {
	addPatient,
	HOUR,
	MINUTE,
	open,
	pass,
	pollAfter,
	practice,
	requests,
	watch,
} from '../support/polledPractice';

/** n8n 2.36 and later give a poll so long, and drop what comes after. */
const N8N_WAITS = 45_000;
const START = Date.UTC(2026, 4, 12, 16);

describe('A poll that waits for the quota', () => {
	const throttled = (seconds: number) => ({
		kind: 'status' as const,
		status: 429,
		body: { detail: `Request was throttled. Expected available in ${seconds}.0 seconds.` },
	});

	test.each([20, 50, 1523])(
		'%d seconds: it ends before n8n drops it, and nothing is lost',
		async (seconds) => {
			await open();
			const { simulator } = practice();
			const polling = await watch({ options: { maximumWait: 3600 } });
			await polling.poll();
			const { id } = addPatient();
			pass(MINUTE);
			const before = simulator.clock.now();
			simulator.inject({ times: seconds > 40 ? 99 : 1, effect: throttled(seconds) });
			const given = await polling.poll().catch((): IDataObject[] => []);
			expect(simulator.clock.now() - before).toBeLessThan(N8N_WAITS);
			simulator.clearFaults();
			given.push(...(await pollAfter(polling, HOUR)));
			expect(given).toMatchObject([{ id, change: 'created' }]);
			expect(await pollAfter(polling, MINUTE)).toEqual([]);
		},
	);

	test.each([30, 35, 38, 39, 40, 41, 44])(
		'%d seconds, in the middle of a list: it ends in time, and nothing is lost',
		async (seconds) => {
			await open({ pageSize: 10 });
			const { simulator } = practice();
			const polling = await watch({ options: { maximumWait: 3600 } });
			await polling.poll();
			const added = Array.from({ length: 25 }, () => addPatient().id);
			pass(MINUTE);
			const before = simulator.clock.now();
			simulator.inject({ skip: 1, effect: throttled(seconds) });
			const given = await polling.poll().catch((): IDataObject[] => []);
			expect(simulator.clock.now() - before).toBeLessThan(N8N_WAITS - 3_000);
			given.push(...(await pollAfter(polling, HOUR)), ...(await pollAfter(polling, MINUTE)));
			expect(given.map(({ id }) => id)).toEqual(added);
		},
	);
});

describe('A list that answers slowly', () => {
	/** A list of ten pages, each of which takes so long, and a trigger that watches it. */
	async function slowly(takes: number, prove: (list: ClockedList) => Promise<void>) {
		const list = new ClockedList({
			sinceZone: 0,
			stampZone: 0,
			pageSize: 10,
			startAt: START,
			takes,
		});
		await list.listen();
		const restore = replaceClock(
			() => list.now,
			(ms) => (list.now += ms),
		);
		try {
			await prove(list);
		} finally {
			restore();
			await list.close();
		}
	}

	const watching = async (list: ClockedList) =>
		await openPolling({
			credentials: new CredentialStore({
				baseUrl: list.url,
				oauthTokenData: { access_token: 'token' },
			}),
			parameters: { resource: 'patient', output: 'selected', fields: ['id', 'updated_at'] },
		});

	test('a check gives what there was time for, and the next one goes on there', async () => {
		await slowly(8_000, async (list) => {
			const polling = await watching(list);
			await polling.poll();
			for (let i = 0; i < 100; i += 1) list.create();
			const given: string[] = [];
			for (let checks = 0; checks < 12; checks += 1) {
				list.now += MINUTE;
				const before = list.now;
				for (const { id, updated_at } of await polling.poll()) {
					given.push(`${String(id)} ${String(updated_at)}`);
				}
				expect(list.now - before).toBeLessThan(N8N_WAITS);
				if (checks === 2) list.change(3);
			}
			expect(given.sort()).toEqual([...list.made].sort());
		});
	});

	test('the first read may take several checks; what it brings starts nothing', async () => {
		await slowly(8_000, async (list) => {
			for (let i = 0; i < 100; i += 1) list.seed(START - HOUR + i);
			const polling = await watching(list);
			const check = async () => {
				list.now += MINUTE;
				return await polling.poll();
			};
			for (let checks = 0; checks < 4; checks += 1) expect(await check()).toEqual([]);
			list.change(3);
			const given = [...(await check()), ...(await check()), ...(await check())];
			expect(given).toMatchObject([{ id: 3, change: 'changed' }]);
		});
	});

	test('what came too late for n8n is not passed on, and the place stays', async () => {
		await slowly(50_000, async (list) => {
			const polling = await watching(list);
			await expect(polling.poll()).rejects.toThrow(/took longer than n8n waits/);
			expect(polling.kept()).toEqual({});
		});
	});
});

test('Fetch Test Event on Appointments costs at most 4 requests, however many there are', async () => {
	await open({ appointments: 2_000, patients: 50 });
	const polling = await watch({ resource: 'appointment' }, { mode: 'manual' });
	expect(await polling.poll()).toHaveLength(5);
	expect(requests().length).toBeLessThanOrEqual(4);
	practice().simulator.clearLog();
	const nobody = { doctor: { __rl: true, mode: 'id', value: '999' } };
	const none = await watch({ resource: 'appointment', filters: nobody }, { mode: 'manual' });
	await expect(none.poll()).rejects.toThrow(/no appointments that changed within a year/);
	expect(requests().length).toBeLessThanOrEqual(4);
});
