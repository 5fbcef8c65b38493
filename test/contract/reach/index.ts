import { readdirSync } from 'node:fs';
import path from 'node:path';

import type { INodeType } from 'n8n-workflow';

import type { Resource } from '../../../nodes/shared/operation/operation';
import { contractOperations, type ContractOperation } from '../facts';
import { ANY_PATH, ENDPOINTS, TWINS } from './elsewhere';

const NODES = path.resolve(__dirname, '../../../dist/nodes');

/** An operation that a node offers, and what it asks of the API. */
export interface Offered {
	/** Its folder: `Patients`. */
	readonly node: string;
	readonly resource: Resource;
	/** Whether the node has other resources too. */
	readonly several: boolean;
	readonly operation: Resource['operations'][number];
	/** `GET /api/patients/{id}` each; none: nothing is sent, or what the user names. */
	readonly endpoints: readonly string[];
}

/** What the operations of a table are in the contract. */
const VERBS: Readonly<Partial<Record<string, readonly [method: string, suffix: string]>>> = {
	create: ['POST', ''],
	createMany: ['POST', ''],
	delete: ['DELETE', '/{id}'],
	get: ['GET', '/{id}'],
	getAll: ['GET', ''],
	update: ['PATCH', '/{id}'],
};

/** @throws {Error} for an operation of its own that nobody has told where it leads */
function endpointsOf(node: string, resource: Resource, value: string): readonly string[] {
	if (ANY_PATH.includes(node)) return [];
	const own = ENDPOINTS[`${node} ${resource.value}.${value}`];
	const verb = VERBS[value];
	if (own) return own;
	if (resource.path !== undefined && verb) return [`${verb[0]} /api/${resource.path}${verb[1]}`];
	throw new Error(
		`Tell test/contract/reach/elsewhere.ts where ${node} ${resource.value}.${value} leads`,
	);
}

/** The resources of a node, by its folder. */
export function resourcesOf(node: string): readonly Resource[] {
	const module: { resources: readonly Resource[] } = require(
		path.join(NODES, node, 'resources.js'),
	);
	return module.resources;
}

/** The display name of a node, by its folder. */
export function nodeTitle(node: string): string {
	const module: Record<string, new () => INodeType> = require(
		path.join(NODES, node, `DrChrono${node}.node.js`),
	);
	return new module[`DrChrono${node}`]().description.displayName;
}

/** The folders of the nodes that have resources. */
export const nodeFolders: readonly string[] = readdirSync(NODES).filter((folder) =>
	readdirSync(path.join(NODES, folder)).includes('resources.js'),
);

/** Every operation of the package, by node and resource. */
export function packageOperations(): Offered[] {
	return nodeFolders.flatMap((node) => {
		const resources = resourcesOf(node);
		return resources.flatMap((resource) =>
			resource.operations.map((operation) => ({
				node,
				resource,
				several: resources.length > 1,
				operation,
				endpoints: endpointsOf(node, resource, operation.value),
			})),
		);
	});
}

/** How an operation of the contract is reached. */
export type Way = 'form' | 'beside a patch' | 'API Request';

export interface Reached extends ContractOperation {
	readonly way: Way;
}

/** The path of the resource that has the forms, of a twin the other's. */
const ofTwin = (at: string): string =>
	at.replace(/^\/api\/(\w+)/, (all, name: string) =>
		TWINS[name] === undefined ? all : `/api/${TWINS[name]}`,
	);

/**
 * How each of the contract's operations is reached: a PUT is covered by the form of its PATCH, or of the
 * PATCH of the resource whose twin it is.
 */
export function reached(offered: readonly Offered[] = packageOperations()): Reached[] {
	const forms = new Set(offered.flatMap(({ endpoints }) => endpoints));
	return contractOperations.map((operation) => {
		const { method, path: at } = operation;
		if (forms.has(`${method} ${at}`)) return { ...operation, way: 'form' };
		const patched = method === 'PUT' && forms.has(`PATCH ${ofTwin(at)}`);
		return { ...operation, way: patched ? 'beside a patch' : 'API Request' };
	});
}

/** A request's method and path as the contract writes them: `GET /api/patients/{id}`. */
export function endpointOf({ method, path: at }: { method: string; path: string }): string {
	const parts = at.split('/').map((part) => (/^\d[\d_-]*$/.test(part) ? '{id}' : part));
	return `${method} ${parts.join('/')}`;
}

/**
 * What an operation asked for that is not said of it, and what is said but was not asked for. A record
 * that it made or changed it may read, and lists that tell it about its input.
 */
export function differences(
	{ endpoints }: Pick<Offered, 'endpoints'>,
	requests: readonly { method: string; path: string }[],
): string[] {
	const asked = [...new Set(requests.map(endpointOf))];
	const missing = endpoints.filter((one) => !asked.includes(one) && endpoints.length === 1);
	const unsaid = asked.filter((one) => !endpoints.includes(one) && !one.startsWith('GET '));
	return [...missing.map((one) => `not asked: ${one}`), ...unsaid.map((one) => `unsaid: ${one}`)];
}
