import { randomUUID } from 'node:crypto';
import type { INode, IRunExecutionData } from 'n8n-workflow';
import type { Simulator } from '../simulator';
import { canvasNode, rowOf } from '../support/canvas';
import { startCollector, type Collector } from '../support/collector';
import { connectedCredential } from '../support/credentials';
import { locator } from '../support/patients';
import type { Cluster } from '../support/queue/cluster';

/** n8n's own webhook, whose runs go to the workers. */
export function startNode(webhookPath: string): INode {
	const parameters = { httpMethod: 'POST', path: webhookPath, options: {} };
	return {
		...canvasNode('Start', 'n8n-nodes-base.webhook', parameters),
		typeVersion: 2,
		webhookId: webhookPath,
	};
}

type Row = ReturnType<typeof rowOf>;

/** A published workflow that n8n's webhook starts. */
export interface Started {
	readonly workflowId: string;
	/** Starts one execution by the first webhook processor, with JSON or a form. */
	start(body: object): Promise<void>;
}

export async function publish(
	cluster: Cluster,
	name: string,
	nodes: readonly INode[],
	arrange = (row: Row): Row => row,
): Promise<Started> {
	const webhookPath = randomUUID();
	const row = arrange(rowOf([startNode(webhookPath), ...nodes]));
	const workflowId = await cluster.createWorkflow({ name, ...row });
	await cluster.activate(workflowId);
	await cluster.hasWebhook(webhookPath);
	const url = `${cluster.webhookProcessors[0].url}/webhook/${webhookPath}`;
	return {
		workflowId,
		start: async (body) => {
			const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
			const content = body instanceof FormData ? { body } : json;
			const { status } = await fetch(url, { method: 'POST', ...content });
			if (status !== 200) throw new Error(`The webhook answered ${status}`);
		},
	};
}

/** One item for each entry of a list in the body that an execution was started with. */
export const splitOut = (list: string, as: string): INode =>
	canvasNode('Split', 'n8n-nodes-base.splitOut', {
		fieldToSplitOut: `body.${list}`,
		options: { destinationFieldName: as },
	});

export interface Readers extends Started {
	readonly collector: Collector<{ id: number }>;
	/** Starts executions that read these patients, one request for each. */
	read(lists: readonly (readonly number[])[]): Promise<void>;
}

/** A workflow that reads patients one by one. */
export async function publishReaders(cluster: Cluster, simulator: Simulator): Promise<Readers> {
	const collector = await startCollector<{ id: number }>();
	const credential = await cluster.createCredential(connectedCredential(simulator));
	const read = canvasNode(
		'Read',
		'n8n-nodes-drchrono.drChronoPatients',
		{ resource: 'patient', operation: 'get', patientId: locator('={{ $json.id }}') },
		credential,
	);
	const nodes = [splitOut('ids', 'id'), read, collector.node];
	const started = await publish(cluster, 'Readers', nodes);
	return {
		...started,
		collector,
		read: async (lists) => {
			await Promise.all(lists.map(async (ids) => await started.start({ ids })));
		},
	};
}

/** So many lists of so many patients, each patient in one of them. */
export const listsOf = (lists: number, length: number): number[][] =>
	Array.from({ length: lists }, (_, list) =>
		Array.from({ length }, (__, index) => list * length + index + 1),
	);

/** What executions that did not succeed ended with. */
export async function failures(cluster: Cluster, workflowId: string): Promise<string[]> {
	const failed = (await cluster.rest.executions(workflowId)).filter(
		({ status }) => status !== 'success',
	);
	const words = failed.map(async ({ id, status }) => {
		const { resultData } = await cluster.rest.executionData<IRunExecutionData>(id);
		return `${status}: ${resultData.error?.message ?? ''}`;
	});
	return await Promise.all(words);
}
