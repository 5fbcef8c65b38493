import { startSimulator } from '../simulator';
import type { Cluster } from '../support/queue/cluster';
import { until } from '../support/until';
import { failures, listsOf, publishReaders } from './readers';

const EXECUTIONS = 6;
const READS = 10;
/** So many of an hour are allowed here: half of what is asked for. */
const PER_HOUR = (EXECUTIONS * READS) / 2;
const HOUR_MS = 3_600_000;
/** When most of it is used up, so much of the hour is left. */
const MOST = PER_HOUR - 10;
const LEFT_MS = 30_000;
/** No more requests of one process than this are under way at once. */
const UNDER_WAY = 9;

/** Two workers whose application has used up its hour. */
export function quotaCases(cluster: () => Cluster): void {
	test('quota: when the hour’s is used up all wait, ask no more, and go on with the next hour', async () => {
		const lists = listsOf(EXECUTIONS, READS);
		const hour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
		const nextHour = hour + HOUR_MS;
		const simulator = await startSimulator({
			patients: lists.flat().length,
			startAt: new Date(hour),
			throttle: { perHour: PER_HOUR },
		});
		const readers = await publishReaders(cluster(), simulator);
		try {
			await readers.read(lists);
			await until('Most of the quota', () => simulator.requests().length >= MOST);
			simulator.clock.advance(nextHour - LEFT_MS - simulator.clock.now());
			const statuses = await cluster().ended(readers.workflowId, EXECUTIONS, 180);
			const requests = simulator.requests();
			const accepted = requests.filter(({ status }) => status === 200);
			const inVain = requests.slice(
				requests.indexOf(accepted[PER_HOUR - 1]) + 1,
				requests.indexOf(accepted[PER_HOUR]),
			);
			process.stdout.write(
				`n8n ${cluster().version}: ${inVain.length} requests in vain while two workers waited ` +
					`${Math.round((accepted[PER_HOUR].at - accepted[PER_HOUR - 1].at) / 1_000)} s for the hour\n`,
			);
			expect(await failures(cluster(), readers.workflowId)).toEqual([]);
			expect(statuses).toEqual({ success: EXECUTIONS });
			const read = (await readers.collector.settled()).map(({ id }) => id);
			expect([...read].sort((a, b) => a - b)).toEqual(lists.flat());
			expect(accepted).toHaveLength(lists.flat().length);
			expect(accepted[PER_HOUR - 1].at).toBeLessThan(nextHour);
			expect(accepted[PER_HOUR].at).toBeGreaterThanOrEqual(nextHour);
			expect(inVain.length).toBeGreaterThan(0);
			expect(inVain.length).toBeLessThanOrEqual(2 * UNDER_WAY);
		} finally {
			await Promise.all([readers.collector.close(), simulator.close()]);
		}
	});
}
