import type { INodeProperties } from 'n8n-workflow';

/** The order n8n asks for in every collection. */
export const sortedByDisplayName = (fields: INodeProperties[]): INodeProperties[] =>
	[...fields].sort((a, b) => a.displayName.localeCompare(b.displayName));
