import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebhookContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type IWebhookData,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { CREDENTIAL_TYPE, type CredentialStore } from './credentials';
import { packageNodeTypes } from './harness';

export interface WebhookTrigger {
	readonly type: string;
	readonly parameters?: Record<string, NodeParameterValueType>;
	readonly credentials: CredentialStore;
	/** What n8n does with the response once the workflow has run. */
	readonly respond: (response: ServerResponse, result: IWebhookResponseData) => void;
}

/** The parts of Express that n8n's webhooks have, on top of Node's own request and response. */
function asExpress(request: IncomingMessage, response: ServerResponse) {
	const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
	const query = Object.fromEntries(
		[...new Set(searchParams.keys())].map((name) => {
			const values = searchParams.getAll(name);
			return [name, values.length > 1 ? values : values[0]];
		}),
	);
	Object.assign(request, { query, params: {}, body: {} });
	Object.assign(response, {
		status: (code: number) => Object.assign(response, { statusCode: code }),
		type: (mime: string) => response.setHeader('Content-Type', mime),
		send: (body: string) => response.end(body),
	});
}

/**
 * A trigger node's webhook behind real HTTP, in n8n-core's own context.
 * @returns its address, what each request gave the workflow, and the way to end it
 */
export async function serveWebhook(trigger: WebhookTrigger) {
	const started: (IDataObject[] | undefined)[] = [];
	const nodeTypes = await packageNodeTypes();
	const node: INode = {
		id: '1',
		name: 'Trigger',
		type: `n8n-nodes-drchrono.${trigger.type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: trigger.parameters ?? {},
		credentials: { [CREDENTIAL_TYPE]: { id: 'credential', name: 'DrChrono' } },
	};
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
		settings: { timezone: 'America/New_York' },
	});
	const type = nodeTypes.getByNameAndVersion(node.type, 1);
	const webhookDescription = type.description.webhooks![0];
	const server = createServer((request, response) => {
		asExpress(request, response);
		const additionalData = {
			credentialsHelper: trigger.credentials,
			httpRequest: request,
			httpResponse: response,
		} as unknown as IWorkflowExecuteAdditionalData;
		const data = { webhookDescription } as IWebhookData;
		const context = new WebhookContext(
			workflow,
			workflow.getNode(node.name)!,
			additionalData,
			'webhook',
			data,
			[],
			null,
		);
		void type.webhook!.call(context).then((result) => {
			started.push(result.workflowData?.[0].map(({ json }) => json));
			if (!result.noWebhookResponse) trigger.respond(response, result);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('Not listening');
	return {
		url: `http://127.0.0.1:${address.port}/`,
		started,
		close: () => new Promise((resolve) => server.close(resolve)),
	};
}
