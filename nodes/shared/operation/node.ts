import type { INodeProperties } from 'n8n-workflow';
import { SEARCH, type ListSearch, type Marks } from '../fields/field';
import type { Resource } from './operation';

/**
 * The parameters of a node: resource (where there are several), operation, and each operation's own. What
 * several operations or resources declare alike is there once, shown for all of them, since the editor
 * loads every word of it.
 */
export function nodeProperties(resources: readonly Resource[]): INodeProperties[] {
	if (resources.length === 1) {
		const [resource] = resources;
		return [operationSelector(resource), ...operationProperties(resource).map(shownFor)];
	}
	const initial = resources[0].value;
	const selector: INodeProperties = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: initial,
		options: resources.map(({ value, name }) => ({ value, name })),
	};
	const selectors = resources.map((resource) => ({
		...operationSelector(resource),
		displayOptions: { show: { resource: [resource.value] } },
	}));
	const shared = sharedOnce(
		resources.map((resource) =>
			operationProperties(resource).map((one) => ({
				...one,
				show: { resource: [resource.value], ...one.show },
			})),
		),
		'resource',
	);
	return [selector, ...selectors, ...shared.map(shownFor)];
}

/** The searches that the lists of these parameters need, for the node's `methods.listSearch`. */
export function listSearches(properties: readonly INodeProperties[]): Record<string, ListSearch> {
	return Object.fromEntries(searchesOf(properties));
}

function* searchesOf(
	properties: ReadonlyArray<INodeProperties & Marks>,
): Generator<[string, ListSearch]> {
	for (const property of properties) {
		const search = property[SEARCH];
		const method = property.modes?.find(({ type }) => type === 'list')?.typeOptions
			?.searchListMethod;
		if (search && method) yield [method, search];
		for (const option of property.options ?? []) {
			if ('values' in option) yield* searchesOf(option.values);
			else if ('type' in option && 'displayName' in option) yield* searchesOf([option]);
		}
	}
}

function operationSelector({ operations, initial }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: initial,
		options: operations.map(({ value, name, action, description }) => ({
			value,
			name,
			action,
			description,
		})),
	};
}

type Show = Readonly<Partial<Record<'resource' | 'operation', readonly string[]>>>;

/** A property and what has to be chosen for it to be shown. */
interface Shown {
	readonly property: INodeProperties;
	readonly show: Show;
}

const operationProperties = ({ operations }: Resource): Shown[] =>
	sharedOnce(
		operations.map(({ value, properties }) =>
			properties.map((property) => ({ property, show: { operation: [value] } })),
		),
		'operation',
	);

function shownFor({ property, show }: Shown): INodeProperties {
	const { displayOptions } = property;
	return {
		...property,
		displayOptions: {
			...displayOptions,
			show: Object.fromEntries(
				Object.entries({ ...show, ...displayOptions?.show }).map(([key, values]) => [
					key,
					[...values],
				]),
			),
		},
	};
}

/**
 * Lists of properties as one, in an order that keeps that of each list. What is alike in several, but for
 * what `key` has to be for it to be shown, is there once.
 */
function sharedOnce(lists: readonly Shown[][], key: keyof Show): Shown[] {
	const order: Shown[] = [];
	const alike = ({ property, show }: Shown) =>
		JSON.stringify([property, { ...show, [key]: undefined }]);
	for (const list of lists) {
		let place = 0;
		for (const one of list) {
			const found = order.findIndex(
				(other, index) => index >= place && alike(other) === alike(one),
			);
			if (found < 0) order.splice(place, 0, one);
			else {
				const { property, show } = order[found];
				const values = [...(show[key] ?? []), ...(one.show[key] ?? [])];
				order[found] = { property, show: { ...show, [key]: values } };
			}
			place = (found < 0 ? place : found) + 1;
		}
	}
	return order;
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
