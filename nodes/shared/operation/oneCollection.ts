import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from './operation';

/** An operation that has the collection, and the JSON of each option in it. */
interface Use {
	readonly resource: string;
	readonly operation: string;
	readonly options: ReadonlySet<string>;
}

/** What has to be chosen for an option to be shown; what is not named may be anything. */
type Show = Readonly<Partial<Record<'/resource' | '/operation', readonly string[]>>>;

/**
 * The same resources, in which the collections of a name are one, the same for all operations that have
 * it: every option is in it once and says what it is shown for, since the editor loads every word.
 */
export function withOneCollection(resources: readonly Resource[], name: string): Resource[] {
	const has = ({ properties }: Resource['operations'][number]) =>
		properties.some((property) => property.name === name);
	const shown = distinct(resources.flatMap((one) => one.operations.filter(has)).map(valueOf));
	// It says by two lists what it is shown for; where that would be too much, a resource keeps its own.
	const joins = ({ operations }: Resource) =>
		operations.every((one) => has(one) || !shown.includes(one.value));
	const options = optionsOf(resources.filter(joins), name);
	const displayOptions = { show: { operation: shown } };
	return resources.map((resource) => ({
		...resource,
		operations: resource.operations.map((operation) => ({
			...operation,
			properties: operation.properties.map((property) =>
				property.name === name && joins(resource)
					? { ...property, options, displayOptions }
					: property,
			),
		})),
	}));
}

const valueOf = ({ value }: { readonly value: string }): string => value;

function optionsOf(resources: readonly Resource[], name: string): INodeProperties[] {
	const known = new Map<string, INodeProperties>();
	const uses = resources.flatMap(({ value: resource, operations }) =>
		operations.flatMap(({ value: operation, properties }): Use[] => {
			const collection = properties.find((property) => property.name === name);
			if (!collection) return [];
			const own = (collection.options ?? []) as INodeProperties[];
			own.forEach((option) => known.set(JSON.stringify(option), option));
			return [{ resource, operation, options: new Set(own.map((one) => JSON.stringify(one))) }];
		}),
	);
	return [...known]
		.flatMap(([text, option]) => showsOf(text, uses).map((show) => shownFor(option, show)))
		.sort((a, b) => a.displayName.localeCompare(b.displayName));
}

/** For what an option is shown: in one go where lists can say it, else for one resource after the other. */
function showsOf(option: string, uses: readonly Use[]): Show[] {
	const having = uses.filter(({ options }) => options.has(option));
	const operationsOf = (resource?: string) =>
		distinct(
			having
				.filter((use) => resource === undefined || use.resource === resource)
				.map(({ operation }) => operation),
		);
	const resources = distinct(having.map(({ resource }) => resource));
	const whole: Show[] = [
		{},
		{ '/operation': operationsOf() },
		{ '/resource': resources },
		{ '/resource': resources, '/operation': operationsOf() },
	];
	const one = whole.find((show) =>
		uses.every((use) => isShown(show, use) === use.options.has(option)),
	);
	if (one) return [one];
	return resources.map((resource) => ({
		'/resource': [resource],
		'/operation': operationsOf(resource),
	}));
}

const isShown = (show: Show, { resource, operation }: Use): boolean =>
	(show['/resource']?.includes(resource) ?? true) &&
	(show['/operation']?.includes(operation) ?? true);

function shownFor(option: INodeProperties, show: Show): INodeProperties {
	if (Object.keys(show).length === 0) return option;
	const { displayOptions } = option;
	return {
		...option,
		displayOptions: { ...displayOptions, show: { ...displayOptions?.show, ...lists(show) } },
	};
}

const lists = (show: Show): Record<string, string[]> =>
	Object.fromEntries(Object.entries(show).map(([key, values]) => [key, [...values]]));

const distinct = (values: readonly string[]): string[] => [...new Set(values)];
