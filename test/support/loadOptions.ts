import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type INodeParameters, type INodePropertyOptions } from 'n8n-workflow';
import type { CredentialStore } from './credentials';
import { additionalData, packageNodeTypes, toNode } from './harness';

export interface OptionsRequest {
	/** A node of the package, such as `drChronoTrigger`. */
	readonly type: string;
	/** A method of the node's `methods`, of the kind that is named. */
	readonly method: string;
	/** What is filled in, for what depends on it. */
	readonly parameters?: INodeParameters;
	readonly credentials: CredentialStore;
}

/** The node, and n8n's own context for what fills its lists in the editor. */
export async function editorContext({ type, parameters, credentials }: OptionsRequest) {
	const nodeTypes = await packageNodeTypes();
	const node = toNode({ type, parameters: {} }, 0);
	const workflow = new Workflow({
		id: 'workflow',
		name: 'Workflow',
		nodes: [node],
		connections: {},
		nodeTypes,
		active: false,
	});
	const context = new LoadOptionsContext(
		workflow,
		node,
		{
			...additionalData({ nodes: [], credentials }, [node]),
			currentNodeParameters: parameters,
		},
		'',
	);
	return { methods: nodeTypes.getByNameAndVersion(node.type).methods, context };
}

/** What the editor shows in a list that the node fills. */
export async function loadOptions(request: OptionsRequest): Promise<INodePropertyOptions[]> {
	const { methods, context } = await editorContext(request);
	const found = methods?.loadOptions?.[request.method];
	if (!found) throw new Error(`${request.type} has no options "${request.method}"`);
	return await found.call(context);
}
