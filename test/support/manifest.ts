import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
	ICredentialType,
	INodeProperties,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';

const ROOT = path.resolve(__dirname, '../..');

export type NodeDescription = INodeType['description'];

const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
	n8n: { nodes: string[]; credentials: string[] };
};

/** The descriptions of the nodes that package.json lists, from the build. */
export function packageNodes(): NodeDescription[] {
	return manifest.n8n.nodes.map((file) => {
		const exported = require(path.join(ROOT, file)) as Record<string, new () => INodeType>;
		return new exported[path.basename(file, '.node.js')]().description;
	});
}

/** The credential types that package.json lists, from the build. */
export function packageCredentials(): ICredentialType[] {
	return manifest.n8n.credentials.map((file) => {
		const exported = require(path.join(ROOT, file)) as Record<string, new () => ICredentialType>;
		return new exported[path.basename(file, '.credentials.js')]();
	});
}

export const isTrigger = ({ group }: NodeDescription): boolean => group.includes('trigger');

/** What someone can choose in an action node: a resource (where there are several) and an operation. */
export interface Choice {
	readonly resource?: INodePropertyOptions;
	readonly operation: INodePropertyOptions;
	/** The labels that then show whatever else is chosen. */
	readonly labels: readonly string[];
}

export function choices({ properties }: NodeDescription): Choice[] {
	const resources = properties.find(({ name }) => name === 'resource');
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap((selector) => {
			const shownFor = selector.displayOptions?.show?.resource?.[0];
			const resource = options(resources).find(({ value }) => value === shownFor);
			return options(selector).map((operation) => ({
				resource,
				operation,
				labels: properties
					.filter((one) => alwaysShown(one, { resource: shownFor, operation: operation.value }))
					.map(({ displayName }) => displayName),
			}));
		});
}

function options(property?: INodeProperties): INodePropertyOptions[] {
	return (property?.options ?? []) as INodePropertyOptions[];
}

function alwaysShown(
	{ type, displayOptions: { show, hide } = {} }: INodeProperties,
	chosen: Readonly<Record<string, unknown>>,
): boolean {
	if (type === 'hidden' || type === 'notice' || !show || hide) return false;
	return Object.entries(show).every(([name, values]) =>
		(values as unknown[] | undefined)?.includes(chosen[name]),
	);
}
