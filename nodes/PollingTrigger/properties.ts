import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { optionNames } from '../shared/messages/labels';
import { readinessField } from '../shared/messages/readiness';
import { resourceProperties } from '../shared/operation/node';
import { optionsCollection } from '../shared/operation/options';
import { outputProperties } from '../shared/operation/output';
import { sources, type Source } from './sources';

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

export const properties: INodeProperties[] = [
	resource,
	readinessField(['resource']),
	triggerOn,
	...resourceProperties(
		sources.map((source) => ({ value: source.value, properties: ownProperties(source) })),
	),
	options,
];

/** The filters and the output of one source, as they are declared. */
export function ownProperties({ filters, simplified, others }: Source): INodeProperties[] {
	return [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [...filters],
		},
		...outputProperties(simplified, others),
	];
}
