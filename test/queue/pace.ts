import { startSimulator, type RequestLogEntry } from '../simulator';
import type { Cluster } from '../support/queue/cluster';
import { listsOf, publishReaders } from './readers';

const EXECUTIONS = 20;

/**
 * The most requests that others had accepted between two of one execution's own. Taking turns fairly, it is
 * about as many as there are executions.
 */
export function longestWait(
	accepted: readonly string[],
	ownerOf: (path: string) => number,
): number {
	const latest = new Map<number, number>();
	return accepted.reduce((longest, path, index) => {
		const owner = ownerOf(path);
		const before = latest.get(owner) ?? -1;
		latest.set(owner, index);
		return Math.max(longest, index - before - 1);
	}, 0);
}

const isRefused = ({ status }: RequestLogEntry) => status === 429;

const PATH = /^\/api\/patients\/\d+$/;
const idOf = (path: string) => Number(path.split('/').at(-1));

/** Two workers at the throttle of one application. */
export function paceCases(cluster: () => Cluster, reads: number): void {
	test('pace: two workers that read share the throttle; nobody starves, and everything comes', async () => {
		const lists = listsOf(EXECUTIONS, reads);
		const simulator = await startSimulator({ patients: lists.flat().length });
		const readers = await publishReaders(cluster(), simulator);
		try {
			const startedAt = performance.now();
			await readers.read(lists);
			const statuses = await cluster().ended(readers.workflowId, EXECUTIONS, 240);
			const seconds = (performance.now() - startedAt) / 1_000;
			const requests = simulator.requests({ path: PATH });
			const refused = requests.filter(isRefused).length;
			const accepted = requests.filter((one) => !isRefused(one)).map(({ path }) => path);
			const waited = longestWait(accepted, (path) => Math.floor((idOf(path) - 1) / reads));
			process.stdout.write(
				`n8n ${cluster().version}, 2 workers: ${refused} of ${requests.length} requests refused, ` +
					`at most ${waited} of others between two of one execution, ${Math.round(seconds)} s\n`,
			);
			expect(statuses).toEqual({ success: EXECUTIONS });
			const read = (await readers.collector.settled()).map(({ id }) => id);
			expect([...read].sort((a, b) => a - b)).toEqual(lists.flat());
			expect(accepted).toHaveLength(lists.flat().length);
			expect(refused / requests.length).toBeLessThan(0.16);
			expect(waited).toBeLessThan(EXECUTIONS * 6);
		} finally {
			await Promise.all([readers.collector.close(), simulator.close()]);
		}
	});
}
