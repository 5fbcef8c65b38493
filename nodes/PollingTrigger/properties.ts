import type { ILoadOptionsFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { optionNames } from '../shared/messages/labels';
import { readinessField } from '../shared/messages/readiness';
import { optionsCollection } from '../shared/operation/options';
import { outputProperties } from '../shared/operation/output';
import { moreSources } from './moreSources';
import { sources, usualSources, type Source } from './sources';

export const DEFAULT_OVERLAP_HOURS = 2;

export const resource: INodeProperties = {
	// By this name n8n's panel finds what it offers as the trigger's actions.
	displayName: 'Trigger On',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	default: 'document',
	options: sources.map(({ name, value }) => ({
		name,
		value,
		action: `On new or changed ${name.replace(/s$/, '').toLowerCase()}`,
	})),
	description:
		'What to watch. Each needs its own permission in the credential: those for Lab Results, Messages and Tasks are not among the usual ones.',
};

const triggerOn: INodeProperties = {
	displayName: 'Change',
	name: 'triggerOn',
	type: 'options',
	noDataExpression: true,
	default: 'both',
	options: [
		{
			name: 'Changed',
			value: 'changed',
			description: 'When a record that was already there is changed',
		},
		{ name: 'Created', value: 'created', description: 'When a record is created' },
		{
			name: 'Created or Changed',
			value: 'both',
			description: 'Whenever a record is created or changed',
		},
	] satisfies INodePropertyOptions[],
	description:
		'What starts the workflow. Records that are there when the workflow is first published do not.',
};

/** What the canvas shows under the node's name, such as `Documents: created or changed`. */
export const subtitle = `={{ (${optionNames(resource.options)})[$parameter["resource"]] + ": " + (${optionNames(triggerOn.options)})[$parameter["triggerOn"]].toLowerCase() }}`;

const overlap: INodeProperties = {
	displayName: 'Overlap (Hours)',
	name: 'overlap',
	type: 'number',
	typeOptions: { minValue: DEFAULT_OVERLAP_HOURS },
	default: DEFAULT_OVERLAP_HOURS,
	description:
		'How far each check reaches back, so that nothing that shows up late is missed. No change is passed on twice. If your offices are in different time zones, raise it by the hours between them.',
};

export const options: INodeProperties = optionsCollection(overlap);

/** The filters of all lists, each there once, and shown for the lists that have it. */
const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	displayOptions: { show: { resource: withFilters() } },
	options: sharedFilters(),
};

/** How much of a record to pass on; the fields of the lists that are watched most are in the form. */
const [output] = outputProperties([]);

/** The fields of the others, which n8n asks for when they are needed. */
const fieldsOnDemand: INodeProperties = {
	displayName: 'Field Names or IDs',
	name: 'fields',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'loadFields', loadOptionsDependsOn: ['resource'] },
	default: [],
	displayOptions: {
		show: { resource: moreSources.map(({ value }) => value), output: ['selected'] },
	},
	description:
		'Which fields to pass on; none are those of Simplified. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const properties: INodeProperties[] = [
	resource,
	readinessField(['resource']),
	triggerOn,
	filters,
	output,
	...usualSources.map((source) => ({
		...fieldsOf(source),
		displayOptions: { show: { resource: [source.value], output: ['selected'] } },
	})),
	fieldsOnDemand,
	options,
];

/** The filters and the output of one source, as they are declared. */
export function ownProperties(source: Source): INodeProperties[] {
	const isUsual = usualSources.includes(source);
	return [
		{ ...filters, options: [...source.filters] },
		output,
		isUsual ? fieldsOf(source) : fieldsOnDemand,
	];
}

/** What Selected Fields offers for a list whose fields are not in the form. */
export async function loadFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const value = this.getCurrentNodeParameter('resource');
	const source = sources.find((one) => one.value === value);
	const options = source ? fieldsOf(source).options : [];
	return await Promise.resolve((options ?? []) as INodePropertyOptions[]);
}

function fieldsOf({ simplified, others }: Source): INodeProperties {
	return outputProperties(simplified, others)[1];
}

function withFilters(): string[] {
	return sources.filter((one) => one.filters.length > 0).map(({ value }) => value);
}

function sharedFilters(): INodeProperties[] {
	const shown = new Map<string, { filter: INodeProperties; resources: string[] }>();
	for (const { value, filters: own } of sources) {
		for (const filter of own) {
			const key = JSON.stringify(filter);
			const { resources = [] } = shown.get(key) ?? {};
			shown.set(key, { filter, resources: [...resources, value] });
		}
	}
	return [...shown.values()]
		.map(({ filter, resources }) => ({
			...filter,
			displayOptions: { show: { '/resource': resources } },
		}))
		.sort((a, b) => a.displayName.localeCompare(b.displayName));
}
