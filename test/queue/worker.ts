import { startSimulator } from '../simulator';
import { canvasNode } from '../support/canvas';
import { connectedCredential } from '../support/credentials';
import { locator } from '../support/patients';
import type { Cluster } from '../support/queue/cluster';
import { until } from '../support/until';
import { publish, splitOut } from './readers';

const PATIENTS = 25;
/** After so many have been created the worker is killed. */
const KILLED_AFTER = 8;

const names = Array.from({ length: PATIENTS }, (_, index) => `Example${index}`);

/** A worker that is killed while it writes. */
export function workerCases(cluster: () => Cluster): void {
	test('a killed worker: its execution is told as failed and not run again; Create or Update makes up for it', async () => {
		const simulator = await startSimulator({ patients: 1, throttle: { perHour: 100_000 } });
		const credential = await cluster().createCredential(connectedCredential(simulator));
		const person = {
			resource: 'patient',
			first_name: 'Pat',
			last_name: '={{ $json.name }}',
			date_of_birth: '1980-02-29',
			gender: 'Other',
			doctor: locator(1),
		};
		const writing = (operation: string, more: object) => [
			splitOut('names', 'name'),
			canvasNode(
				'Write',
				'n8n-nodes-drchrono.drChronoPatients',
				{ ...person, operation, ...more },
				credential,
			),
		];
		const created = () =>
			simulator.store.patients.all().flatMap(({ last_name: name }) => {
				return names.includes(String(name)) ? [String(name)] : [];
			});
		const [killed, other] = cluster().workers;
		try {
			const create = await publish(cluster(), 'Create', writing('create', {}));
			const again = await publish(
				cluster(),
				'Create or Update',
				writing('upsert', { matchBy: 'nameAndBirthDate' }),
			);
			// One worker, so that it is known who runs it.
			await other.halt();
			await create.start({ names });
			await until('Some patients', () => created().length >= KILLED_AFTER);
			await killed.halt('SIGKILL');
			const atItsEnd = created().length;
			expect(atItsEnd).toBeLessThan(PATIENTS);
			await Promise.all([killed.boot(), other.boot()]);
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
		} finally {
			await Promise.all([killed.boot(), other.boot()]);
			await simulator.close();
		}
	});
}
