import { startSimulator } from '../simulator';
import type { Cluster } from '../support/queue/cluster';
import { failures, listsOf, publishReaders } from './readers';

const EXECUTIONS = 10;
const READS = 2;

/** Both workers meet a token that has expired, again and again. */
export function tokenCases(cluster: () => Cluster, expiries: number): void {
	test(`token: ${expiries} expiries that two workers meet at once lose no execution and no connection`, async () => {
		const lists = listsOf(EXECUTIONS, READS);
		const simulator = await startSimulator({ throttle: { perHour: 100_000 } });
		const readers = await publishReaders(cluster(), simulator);
		try {
			for (let expiry = 1; expiry <= expiries; expiry += 1) {
				simulator.expireTokens();
				await readers.read(lists);
				await cluster().ended(readers.workflowId, expiry * EXECUTIONS, 120);
			}
			const renewals = simulator.requests({ path: '/o/token/' });
			const accepted = renewals.filter(({ status }) => status === 200).length;
			process.stdout.write(
				`n8n ${cluster().version}, ${expiries} expiries: ${accepted} renewals accepted, ` +
					`${renewals.length - accepted} refused\n`,
			);
			expect(await failures(cluster(), readers.workflowId)).toEqual([]);
			expect(cluster().statuses(readers.workflowId)).toEqual({ success: expiries * EXECUTIONS });
			const read = await readers.collector.settled();
			expect(read).toHaveLength(expiries * lists.flat().length);
			expect(accepted).toBe(expiries);
			// Each worker has one renewal under way at a time.
			expect(renewals.length).toBeLessThanOrEqual(2 * expiries);
		} finally {
			await Promise.all([readers.collector.close(), simulator.close()]);
		}
	});
}
