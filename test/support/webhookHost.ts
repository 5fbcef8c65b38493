import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookContext } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type IDataObject,
	type INode,
	type IWebhookData,
	type IWebhookResponseData,
	type NodeParameterValueType,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import type { CredentialStore } from './credentials';
import { additionalData, packageNodeTypes, toNode } from './harness';

interface WebhookOptions {
	readonly credentials: CredentialStore;
	readonly parameters?: Record<string, NodeParameterValueType>;
	readonly mode?: WorkflowExecuteMode;
	/** Names the node, whose memory lives in the process: another name is as good as a restart. */
	readonly nodeId?: string;
	readonly staticData?: IDataObject;
	/** Starts the run; throws when that is not possible. */
	readonly startRun?: (item: IDataObject) => Promise<void>;
}

/** A published workflow that begins with the trigger, behind HTTP. */
export interface WebhookHost {
	readonly url: string;
	/** What the started runs began with. */
	readonly runs: IDataObject[];
	/** The static data as the database has it. */
	stored(): IDataObject | undefined;
	close(): Promise<void>;
}

/**
 * Does with a request what n8n 2.x does: loads the workflow with its static data, runs the node's
 * webhook in n8n-core's own context, prepares the run (which resets the mark of a change), starts it,
 * stores the static data if it is marked as changed, and answers.
 */
export async function openWebhook(options: WebhookOptions): Promise<WebhookHost> {
	const { credentials, mode = 'webhook', startRun, parameters = {} } = options;
	const nodeTypes = await packageNodeTypes();
	const draft = toNode({ type: 'drChronoTrigger', name: 'Trigger', parameters }, 0);
	const type = nodeTypes.getByNameAndVersion(draft.type, 1);
	const { properties } = type.description;
	const filled = NodeHelpers.getNodeParameters(
		properties,
		draft.parameters,
		true,
		false,
		draft,
		type.description,
	);
	const node: INode = {
		...draft,
		id: options.nodeId ?? String(Math.random()),
		parameters: filled ?? draft.parameters,
	};
	const runs: IDataObject[] = [];
	let database = options.staticData && JSON.stringify(options.staticData);

	async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const staticData = database && (JSON.parse(database) as IDataObject);
		const settings = { nodes: [node], connections: {}, active: true, nodeTypes };
		const load = () =>
			new Workflow({ id: 'webhooks', ...settings, staticData: staticData || undefined });
		const workflow = load();
		const description = type.description.webhooks?.find(
			({ httpMethod }) => httpMethod === request.method,
		);
		const extra = {
			...additionalData({ nodes: [], credentials }, [node]),
			httpRequest: await readRequest(request),
			httpResponse: likeExpress(response),
		} as never;
		const webhookData = { webhookDescription: description } as unknown as IWebhookData;
		const context = new WebhookContext(workflow, node, extra, mode, webhookData, [], null);
		const result: IWebhookResponseData | undefined = await type.webhook?.call(context);
		const item = result?.workflowData?.[0]?.[0].json;
		if (item) {
			load();
			await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 10));
			try {
				await startRun?.(item);
			} catch {
				response.writeHead(500).end();
				return;
			}
			runs.push(item);
		}
		if ('__dataChanged' in workflow.staticData && workflow.staticData.__dataChanged === true) {
			database = JSON.stringify(workflow.staticData);
		}
		if (result?.noWebhookResponse !== true) response.writeHead(200).end();
	}

	const server = createServer((request, response) => void handle(request, response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/webhook`,
		runs,
		stored: () => (database ? (JSON.parse(database) as IDataObject) : undefined),
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

/** What n8n makes of a request: it parses JSON, keeps text as text, and knows nothing of anything else. */
async function readRequest(request: IncomingMessage) {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const rawBody = Buffer.concat(chunks);
	const type = request.headers['content-type'] ?? '';
	const text = rawBody.toString();
	const parsed = type.includes('json') && text !== '' ? (JSON.parse(text) as IDataObject) : {};
	return {
		headers: request.headers,
		body: type.startsWith('text/') ? text : parsed,
		rawBody,
		params: {},
		query: Object.fromEntries(new URL(request.url ?? '', 'http://127.0.0.1').searchParams),
	};
}

/** The two methods of Express that nodes use. */
function likeExpress(response: ServerResponse) {
	return Object.assign(response, {
		status(code: number) {
			response.statusCode = code;
			return response;
		},
		json(body: unknown) {
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(body));
		},
	});
}
