import { PollContext } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type IDataObject,
	type INodeExecutionData,
	type NodeParameterValueType,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import type { CredentialStore } from './credentials';
import { additionalData, packageNodeTypes, toNode } from './harness';

interface PollingOptions {
	readonly credentials: CredentialStore;
	readonly parameters: Record<string, NodeParameterValueType>;
	/** IANA name. */
	readonly timezone?: string;
	readonly mode?: WorkflowExecuteMode;
	/** The workflow's; a new one by default. */
	readonly id?: string;
	/** What n8n stored of an earlier life of the workflow. */
	readonly staticData?: IDataObject;
}

/** A published workflow that begins with a polling trigger, in n8n-core's own context. */
export interface Polling {
	/** One poll: the JSON of the items, nothing where n8n would run nothing. @throws what the node throws */
	poll(): Promise<IDataObject[]>;
	/** The static data as n8n has stored it: after the activation, and after each poll that gives items. */
	stored(): IDataObject;
	/** The static data as it is in n8n's memory. */
	kept(): IDataObject;
}

export async function openPolling(options: PollingOptions): Promise<Polling> {
	const { credentials, parameters, mode = 'trigger', timezone = 'America/New_York' } = options;
	const node = toNode({ type: 'drChronoPollingTrigger', name: 'Trigger', parameters }, 0);
	const nodeTypes = await packageNodeTypes();
	const type = nodeTypes.getByNameAndVersion(node.type, 1);
	const defaults = { ...type.description, defaults: type.description.defaults };
	node.parameters =
		NodeHelpers.getNodeParameters(
			defaults.properties,
			node.parameters,
			true,
			false,
			node,
			type.description,
		) ?? node.parameters;
	const workflow = new Workflow({
		id: options.id ?? `polling ${Math.random()}`,
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
		staticData: options.staticData,
		settings: { timezone },
	});
	const extra = additionalData({ nodes: [], credentials }, [node]);
	let stored = '';
	return {
		poll: async () => {
			const context = new PollContext(workflow, node, extra, mode, 'activate');
			const output: INodeExecutionData[][] | null | undefined = await type.poll?.call(context);
			const items = (output?.[0] ?? []).map(({ json }) => json);
			if (stored === '' || items.length > 0) stored = JSON.stringify(workflow.staticData);
			return items;
		},
		stored: () => JSON.parse(stored) as IDataObject,
		kept: () => JSON.parse(JSON.stringify(workflow.getStaticData('node', node))) as IDataObject,
	};
}
