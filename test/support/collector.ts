import { setTimeout as wait } from 'node:timers/promises';
import fastify from 'fastify';
import type { INode } from 'n8n-workflow';
import { canvasNode } from './canvas';

export interface Collector<T> {
	/** What the workflows' runs began with, in order of arrival. */
	readonly items: T[];
	/** The last node of a workflow: posts all items of the run. */
	readonly node: INode;
	/** Resolves when nothing has arrived for three seconds. */
	settled(): Promise<readonly T[]>;
	close(): Promise<void>;
}

/** Takes what workflows in a real n8n pass on. */
export async function startCollector<T>(): Promise<Collector<T>> {
	const items: T[] = [];
	const server = fastify({ bodyLimit: 64 * 1024 * 1024, forceCloseConnections: true });
	server.post<{ Body: T[] }>('/', async ({ body }) => {
		items.push(...body);
		return {};
	});
	const url = await server.listen({ host: '127.0.0.1', port: 0 });
	const parameters = {
		method: 'POST',
		url,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ JSON.stringify($input.all().map((item) => item.json)) }}',
	};
	return {
		items,
		node: {
			...canvasNode('Tell', 'n8n-nodes-base.httpRequest', parameters),
			typeVersion: 4.2,
			executeOnce: true,
		},
		settled: async () => {
			for (let before = -1; before !== items.length;) {
				before = items.length;
				await wait(3_000);
			}
			return items;
		},
		close: async () => await server.close(),
	};
}
