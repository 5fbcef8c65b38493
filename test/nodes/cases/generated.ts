import type { INodeProperties, INodePropertyOptions, NodeParameterValueType } from 'n8n-workflow';
import { choices, packageNodes, type NodeDescription } from '../../support/manifest';
import type { Practice } from '../../support/practice';
import type { OperationCase } from './index';

const TWO = [{ id: 1 }, { id: 2 }] as const;

const locator = (value: NodeParameterValueType) => ({ __rl: true, mode: 'id', value });

/** A value that any field of this type takes; references name record 1. */
function valueOf(property: INodeProperties): NodeParameterValueType {
	const { type, typeOptions, default: initial, options = [] } = property;
	switch (type) {
		case 'resourceLocator':
			return locator('1');
		case 'number':
			return typeOptions?.multipleValues ? [1] : 1;
		case 'color':
			return '#1d4ed8';
		case 'dateTime':
			return typeOptions?.dateOnly ? '2021-02-14' : '2021-02-14T09:30:00';
		case 'string':
			return typeOptions?.multipleValues ? ['Text'] : 'Text';
		case 'multiOptions':
			return options.slice(0, 1).map((one) => (one as INodePropertyOptions).value);
		case 'fixedCollection': {
			const [group] = options as Array<{ values: INodeProperties[] }>;
			const row = Object.fromEntries(group.values.map((field) => [field.name, valueOf(field)]));
			return { values: typeOptions?.multipleValues ? [row] : row };
		}
		default:
			return initial;
	}
}

/** The same as an input item holds it, for Create Many. */
function ofItem(property: INodeProperties): unknown {
	const value = valueOf(property);
	if (property.type === 'resourceLocator') return 1;
	return property.type === 'fixedCollection' ? (value as { values: unknown }).values : value;
}

/** The parameters that an operation shows, whatever else is filled in. */
const shownFor = (
	{ properties }: NodeDescription,
	resource: string | undefined,
	operation: string,
): INodeProperties[] =>
	properties.filter(({ name, displayOptions: { show } = {} }) => {
		const { resource: resources, operation: operations, ...others } = show ?? {};
		return (
			!['resource', 'operation'].includes(name) &&
			(resource === undefined || resources?.includes(resource)) &&
			operations?.includes(operation) &&
			Object.keys(others).length === 0
		);
	});

/** A simulated practice in which every resource has records 1 and 2. */
function prepare({ simulator: { store } }: Practice): void {
	for (const name of store.names) {
		const collection = store.collection(name);
		for (const id of [1, 2]) if (!collection.get(id)) collection.insert({ id });
	}
}

function caseOf(
	node: NodeDescription,
	resource: string | undefined,
	operation: string,
): OperationCase {
	const shown = shownFor(node, resource, operation);
	const needed = shown.filter(({ required }) => required);
	const own = `${resource ?? ''}Id`;
	const parameters = Object.fromEntries(
		needed.map((property) => [
			property.name,
			property.name === own
				? `={{ { __rl: true, mode: "id", value: $json.id } }}`
				: valueOf(property),
		]),
	);
	if (operation === 'createMany') {
		const item = Object.fromEntries(
			shownFor(node, resource, 'create')
				.filter(({ required }) => required)
				.map((property) => [property.name, ofItem(property)]),
		);
		return { parameters, items: [item as never, item as never], prepare };
	}
	if (operation === 'getAll') return { parameters: { ...parameters, limit: 1 }, prepare };
	const changes = shown.find(({ name }) => name === 'updateFields');
	if (changes) {
		const fields = changes.options as INodeProperties[];
		const field = fields.find(({ type }) => type !== 'resourceLocator') ?? fields[0];
		const updateFields = { [field.name]: valueOf(field) };
		return { parameters: { ...parameters, updateFields }, items: TWO, prepare };
	}
	return { parameters, items: TWO, prepare };
}

/**
 * How each operation of a node is run that needs no more than what its form asks for: made from the
 * built node, so that a new plain resource has its cases by being declared.
 */
export function generatedCases(type: string): Record<string, OperationCase> {
	const node = packageNodes().find(({ name }) => name === type);
	if (!node) throw new Error(`The package has no node "${type}"`);
	return Object.fromEntries(
		choices(node).map(({ resource, operation }) => {
			const [of, does] = [resource && String(resource.value), String(operation.value)];
			return [[of, does].filter(Boolean).join('.'), caseOf(node, of, does)];
		}),
	);
}
