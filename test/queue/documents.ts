import { createHash, randomBytes } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import { startSimulator } from '../simulator';
import { canvasNode } from '../support/canvas';
import { startCollector } from '../support/collector';
import { connectedCredential } from '../support/credentials';
import { locator } from '../support/patients';
import type { Cluster } from '../support/queue/cluster';
import { until } from '../support/until';
import { failures, publish } from './readers';

const SIZE = 5_000_000;

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** Files that one process of n8n takes in and another one hands on. */
export function documentCases(cluster: () => Cluster): void {
	test('documents: 5 MB go from the webhook processor to a worker, up, down, and on by another worker', async () => {
		const simulator = await startSimulator({ throttle: { perHour: 100_000 } });
		const collector = await startCollector<{ resumeUrl: string }>();
		const credential = await cluster().createCredential(connectedCredential(simulator));
		const node = (name: string, parameters: INode['parameters']) =>
			canvasNode(name, 'n8n-nodes-drchrono.drChronoDocuments', parameters, credential);
		const upload = { operation: 'upload', patientId: locator(1), doctor: locator(1) };
		const tell: INode = {
			...collector.node,
			parameters: {
				...collector.node.parameters,
				jsonBody: '={{ JSON.stringify([{ resumeUrl: $execution.resumeUrl }]) }}',
			},
		};
		const nodes = [
			node('Upload', upload),
			node('Download', { operation: 'download', documentId: locator('={{ $json.id }}') }),
			{
				...canvasNode('Wait', 'n8n-nodes-base.wait', { resume: 'webhook' }),
				typeVersion: 1.1,
				webhookId: 'wait',
			},
			// What resumes it replaces the item, so the file is named.
			node('Upload again', {
				...upload,
				description: 'Once more',
				binaryPropertyName: "={{ $('Download').first().binary.data }}",
			}),
		];
		const [first, second] = cluster().workers;
		const sent = () =>
			simulator
				.requests({ method: 'POST', path: '/api/documents' })
				.map(({ body }) => (body as { document?: unknown }).document);
		try {
			const content = randomBytes(SIZE);
			const flow = await publish(cluster(), 'Files', nodes, (row) => ({
				nodes: [...row.nodes, { ...tell, position: [900, -200] }],
				connections: {
					...row.connections,
					// Told before it waits.
					Download: {
						main: [[tell.name, 'Wait'].map((next) => ({ node: next, type: 'main', index: 0 }))],
					},
				},
			}));
			const form = new FormData();
			form.set(
				'data',
				new Blob([new Uint8Array(content)], { type: 'application/pdf' }),
				'Scan.pdf',
			);
			await second.halt();
			await flow.start(form);
			await until('The waiting execution', () => 'waiting' in cluster().statuses(flow.workflowId));
			await until('Its address', () => collector.items.length > 0);
			await second.boot();
			await first.halt();
			const { pathname, search } = new URL(collector.items[0].resumeUrl);
			const [webhooks] = cluster().webhookProcessors;
			expect((await fetch(webhooks.url + pathname + search)).status).toBe(200);
			const statuses = await cluster().ended(flow.workflowId, 1, 120);
			expect(await failures(cluster(), flow.workflowId)).toEqual([]);
			expect(statuses).toEqual({ success: 1 });
			const file = { bytes: SIZE, sha256: sha256(content), name: 'Scan.pdf' };
			expect(sent()).toEqual([expect.objectContaining(file), expect.objectContaining(file)]);
		} finally {
			await Promise.all([first.boot(), second.boot()]);
			await Promise.all([collector.close(), simulator.close()]);
		}
	});
}
