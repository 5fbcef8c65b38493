import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { isToolRun } from '../../shared/operation/toolRun';
import type { Method } from '../../shared/transport/retry';
import { itemOf } from '../../shared/transport/answer';
import { bodyOf, bodyProperties } from './body';
import { addressOf, addressProperties } from './parameters';

const letAgentsWrite: INodeProperties = {
	displayName: 'Let AI Agents Write',
	name: 'letAgentsWrite',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether an AI agent that has this node as its tool may send this. Without it an agent can only read. It is a switch that only you set: an expression does not count.',
};

interface Writing {
	readonly value: string;
	readonly method: Method;
	readonly name: string;
	readonly action: string;
	readonly description: string;
	readonly creates?: true;
	/** What comes out where DrChrono answers with nothing. */
	readonly done: string;
}

function writing({ method, done, ...what }: Writing) {
	return defineOperation({
		...what,
		properties: [...addressProperties, ...bodyProperties, optionsCollection(letAgentsWrite)],
		execute: async ({ api, params, node, itemIndex }) => {
			refuseAgents(node, itemIndex);
			const address = addressOf(params);
			const body = await bodyOf(params, node, itemIndex);
			return itemsOf(await api.request({ method, ...address, body }), done);
		},
	});
}

function itemsOf(answer: unknown, done: string): IDataObject[] {
	if (answer === '' || (Array.isArray(answer) && answer.length === 0)) return [{ [done]: true }];
	return (Array.isArray(answer) ? answer : [answer]).map(itemOf);
}

/** @throws NodeOperationError unless the switch itself is on: what an expression gives may be the agent's */
function refuseAgents(node: IExecuteFunctions, itemIndex: number): void {
	if (!isToolRun(node)) return;
	const { options } = node.getNode().parameters;
	const stored: unknown =
		typeof options === 'object' && options !== null && letAgentsWrite.name in options
			? (options as Record<string, unknown>)[letAgentsWrite.name]
			: false;
	if (stored === true) return;
	throw new NodeOperationError(
		node.getNode(),
		`An AI agent may only read with DrChrono API Request [item ${itemIndex}]`,
		{
			itemIndex,
			description:
				'Nothing was sent. To allow it, turn on Let AI Agents Write under Options by hand, and tell the agent exactly what it may change.',
		},
	);
}

export const create = writing({
	value: 'create',
	method: 'POST',
	name: 'Create',
	action: 'Create at any path',
	description: 'POST: make a record, or carry out an action that has a path of its own',
	creates: true,
	done: 'created',
});

export const update = writing({
	value: 'update',
	method: 'PATCH',
	name: 'Update',
	action: 'Update at any path',
	description: 'PATCH: change the fields that you send and leave the rest as it is',
	done: 'updated',
});

export const replace = writing({
	value: 'replace',
	method: 'PUT',
	name: 'Replace',
	action: 'Replace at any path',
	description: 'PUT: write a whole record anew: what you do not send is emptied',
	done: 'updated',
});

export const remove = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete at any path',
	description: 'DELETE: delete a record',
	properties: [...addressProperties, optionsCollection(letAgentsWrite)],
	execute: async ({ api, params, node, itemIndex }) => {
		refuseAgents(node, itemIndex);
		return itemsOf(await api.request({ method: 'DELETE', ...addressOf(params) }), 'deleted');
	},
});
