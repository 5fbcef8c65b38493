import type { Table } from '../shared/operation/crud';
import { defineOperation } from '../shared/operation/operation';
import { optionsCollection } from '../shared/operation/options';

/** What belongs to the user who connected, at an address without an ID. */
export const getCurrent = (
	{ one, simplified, output }: Table,
	target: string,
	description: string,
) =>
	defineOperation({
		value: 'getCurrent',
		name: 'Get Current',
		action: `Get current ${one}`,
		description,
		simplified,
		properties: [...output, optionsCollection()],
		execute: async ({ api }) => await api.get(target),
	});
