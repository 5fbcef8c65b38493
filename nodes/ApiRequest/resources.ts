import type { Resource } from '../shared/operation/operation';
import { get } from './request/get.operation';
import { getAll } from './request/getAll.operation';
import { create, remove, replace, update } from './request/writing';

export const resources: readonly Resource[] = [
	{
		value: 'request',
		name: 'Request',
		initial: getAll.value,
		operations: [create, remove, get, getAll, replace, update],
	},
];
