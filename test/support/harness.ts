import 'reflect-metadata';
import path from 'node:path';
import { ExecutionLifecycleHooks, PackageDirectoryLoader, WorkflowExecute } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	createRunExecutionData,
	setSafeRegexEngine,
	type IConnections,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type INodeTypes,
	type IRun,
	type IRunData,
	type ITaskData,
	type IVersionedNodeType,
	type IWorkflowExecuteAdditionalData,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { CREDENTIAL_TYPE, type CredentialStore } from './credentials';

const ROOT = path.resolve(__dirname, '../..');
const PACKAGE = 'n8n-nodes-drchrono';

export interface WorkflowNode {
	readonly name?: string;
	/** Without the package's name: `drChronoPatients`. */
	readonly type: string;
	readonly parameters: Record<string, NodeParameterValueType>;
	readonly onError?: INode['onError'];
	readonly retryOnFail?: boolean;
	/** The first one, if it is not said. */
	readonly typeVersion?: number;
	/** Runs for the first item only. */
	readonly executeOnce?: boolean;
	/** The ID of its credential. */
	readonly credential?: string;
}

export interface WorkflowRun {
	readonly nodes: readonly WorkflowNode[];
	readonly credentials: CredentialStore;
	/** What the first node gets; one empty item by default. */
	readonly items?: readonly INodeExecutionData[];
	/** IANA name. */
	readonly timezone?: string;
	readonly signal?: AbortSignal;
	/** Called before a node runs and, with what came out of it, after. */
	readonly onNode?: (name: string, data?: ITaskData) => void;
}

/** What came out of the last node, by output; and why the workflow stopped, if it did. */
export interface WorkflowResult {
	readonly outputs: INodeExecutionData[][];
	readonly error?: {
		name: string;
		message: string;
		description?: string | null;
		httpCode?: string | null;
		context: IDataObject;
	};
	readonly run: IRun;
}

const ITEMS = 'items';

/** Gives items in the middle of a workflow, as a spreadsheet node would. */
class Items implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Items',
		name: ITEMS,
		group: ['input'],
		version: 1,
		description: 'Gives items',
		defaults: { name: 'Items' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [
			{ displayName: 'Items', name: 'items', type: 'json', default: [] },
			{ displayName: 'PDF in Base64', name: 'pdf', type: 'string', default: '' },
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getNodeParameter('items', 0) as IDataObject[];
		const pdf = Buffer.from(this.getNodeParameter('pdf', 0, '') as string, 'base64');
		const binary = pdf.length > 0 && {
			binary: {
				data: await this.helpers.prepareBinaryData(pdf, 'letter.pdf', 'application/pdf'),
			},
		};
		return [items.map((json) => ({ json, ...binary, pairedItem: { item: 0 } }))];
	}
}

// n8n stops a regular expression after 250 ms of wall time, which a busy machine takes from any.
setSafeRegexEngine({
	exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
	matchAll: (pattern, input, flags) => [...input.matchAll(new RegExp(pattern, `${flags ?? ''}g`))],
	replace: (pattern, input, flags, by) => input.replace(new RegExp(pattern, flags), by),
	split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
	test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
});

const loader = new PackageDirectoryLoader(ROOT);
const loaded = loader.loadAll();

/** The node types of the built package, found the way n8n finds them: through its manifest. */
export async function packageNodeTypes(): Promise<INodeTypes> {
	await loaded;
	// The tool of an agent is the node itself, under its name with Tool at the end.
	const ownName = (type: string) => (type.split('.').pop() ?? type).replace(/Tool$/, '');
	const byName = (type: string): INodeType | IVersionedNodeType =>
		type.endsWith(`.${ITEMS}`) ? new Items() : loader.getNode(ownName(type)).type;
	return {
		getByName: byName,
		getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(byName(type), version),
		getKnownTypes: () => ({}),
	};
}

