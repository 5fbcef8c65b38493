import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Whether an AI agent runs the node as its tool. n8n 1 and the agents of n8n 2 run a tool like any other
 * node and say so only by its type, which is the node's own with Tool at its end.
 */
export function isToolRun(node: IExecuteFunctions): boolean {
	const said = 'isToolExecution' in node && node.isToolExecution();
	return said || node.getNode().type.endsWith('Tool');
}
