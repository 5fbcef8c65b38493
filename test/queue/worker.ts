import { startSimulator, type Simulator } from '../simulator';
import { canvasNode } from '../support/canvas';
import { connectedCredential } from '../support/credentials';
import { locator } from '../support/patients';
import type { Cluster } from '../support/queue/cluster';
import { until } from '../support/until';
import { publish, splitOut } from './readers';

const PATIENTS = 25;
/** After so many have been created the worker is ended. */
const ENDED_AFTER = 8;

const names = Array.from({ length: PATIENTS }, (_, index) => `Example${index}`);

/** A worker that is ended while it writes. */
export function workerCases(cluster: () => Cluster): void {
	let simulator: Simulator;
	let credential: string;

	beforeEach(async () => {
		simulator = await startSimulator({ patients: 1, throttle: { perHour: 100_000 } });
		credential = await cluster().createCredential(connectedCredential(simulator));
	});
	afterEach(async () => {
		await Promise.all(cluster().workers.map(async (worker) => await worker.boot()));
		await simulator.close();
	});

	/** A published workflow that writes a patient for each name. */
	async function publishWriter(operation: string, more: object = {}) {
		const person = {
			resource: 'patient',
			first_name: 'Pat',
			last_name: '={{ $json.name }}',
			date_of_birth: '1980-02-29',
			gender: 'Other',
			doctor: locator(1),
		};
		const parameters = { ...person, operation, ...more };
		const write = canvasNode(
			'Write',
			'n8n-nodes-drchrono.drChronoPatients',
			parameters,
			credential,
		);
		return await publish(cluster(), operation, [splitOut('names', 'name'), write]);
	}

	/** Who is in the charts now. */
	const created = () =>
		simulator.store.patients.all().flatMap(({ last_name: name }) => {
			return names.includes(String(name)) ? [String(name)] : [];
		});

	/** Lets the first worker begin, since the other one is away, and ends it within its work. */
	async function endWhileWriting(start: () => Promise<void>, signal: NodeJS.Signals) {
		const [ended, other] = cluster().workers;
		await other.halt();
		await start();
		await until('Some patients', () => created().length >= ENDED_AFTER);
		await ended.halt(signal);
	}

	test('a killed worker: its execution is told as failed and not run again; Create or Update makes up for it', async () => {
		const create = await publishWriter('create');
		const again = await publishWriter('upsert', { matchBy: 'nameAndBirthDate' });
		await endWhileWriting(async () => await create.start({ names }), 'SIGKILL');
		const atItsEnd = created().length;
		expect(atItsEnd).toBeLessThan(PATIENTS);
		await Promise.all(cluster().workers.map(async (worker) => await worker.boot()));
		const statuses = await cluster().ended(create.workflowId, 1, 180);
		process.stdout.write(
			`n8n ${cluster().version}: a worker killed after ${atItsEnd} of ${PATIENTS} patients, ` +
				`its execution: ${Object.keys(statuses).join()}, patients now: ${created().length}\n`,
		);
		expect(statuses).not.toHaveProperty('success');
		// A request that was on its way may have arrived after the worker's end.
		expect(created().length).toBeLessThanOrEqual(atItsEnd + 1);
		await again.start({ names });
		expect(await cluster().ended(again.workflowId, 1, 120)).toEqual({ success: 1 });
		expect(created().sort()).toEqual([...names].sort());
	});

	test('a worker that is asked to stop finishes what it runs', async () => {
		const create = await publishWriter('create');
		await endWhileWriting(async () => await create.start({ names }), 'SIGTERM');
		expect(created().sort()).toEqual([...names].sort());
		expect(await cluster().ended(create.workflowId, 1, 60)).toEqual({ success: 1 });
	});
}
