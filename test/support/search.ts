import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchResult } from 'n8n-workflow';
import { prepareWorkflow, type WorkflowNode } from './harness';
import type { Practice } from './practice';

/** What a resource locator's list shows when someone has typed `filter`. */
export async function searchList(
	{ credentials }: Practice,
	node: WorkflowNode,
	method: string,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { workflow, nodes, additional } = await prepareWorkflow({ nodes: [node], credentials });
	const context = new LoadOptionsContext(workflow, nodes[0], additional, '');
	const { methods } = workflow.nodeTypes.getByNameAndVersion(nodes[0].type);
	const search = methods?.listSearch?.[method];
	if (!search) throw new Error(`${node.type} has no list search ${method}`);
	return await search.call(context, filter, paginationToken);
}
