import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from './operation';

/** The parameters of a node: resource (where there are several), operation, and each operation's own. */
export function nodeProperties(resources: readonly Resource[]): INodeProperties[] {
	const initial = resources[0].value;
	const selector: INodeProperties = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: initial,
		options: resources.map(({ value, name }) => ({ value, name })),
	};
	const several = resources.length > 1;
	return [
		...(several ? [selector] : []),
		...resources.flatMap((resource) => resourceProperties(resource, several)),
	];
}

function resourceProperties(
	{ value: resource, operations, initial }: Resource,
	several: boolean,
): INodeProperties[] {
	const shownFor = several ? { resource: [resource] } : undefined;
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			default: initial,
			...(shownFor && { displayOptions: { show: shownFor } }),
			options: operations.map(({ value, name, action, description }) => ({
				value,
				name,
				action,
				description,
			})),
		},
		...operations.flatMap(({ value, properties }) =>
			properties.map((one) => ({
				...one,
				displayOptions: {
					...one.displayOptions,
					show: { ...shownFor, operation: [value], ...one.displayOptions?.show },
				},
			})),
		),
	];
}

/** What the canvas shows under a node's name: the action in words, not the stored values. */
export function subtitle(resources: readonly Resource[]): string {
	const several = resources.length > 1;
	const actions = resources.flatMap(({ value: resource, operations }) =>
		operations.map(({ value, action }) => [several ? `${resource}.${value}` : value, action]),
	);
	const key = several
		? '$parameter["resource"] + "." + $parameter["operation"]'
		: '$parameter["operation"]';
	return `={{ (${JSON.stringify(Object.fromEntries(actions))})[${key}] }}`;
}
