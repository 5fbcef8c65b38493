import { setTimeout as wait } from 'node:timers/promises';
import { startSimulator, type Simulator } from '../simulator';
import { canvasNode, rowOf } from '../support/canvas';
import { startCollector, type Collector } from '../support/collector';
import { connectedCredential } from '../support/credentials';
import type { Cluster } from '../support/queue/cluster';
import { until } from '../support/until';

const PATH = '/api/patients';
const PATIENTS = 40;
const CHANGED_AT_ONCE = 5;
/** After a check's answer n8n takes so many ms at most to start its run, here. */
const STARTING_MS = 200;

/** n8n takes no poll time that comes more than once a minute, but any number of poll times. */
const EVERY_TWO_SECONDS = Array.from({ length: 30 }, (_, index) => ({
	mode: 'custom',
	cronExpression: `${2 * index} * * * * *`,
}));

interface Given {
	readonly id: number;
	readonly updated_at: string;
}

const named = ({ id, updated_at: at }: { id?: unknown; updated_at?: unknown }) =>
	`${String(id)} ${String(at)}`;

class Polled {
	readonly made: string[] = [];

	private next = 0;

	constructor(
		private readonly simulator: Simulator,
		private readonly collector: Collector<Given>,
	) {}

	/** Changes a few patients, others each time. */
	change(): void {
		for (let count = 0; count < CHANGED_AT_ONCE; count += 1) {
			this.next = (this.next % PATIENTS) + 1;
			const changed = this.simulator.store.patients.update(this.next, {
				city: `City ${Math.random()}`,
			});
			this.made.push(named(changed));
		}
	}

	/** Resolves when a check that begins from now on has been answered. */
	async check(): Promise<void> {
		const before = this.simulator.requests({ path: PATH }).length;
		await until('A check', () => this.simulator.requests({ path: PATH }).length > before, 120);
	}

	/** What was made and is given once, twice, and not. */
	async account(): Promise<{ given: string[]; twice: string[]; lost: string[] }> {
		for (let checks = 0; checks < 3; checks += 1) await this.check();
		const given = (await this.collector.settled()).map(named);
		return {
			given,
			twice: given.filter((one, index) => given.indexOf(one) !== index),
			lost: this.made.filter((one) => !given.includes(one)),
		};
	}
}

/** A Polling Trigger while main, which polls, is stopped and started. */
export function pollingCases(cluster: () => Cluster, { kills }: { kills: number }): void {
	let simulator: Simulator;
	let collector: Collector<Given>;
	let workflow: string;

	const publish = async () => {
		simulator = await startSimulator({ patients: PATIENTS, throttle: { perHour: 100_000 } });
		collector = await startCollector<Given>();
		const credential = await cluster().createCredential(connectedCredential(simulator));
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
		const row = rowOf([trigger, collector.node]);
		workflow = await cluster().createWorkflow({ name: 'Changes', ...row });
		await cluster().activate(workflow);
		const polled = new Polled(simulator, collector);
		await polled.check();
		await polled.check();
		// A place is kept from the first run on.
		polled.change();
		await until('The first run', () => collector.items.length > 0);
		return polled;
	};

	const close = async () => {
		await cluster().main.boot();
		await cluster().rest.login();
		await cluster().deactivate(workflow);
		await Promise.all([simulator.close(), collector.close()]);
	};

	test('polling: main stopped or killed between two checks, or in one: each change once', async () => {
		const polled = await publish();
		const { main } = cluster();
		try {
			for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
				polled.change();
				await until('The changes are given', () => collector.items.length === polled.made.length);
				await main.halt(signal);
				polled.change();
				await main.boot();
				await polled.check();
				await until('The changes are given', () => collector.items.length === polled.made.length);
				// In a check: its answer is held back until nobody is there any more.
				simulator.inject({ match: { path: PATH }, effect: { kind: 'delay', ms: 3_000 } });
				polled.change();
				await polled.check();
				await main.halt(signal);
				await main.boot();
			}
			const { given, twice, lost } = await polled.account();
			expect({ twice, lost }).toEqual({ twice: [], lost: [] });
			expect(given).toHaveLength(polled.made.length);
			expect(Object.keys(cluster().statuses(workflow))).toEqual(['success']);
		} finally {
			await close();
		}
	}, 600_000);

	test(`polling: main killed ${kills} times while it starts a run gives nothing twice`, async () => {
		const polled = await publish();
		const { main } = cluster();
		try {
			for (let kill = 0; kill < kills; kill += 1) {
				const asked = () => simulator.requests({ path: PATH });
				polled.change();
				const before = asked().length;
				while (asked().length === before || asked().at(-1)?.status === 0) await wait(2);
				await wait((STARTING_MS * kill) / kills);
				await main.halt('SIGKILL');
				await main.boot();
				await polled.check();
			}
			const { twice, lost } = await polled.account();
			process.stdout.write(
				`n8n ${cluster().version}, main killed within ${STARTING_MS} ms after ${kills} checks: ` +
					`${lost.length} of ${polled.made.length} changes lost, ${twice.length} given twice\n`,
			);
			expect(twice).toEqual([]);
		} finally {
			await close();
		}
	}, 900_000);
}