/** The loaded package itself: all node types and credential types. */
export async function loadedPackage(): Promise<PackageDirectoryLoader> {
	await loaded;
	return loader;
}

/** Runs a chain of nodes through n8n's own engine, on the built package, over real HTTP. */
export async function runWorkflow(request: WorkflowRun): Promise<WorkflowResult> {
	const nodes = request.nodes.map(toNode);
	const workflow = new Workflow({
		id: 'workflow',
		name: 'Workflow',
		nodes,
		connections: chain(nodes),
		nodeTypes: await packageNodeTypes(),
		active: false,
		settings: { timezone: request.timezone ?? 'America/New_York' },
	});
	const items = request.items ?? [{ json: {} }];
	const data = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [{ node: nodes[0], data: { main: [[...items]] }, source: null }],
		},
	});
	const execution = new WorkflowExecute(additionalData(request, nodes), 'manual', data);
	const running = execution.processRunExecutionData(workflow);
	request.signal?.addEventListener('abort', () => running.cancel());
	const run = await running;
	const runData: Partial<IRunData> = run.data.resultData.runData;
	const last = runData[nodes[nodes.length - 1].name]?.[0];
	return {
		outputs: (last?.data?.main ?? []).map((output) => output ?? []),
		error: run.data.resultData.error as WorkflowResult['error'],
		run,
	};
}

/** The JSON of the items of the first output. */
export async function runForJson(request: WorkflowRun): Promise<IDataObject[]> {
	const { outputs, error } = await runWorkflow(request);
	if (error) throw new Error(`${error.message} – ${error.description ?? ''}`);
	return (outputs[0] ?? []).map(({ json }) => json);
}

/** A node as a stored workflow has it. */
export function toNode(
	{
		name,
		type,
		typeVersion = 1,
		parameters,
		onError,
		executeOnce,
		retryOnFail,
		credential = 'credential',
	}: WorkflowNode,
	index: number,
): INode {
	return {
		id: String(index),
		name: name ?? `Node ${index}`,
		type: `${PACKAGE}.${type}`,
		typeVersion,
		position: [index * 200, 0],
		parameters,
		onError,
		executeOnce,
		...(retryOnFail && { retryOnFail, maxTries: 2, waitBetweenTries: 1 }),
		credentials: { [CREDENTIAL_TYPE]: { id: credential, name: 'DrChrono' } },
	};
}

function chain(nodes: INode[]): IConnections {
	return Object.fromEntries(
		nodes
			.slice(0, -1)
			.map(({ name }, index) => [
				name,
				{ main: [[{ node: nodes[index + 1].name, type: 'main', index: 0 }]] },
			]),
	);
}

/** What n8n gives its contexts beyond the workflow. */
export function additionalData(
	{ credentials, onNode }: WorkflowRun,
	nodes: INode[],
): IWorkflowExecuteAdditionalData {
	const address = 'http://127.0.0.1:5678';
	const data = { id: 'workflow', name: 'Workflow', nodes, connections: {}, active: false };
	const hooks = new ExecutionLifecycleHooks('manual', '1', {
		...data,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(),
		updatedAt: new Date(),
	});
	hooks.addHandler('nodeExecuteBefore', (name) => onNode?.(name));
	hooks.addHandler('nodeExecuteAfter', (name, taskData) => onNode?.(name, taskData));
	const partial: Partial<IWorkflowExecuteAdditionalData> & { hooks: ExecutionLifecycleHooks } = {
		credentialsHelper: credentials,
		hooks,
		executionId: '1',
		restApiUrl: `${address}/rest`,
		instanceBaseUrl: `${address}/`,
		formWaitingBaseUrl: `${address}/form-waiting`,
		webhookWaitingBaseUrl: `${address}/webhook-waiting`,
		variables: {},
		setExecutionStatus: () => undefined,
		logAiEvent: () => undefined,
		currentNodeExecutionIndex: 0,
	};
	return partial as IWorkflowExecuteAdditionalData;
}
