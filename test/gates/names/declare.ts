import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { compareStored, type Comparison } from './compare';
import { storedNode, type StoredType } from './stored';

export const choice = (name: string, ...values: string[]): INodeProperties => ({
	displayName: name,
	name,
	type: 'options',
	default: values[0],
	options: values.map((value) => ({ name: value, value })),
});

export const shownFor = (property: INodeProperties, ...operations: string[]): INodeProperties => ({
	...property,
	displayOptions: { show: { ...property.displayOptions?.show, operation: operations } },
});

export const text = (name: string, rest: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...rest,
});

export const collection = (name: string, ...options: INodeProperties[]): INodeProperties => ({
	displayName: name,
	name,
	type: 'collection',
	default: {},
	options,
});

export const operations = choice('operation', 'get', 'create', 'update');
export const state = choice('state', 'CA', 'NY');

export function node(
	properties: INodeProperties[],
	rest: Partial<INodeTypeDescription> = {},
): StoredType {
	return storedNode({
		displayName: 'Thing',
		name: 'thing',
		group: ['transform'],
		version: 1,
		description: 'A thing',
		defaults: { name: 'Thing' },
		inputs: ['main'],
		outputs: ['main'],
		...rest,
		properties,
	});
}

export const compare = (before: INodeProperties[], after: INodeProperties[]): Comparison =>
	compareStored([node(before)], [node(after)]);
