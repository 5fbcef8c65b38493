import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from './credentials';

/** A node as the editor stores it. */
export function canvasNode(
	name: string,
	type: string,
	parameters: INodeParameters,
	credentialId?: string,
): INode {
	return {
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...(credentialId && {
			credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: 'DrChrono' } },
		}),
	};
}

export const manualTrigger = canvasNode('Start', 'n8n-nodes-base.manualTrigger', {});

export const noOperation = canvasNode('Go on', 'n8n-nodes-base.noOp', {});

/** Nodes in a row, each connected to the next. */
export function rowOf(nodes: readonly INode[]): { nodes: INode[]; connections: IConnections } {
	return {
		nodes: nodes.map((node, index) => ({ ...node, position: [index * 220, 0] })),
		connections: Object.fromEntries(
			nodes
				.slice(0, -1)
				.map(({ name }, index) => [
					name,
					{ main: [[{ node: nodes[index + 1].name, type: 'main', index: 0 }]] },
				]),
		),
	};
}
