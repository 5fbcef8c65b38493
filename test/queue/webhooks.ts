import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { canvasNode, rowOf } from '../support/canvas';
import { startCollector, type Collector } from '../support/collector';
import { connectedCredential } from '../support/credentials';
import type { Cluster, Member } from '../support/queue/cluster';
import { until } from '../support/until';

const AT_ONCE = 10;
/** After so many runs of the second half the process is killed. */
const SOME = 5;
/** So many are sent to two processes. */
const SHARED = 40;

/** n8n's own guard: what an execution before has let through does not pass again. */
const removeDuplicates: INode = {
	...canvasNode('Once', 'n8n-nodes-base.removeDuplicates', {
		operation: 'removeItemsSeenInPreviousExecutions',
		logic: 'removeItemsWithAlreadySeenKeyValues',
		dedupeValue: '={{ $json.delivery_id }}',
		options: {},
	}),
	typeVersion: 2,
};

interface Given {
	readonly delivery_id: string;
}

interface Deliveries {
	readonly collector: Collector<Given>;
	/** Sends one delivery to a process. @returns the status, 0 if there was no answer */
	readonly send: (id: string, to: Member) => Promise<number>;
	/** Sends several, in this order, some at once. @returns those that were answered with success */
	readonly sendAll: (ids: readonly string[], to: Member) => Promise<string[]>;
	/** The deliveries that have run. */
	readonly runs: () => Promise<string[]>;
}

/** Webhooks of DrChrono that a process of their own receives. */
export function webhookCases(cluster: () => Cluster, deliveries: number): void {
	test('webhooks: what a killed webhook processor has answered does not run again, and what it has not, when DrChrono sends it again', async () => {
		const simulator = await startSimulator();
		const published = await publishTrigger(cluster(), simulator, []);
		const [receiver] = cluster().webhookProcessors;
		try {
			const ids = Array.from({ length: deliveries }, () => randomUUID());
			const copies = (some: readonly string[]) =>
				shuffled([...some, ...shuffled(some).slice(0, some.length / 2)]);
			const before = await published.sendAll(copies(ids.slice(0, deliveries / 2)), receiver);
			const { length: ranBefore } = await published.runs();
			const during = published.sendAll(copies(ids.slice(deliveries / 2)), receiver);
			await until('Some of the rest', () => published.collector.items.length > ranBefore + SOME);
			await receiver.halt('SIGKILL');
			const taken = new Set([...before, ...(await during)]);
			await receiver.boot();
			const missed = ids.filter((id) => !taken.has(id));
			const again = await published.sendAll(copies(ids), receiver);
			const ran = await published.runs();
			const twice = ran.filter((id, index) => ran.indexOf(id) !== index);
			process.stdout.write(
				`n8n ${cluster().version}, webhook processor killed: ${missed.length} of ${ids.length} had no answer, ` +
					`${twice.length} ran twice, ${ids.length - new Set(ran).size} never\n`,
			);
			expect(missed.length).toBeGreaterThan(0);
			expect([...new Set(again)].sort()).toEqual([...ids].sort());
			const lost = ids.filter((id) => !ran.includes(id));
			// n8n 1.x answers before there is a run: the one that was being started is not sent again.
			expect(lost.filter((id) => missed.includes(id))).toEqual([]);
			expect(lost.length).toBeLessThanOrEqual(cluster().version.startsWith('1.') ? 1 : 0);
			// The one that was being started: its run may have begun, and nobody was told.
			expect(twice.filter((id) => taken.has(id))).toEqual([]);
			expect(twice.length).toBeLessThanOrEqual(1);
		} finally {
			await receiver.boot();
			await Promise.all([published.collector.close(), simulator.close()]);
		}
	});
}

/** What happens without a process of their own. */
export function sharedWebhookCases(cluster: () => Cluster): void {
	test('webhooks: copies that reach two processes at once all run, each at most twice; later ones do not', async () => {
		const simulator = await startSimulator();
		const plain = await publishTrigger(cluster(), simulator, []);
		const guarded = await publishTrigger(cluster(), simulator, [removeDuplicates]);
		const ids = Array.from({ length: SHARED }, () => randomUUID());
		const toBoth = async ({ sendAll }: Deliveries) =>
			await Promise.all(
				[cluster().main, cluster().webhookProcessors[0]].map(async (to) => await sendAll(ids, to)),
			);
		try {
			for (const [name, deliveries] of Object.entries({ plain, guarded })) {
				await toBoth(deliveries);
				const ran = await deliveries.runs();
				const atOnce = ran.length - new Set(ran).size;
				await toBoth(deliveries);
				const later = (await deliveries.runs()).length - ran.length;
				process.stdout.write(
					`n8n ${cluster().version}, ${name}, ${SHARED} deliveries to two processes at once: ` +
						`${atOnce} ran twice; of the copies that came later ${later} ran\n`,
				);
				expect(new Set(ran)).toEqual(new Set(ids));
				expect(atOnce).toBeLessThanOrEqual(SHARED);
				expect(later).toBe(0);
			}
		} finally {
			await Promise.all([plain, guarded].map(async ({ collector }) => await collector.close()));
			await simulator.close();
		}
	});
}

async function publishTrigger(
	cluster: Cluster,
	simulator: Simulator,
	guards: readonly INode[],
): Promise<Deliveries> {
	const collector = await startCollector<Given>();
	const credential = await cluster.createCredential(connectedCredential(simulator));
	const webhookId = randomUUID();
	const trigger = {
		...canvasNode('Trigger', 'n8n-nodes-drchrono.drChronoTrigger', {}, credential),
		webhookId,
	};
	const row = rowOf([trigger, ...guards, collector.node]);
	const workflowId = await cluster.createWorkflow({ name: 'Deliveries', ...row });
	await cluster.activate(workflowId);
	await cluster.hasWebhook(webhookId);
	const send = async (id: string, { url }: Member) => {
		const response = await fetch(`${url}/webhook/${webhookId}/webhook`, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'x-drchrono-event': 'PATIENT_MODIFY',
				'x-drchrono-delivery': id,
				'x-drchrono-signature': simulator.application.webhookSecret,
			},
			body: JSON.stringify({ receiver: {}, object: { id: 1, first_name: 'Pat' } }),
		}).catch(() => undefined);
		await response?.arrayBuffer().catch(() => undefined);
		return response?.status ?? 0;
	};
	const sendAll = async (ids: readonly string[], to: Member) => {
		const rest = [...ids];
		const taken: string[] = [];
		const sender = async () => {
			for (let id = rest.shift(); id !== undefined; id = rest.shift()) {
				if ((await send(id, to)) === 200) taken.push(id);
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, sender));
		return taken;
	};
	return {
		collector,
		send,
		sendAll,
		runs: async () => (await collector.settled()).map(({ delivery_id }) => delivery_id),
	};
}

function shuffled(ids: readonly string[]): string[] {
	return ids
		.map((id) => ({ id, at: Math.random() }))
		.sort((a, b) => a.at - b.at)
		.map(({ id }) => id);
}
