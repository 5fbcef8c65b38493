import { setTimeout as wait } from 'node:timers/promises';
import { startSimulator, type Simulator } from '../simulator';
import { canvasNode, rowOf } from '../support/canvas';
import { startCollector, type Collector } from '../support/collector';
import { connectedCredential } from '../support/credentials';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { N8n } from '../support/n8nProcess';
import { until } from '../support/until';

const CHECKS = 50;
const CHANGES = 5000;
const PATIENTS = 2000;
const SECOND = 1_000;
const PATH = '/api/patients';
const LARGEST_PAGE = '250';

/** In New York clocks are set back an hour. */
const WINTER_TIME = Date.parse('2026-11-01T06:00:00Z');

/** n8n takes no poll time that comes more than once a minute, but any number of poll times. */
const EVERY_TWO_SECONDS = Array.from({ length: 30 }, (_, index) => ({
	mode: 'custom',
	cronExpression: `${2 * index} * * * * *`,
}));

interface Given {
	readonly id: number;
	readonly updated_at: string;
	readonly change: string;
}

describe.each(N8N_VERSIONS)('DrChrono Polling Trigger in n8n %s', (version) => {
	let simulator: Simulator;
	let n8n: N8n;
	let collector: Collector<Given>;
	let workflow: string;

	beforeAll(async () => {
		// n8n and DrChrono live in the same night; it takes a while until n8n asks for the first time.
		const startAt = new Date(WINTER_TIME - 180 * SECOND);
		// What is tried here is the clocks: 2000 patients, read twice a check, take more than the quota of an hour.
		const throttle = { perHour: 100_000 };
		simulator = await startSimulator({ patients: PATIENTS, startAt, throttle });
		const clockShiftMs = simulator.clock.now() - Date.now();
		[n8n, collector] = await Promise.all([
			N8n.start({ version, clockShiftMs }),
			startCollector<Given>(),
		]);
		const credential = await n8n.createCredential(connectedCredential(simulator));
		const trigger = canvasNode(
			'Patients',
			'n8n-nodes-drchrono.drChronoPollingTrigger',
			{
				resource: 'patient',
				triggerOn: 'both',
				output: 'selected',
				fields: ['id', 'updated_at'],
				pollTimes: { item: EVERY_TWO_SECONDS },
			},
			credential,
		);
		workflow = await n8n.createWorkflow({
			name: 'Changes',
			...rowOf([trigger, collector.node]),
			// In a zone whose clocks are set back n8n 1.x ceases to start anything at that moment.
			settings: { timezone: version.startsWith('1.') ? 'UTC' : 'America/New_York' },
		});
		await n8n.activate(workflow);
	}, 180_000);
	afterAll(async () => {
		await n8n.stop();
		await Promise.all([simulator.close(), collector.close()]);
	}, 60_000);

	/** Checks that have begun: each reads the list again, by other pages, until that brings nothing new. */
	const begun = () =>
		simulator
			.requests({ path: PATH })
			.filter(({ query }) => !('cursor' in query) && query.page_size === LARGEST_PAGE).length;

	/** A whole check: when a second one begins from now on, the first has ended. */
	async function nextCheck(): Promise<void> {
		const before = begun();
		await until('A check', () => begun() > before + 1);
	}

	const failedRuns = async () =>
		(await n8n.rest.executions(workflow)).filter(({ status }) => status === 'error').length;

	async function change(round: number): Promise<string[]> {
		const made: string[] = [];
		for (let i = 0; i < CHANGES / CHECKS; i += 1) {
			const id = 1 + ((round * (CHANGES / CHECKS) + i) % PATIENTS);
			const { patients } = simulator.store;
			const row =
				i % 10 === 0
					? patients.insert({ first_name: 'Pat', last_name: 'Example', gender: 'Other', doctor: 1 })
					: patients.update(id, { city: `City ${round}` });
			made.push(`${row.id} ${String(row.updated_at)}`);
			// Changes do not wait for a check: some happen while n8n reads.
			if (i % 20 === 0) await wait(50);
		}
		return made;
	}

	test('5000 changes in 50 checks, a third of which fail, while clocks are set back: each once', async () => {
		await nextCheck();
		const made: string[] = [];
		let injected = 0;
		const startedAt = simulator.clock.now();
		for (let round = 0; round < CHECKS; round += 1) {
			if (round === CHECKS / 2) {
				await until('Winter time', () => simulator.clock.now() > WINTER_TIME, 240);
			}
			made.push(...(await change(round)));
			if (round % 3 === 1) {
				const before = await failedRuns();
				// On the first page, or within the list.
				const effect = { kind: 'status', status: 502 } as const;
				simulator.inject({ match: { path: PATH }, skip: round % 2, times: 99, effect });
				injected += 1;
				await until('A failed run', async () => (await failedRuns()) > before);
				simulator.clearFaults();
			} else {
				await nextCheck();
			}
		}
		await nextCheck();
		await nextCheck();
		const given = (await collector.settled()).map(({ id, updated_at }) => `${id} ${updated_at}`);
		process.stdout.write(
			`n8n ${version}: ${given.length} of ${made.length} changes given; ${begun()} checks, ${injected} of them failed\n`,
		);
		expect(new Set(made).size).toBe(CHANGES);
		expect(startedAt).toBeLessThan(WINTER_TIME);
		expect(injected).toBeGreaterThanOrEqual(16);
		expect(await failedRuns()).toBe(injected);
		expect([...given].sort()).toEqual([...made].sort());
	}, 900_000);

	afterEach(() => simulator.clearFaults());

	test('n8n stopped and started again goes on where it was', async () => {
		await n8n.halt();
		collector.items.length = 0;
		const { id, updated_at } = simulator.store.patients.update(7, { city: 'Springfield' });
		await n8n.restart();
		await nextCheck();
		await nextCheck();
		expect(await collector.settled()).toEqual([{ change: 'changed', id, updated_at }]);
	});
});
