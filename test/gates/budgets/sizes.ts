import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { NodeDescription } from '../../support/manifest';
import { FIRST, LARGE_RESOURCES, LIMITS } from './limits';

/** What one thing costs, and may cost, in kB of 1000 bytes. */
export interface Size {
	readonly what: string;
	readonly size: number;
	readonly limit: number;
}

/** Every thing that has a budget: the nodes, their plain resources, and what they are together. */
export function sizes(nodes: readonly NodeDescription[]): Size[] {
	return [
		...nodes.map((node) => sized(node.name, [node], LIMITS.node)),
		...nodes.flatMap(plainResources),
		sized('the first version', nodes.flatMap(firstOf), LIMITS.first),
		sized('the package', nodes, LIMITS.package),
	];
}

/** What n8n makes again of every action node, as a tool of an AI agent: about as large as the node. */
export function twins(nodes: readonly NodeDescription[]): number {
	return kilobytes(nodes.filter(({ usableAsTool }) => usableAsTool));
}

/** A table for the console. */
export function table(all: readonly Size[], again: number): string {
	const rows = all.map(({ what, size, limit }) => [
		what,
		size.toFixed(1),
		limit.toFixed(0),
		size > limit ? 'TOO LARGE' : '',
	]);
	const lines = [['kB the editor loads', 'now', 'limit', ''], ...rows].map(
		([what, size, limit, note]) =>
			`${what.padEnd(44)}${size.padStart(7)}${limit.padStart(6)}  ${note}`.trimEnd(),
	);
	const tools = `${'once more, as tools of AI agents'.padEnd(44)}${again.toFixed(1).padStart(7)}`;
	return `${[...lines, tools].join('\n')}\n`;
}

function sized(what: string, measured: readonly unknown[], limit: number): Size {
	return { what, size: kilobytes(measured), limit };
}

/** Of an action node with several resources, what is shown for one of them alone. */
function plainResources(node: NodeDescription): Size[] {
	const selector = node.properties.find(({ name }) => name === 'resource');
	if (!selector || !node.usableAsTool) return [];
	return ((selector.options ?? []) as INodePropertyOptions[])
		.map(({ value }) => ({ value: String(value), what: `${node.name} ${String(value)}` }))
		.filter(({ what }) => !(LARGE_RESOURCES as readonly string[]).includes(what))
		.map(({ value, what }) => {
			const isOwn = (resources?: readonly string[]) =>
				resources?.length === 1 && resources[0] === value;
			// Of a collection that several resources have, the options of this one.
			const own = node.properties
				.flatMap((property) => (isOwn(shownFor(property)) ? [property] : optionsIn(property)))
				.filter((property) => isOwn(shownFor(property)));
			return sized(what, own, LIMITS.resource);
		});
}

/** A node of the first version, without what is shown for further resources alone. */
function firstOf(node: NodeDescription): NodeDescription[] {
	const resources = FIRST[node.name];
	if (!resources) return [];
	if (!node.usableAsTool) return [node];
	const isFirst = (property: INodeProperties) =>
		shownFor(property)?.some((resource) => resources.includes(resource)) ?? true;
	const properties = node.properties
		.filter(isFirst)
		.map((property) =>
			property.type === 'collection'
				? { ...property, options: optionsIn(property).filter(isFirst) }
				: property,
		);
	return [{ ...node, properties }];
}

/** The resources that a property, or an option of a collection, is shown for; nothing: for all. */
const shownFor = ({ displayOptions: { show } = {} }: INodeProperties): string[] | undefined =>
	(show?.['/resource'] ?? show?.resource)?.map(String);

const optionsIn = ({ type, options = [] }: INodeProperties): INodeProperties[] =>
	type === 'collection' ? (options as INodeProperties[]) : [];

const kilobytes = (measured: readonly unknown[]): number =>
	measured.reduce<number>((sum, one) => sum + Buffer.byteLength(JSON.stringify(one)), 0) / 1000;
