import type { INodeProperties } from 'n8n-workflow';
import { LOAD, SEARCH, withFields, type ListSearch, type Load } from '../fields/field';
import { withOneCollection } from './oneCollection';
import type { Resource } from './operation';

/**
 * The parameters of a node: resource (where there are several), operation, and each operation's own. What
 * several operations or resources declare alike is there once, shown for all of them, since the editor
 * loads every word of it.
 */
export function nodeProperties(declared: readonly Resource[]): INodeProperties[] {
	const resources = ONCE.reduce(withOneCollection, declared);
	if (resources.length === 1) {
		const [resource] = resources;
		return [operationSelector(resource), ...inOrder(operationProperties(resource)).map(shownFor)];
	}
	const initial = resources[0].value;
	const selector: INodeProperties = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: initial,
		options: inList(resources).map(({ value, name }) => ({ value, name })),
	};
	const selectors = resources.map((resource) => ({
		...operationSelector(resource),
		displayOptions: { show: { resource: [resource.value] } },
	}));
	const shared = sharedOnce(
		resources.flatMap((resource) => operationProperties(resource, [resource.value])),
		'resource',
	);
	return [selector, ...selectors, ...inOrder(shared).map(shownFor)];
}

/** Collections that are much the same in all resources. */
const ONCE = ['filters', 'options'] as const;

/** From so many on, n8n wants the entries of a list by name. */
const MANY = 5;

const inList = (resources: readonly Resource[]): readonly Resource[] =>
	resources.length < MANY ? resources : [...resources].sort((a, b) => a.name.localeCompare(b.name));

/** What fills the lists of these parameters while somebody fills in the form: the node's `methods`. */
export function methodsOf(properties: readonly INodeProperties[]): {
	listSearch: Record<string, ListSearch>;
	loadOptions: Record<string, Load>;
} {
	const all = [...withFields(properties)];
	return {
		listSearch: Object.fromEntries(
			all.flatMap(({ modes = [], [SEARCH]: search }) => {
				const list = modes.find(({ type }) => type === 'list');
				return search ? [[list?.typeOptions?.searchListMethod ?? '', search]] : [];
			}),
		),
		loadOptions: Object.fromEntries(
			all.flatMap(({ typeOptions, [LOAD]: load }) =>
				load ? [[typeOptions?.loadOptionsMethod ?? '', load]] : [],
			),
		),
	};
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

const operationProperties = ({ operations }: Resource, resource?: readonly string[]): Place[] =>
	sharedOnce(
		operations.flatMap(({ value, properties }) =>
			chain(
				properties.map((property) => ({
					property,
					show: {
						...(resource && { resource }),
						operation: property.displayOptions?.show?.operation?.map(String) ?? [value],
					},
				})),
			),
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

/** A property's place among all of a node's, and which come after it. */
interface Place {
	readonly after: Set<Place>;
	shown: Shown;
}

/** A list's properties, each before the next. */
function chain(list: readonly Shown[]): Place[] {
	const places = list.map((shown): Place => ({ shown, after: new Set() }));
	places.slice(1).forEach((place, index) => places[index].after.add(place));
	return places;
}

/**
 * Places without those whose property is there already, but for what `key` has to be for it to be shown:
 * that one is then shown for both. It stays where the orders of two lists contradict.
 */
function sharedOnce(places: readonly Place[], key: keyof Show): Place[] {
	const kept = new Map<Place, string>();
	for (const place of places) {
		const { property, show } = place.shown;
		const alike = JSON.stringify([property, { ...show, [key]: undefined }]);
		const twin = [...kept].find(
			([other, text]) => text === alike && !leadsTo(other, place) && !leadsTo(place, other),
		)?.[0];
		if (!twin) kept.set(place, alike);
		else {
			const { show: shown } = twin.shown;
			const values = new Set([...(shown[key] ?? []), ...(show[key] ?? [])]);
			twin.shown = { property, show: { ...shown, [key]: [...values] } };
			place.after.forEach((next) => twin.after.add(next));
			for (const { after } of places) if (after.delete(place)) after.add(twin);
		}
	}
	return [...kept.keys()];
}

/** Whether one place is the other, or comes before it. */
function leadsTo(from: Place, to: Place, seen = new Set<Place>()): boolean {
	if (from === to) return true;
	seen.add(from);
	return [...from.after].some((next) => !seen.has(next) && leadsTo(next, to, seen));
}

/** The properties so that each comes before those after it; where that leaves a choice, as they were found. */
function inOrder(places: readonly Place[]): Shown[] {
	const waiting = [...places];
	return places.map(() => {
		const later = new Set(waiting.flatMap(({ after }) => [...after]));
		const first = waiting.findIndex((place) => !later.has(place));
		return waiting.splice(first, 1)[0].shown;
	});
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
