import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type INodeListSearchResult, type INodeParameters } from 'n8n-workflow';
import type { CredentialStore } from './credentials';
import { additionalData, packageNodeTypes, toNode } from './harness';

export interface ListSearch {
	/** A node of the package, such as `drChronoPatients`. */
	readonly type: string;
	/** A method of the node's `methods.listSearch`. */
	readonly method: string;
	/** What is filled in, for searches that depend on it. */
	readonly parameters?: INodeParameters;
	readonly filter?: string;
	readonly paginationToken?: string;
	readonly credentials: CredentialStore;
}

/** What the editor shows when someone types into a From List field, by n8n's own context for it. */
export async function searchList(search: ListSearch): Promise<INodeListSearchResult> {
	const nodeTypes = await packageNodeTypes();
	const node = toNode({ type: search.type, parameters: {} }, 0);
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
			...additionalData({ nodes: [], credentials: search.credentials }, [node]),
			currentNodeParameters: search.parameters,
		},
		'',
	);
	const found = nodeTypes.getByNameAndVersion(node.type).methods?.listSearch?.[search.method];
	if (!found) throw new Error(`${search.type} has no list search "${search.method}"`);
	return await found.call(context, search.filter, search.paginationToken);
}
