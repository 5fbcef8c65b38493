import type {
	ICredentialType,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

/** A value that n8n stores for a choice. */
export type StoredValue = NonNullable<INodePropertyOptions['value']>;

/**
 * One parameter as saved workflows know it. Parameters of the same path that differ, such as `fields`
 * of two operations, are two of these; what several operations share is one, whether it was declared
 * once for all of them or once for each.
 */
export interface StoredParameter {
	/** Where its value is stored, with the collections around it: `additionalFields.state`. */
	readonly path: string;
	/** n8n's type; with `[]` where several values can be added: `string[]`. */
	readonly type: string;
	/**
	 * Of what n8n does not store when it is left alone. It always stores the members of a collection,
	 * so their default is no part of the contract; nor is that of a hidden parameter.
	 */
	readonly default?: unknown;
	readonly values?: readonly StoredValue[];
	/** The names of a locator's modes. */
	readonly modes?: readonly string[];
	readonly required?: true;
	/** It takes no expression. */
	readonly fixed?: true;
	/** The operations it is shown for: `patient.create`, or `create` where there is one resource. */
	readonly in: readonly string[];
	/** The values that other parameters must have for it to be shown, by path; `not x` must have none. */
	readonly when?: Readonly<Record<string, readonly unknown[]>>;
}

/** What saved workflows hold of a node type or a credential type. */
export interface StoredType {
	readonly name: string;
	readonly versions: readonly number[];
	readonly credentials: readonly string[];
	/** Method, name and path: part of the address that others call. */
	readonly webhooks: readonly string[];
	readonly parameters: readonly StoredParameter[];
}

/** A node type as its description declares it. */
export function storedNode(description: INodeTypeDescription): StoredType {
	const { name, version, credentials = [], webhooks = [], properties } = description;
	return {
		name,
		versions: [version].flat(),
		credentials: credentials.map((credential) => credential.name),
		webhooks: webhooks.map((one) => `${one.httpMethod} ${one.name} ${one.path}`),
		parameters: storedParameters(properties),
	};
}

/** A credential type; it has no operations, and its properties are shown in all cases. */
export function storedCredential({ name, properties }: ICredentialType): StoredType {
	return {
		name,
		versions: [],
		credentials: [],
		webhooks: [],
		parameters: storedParameters(properties),
	};
}

function storedParameters(properties: readonly INodeProperties[]): StoredParameter[] {
	const root = { path: '', members: false, in: operationsOf(properties), when: {} };
	const all = properties.flatMap((property) => withMembers(property, root));
	return gathered(all).sort((a, b) => compareTexts(a.path, b.path));
}

/** Every pair of a resource and one of its operations; one empty name where there are none. */
function operationsOf(properties: readonly INodeProperties[]): string[] {
	const resources = valuesOf(properties.find(({ name }) => name === 'resource'));
	const selectors = properties.filter(({ name }) => name === 'operation');
	if (selectors.length === 0) return resources.length > 0 ? resources.map(String) : [''];
	return selectors.flatMap((selector) => {
		const shownFor = resources.filter(
			(resource) => selector.displayOptions?.show?.resource?.includes(resource) ?? true,
		);
		const prefixes = resources.length > 0 ? shownFor.map((one) => `${String(one)}.`) : [''];
		return prefixes.flatMap((prefix) =>
			valuesOf(selector).map((value) => `${prefix}${String(value)}`),
		);
	});
}

/** Where a property stands: the path and the conditions of what is around it. */
interface Place {
	readonly path: string;
	/** Whether it is directly in a collection. */
	readonly members: boolean;
	readonly in: readonly string[];
	readonly when: Readonly<Record<string, readonly unknown[]>>;
}

/** A property and all within it. A notice and its like store nothing. */
function withMembers(property: INodeProperties, around: Place): StoredParameter[] {
	if (['notice', 'callout', 'button'].includes(property.type)) return [];
	const { name, options = [] } = property;
	const place = shownIn(property, around);
	const path = `${around.path}${name}`;
	const within = options.flatMap((option) => {
		if (isGroup(option)) {
			const group = { ...place, path: `${path}.${option.name}.`, members: false };
			return option.values.flatMap((member) => withMembers(member, group));
		}
		if (!isProperty(option)) return [];
		return withMembers(option, { ...place, path: `${path}.`, members: true });
	});
	return [storedParameter(property, { ...place, path, members: around.members }), ...within];
}

function storedParameter(property: INodeProperties, place: Place): StoredParameter {
	const { type, typeOptions, modes, required, noDataExpression } = property;
	const values = valuesOf(property);
	return {
		path: place.path,
		type: typeOptions?.multipleValues ? `${type}[]` : type,
		...(!place.members && type !== 'hidden' && { default: property.default }),
		...(values.length > 0 && { values }),
		...(modes && { modes: modes.map((mode) => mode.name) }),
		...(required && { required }),
		...(noDataExpression && { fixed: noDataExpression }),
		in: place.in,
		...(Object.keys(place.when).length > 0 && { when: place.when }),
	};
}

/** The place, narrowed to the operations and conditions that a property itself is shown for. */
function shownIn({ displayOptions = {} }: INodeProperties, around: Place): Place {
	const root = around.path === '';
	const conditions = [
		...Object.entries(displayOptions.show ?? {}).map((one) => [...one, true] as const),
		...Object.entries(displayOptions.hide ?? {}).map((one) => [...one, false] as const),
	];
	return conditions.reduce<Place>((place, [key, values = [], shown]) => {
		const other = key.startsWith('/') ? key.slice(1) : `${around.path}${key}`;
		if ((root || key.startsWith('/')) && ['resource', 'operation'].includes(other)) {
			const matches = (operation: string) => values.includes(partOf(operation, other)) === shown;
			return { ...place, in: place.in.filter(matches) };
		}
		return { ...place, when: { ...place.when, [shown ? other : `not ${other}`]: values } };
	}, around);
}

function partOf(operation: string, part: string): string {
	const parts = operation.split('.');
	return parts[part === 'resource' ? 0 : parts.length - 1];
}

/** Those that differ in their operations alone become one. */
function gathered(parameters: readonly StoredParameter[]): StoredParameter[] {
	const byRest = new Map<string, StoredParameter>();
	for (const parameter of parameters) {
		const key = JSON.stringify({ ...parameter, in: [] });
		const known = byRest.get(key)?.in ?? [];
		const operations = [...new Set([...known, ...parameter.in])].sort(compareTexts);
		byRest.set(key, { ...parameter, in: operations });
	}
	return [...byRest.values()];
}

/** By code unit, so that the file is the same in every locale. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Option = NonNullable<INodeProperties['options']>[number];

const isGroup = (option: Option): option is INodePropertyCollection => 'values' in option;
const isProperty = (option: Option): option is INodeProperties =>
	'type' in option && 'displayName' in option;
const isChoice = (option: Option): option is INodePropertyOptions => 'value' in option;

function valuesOf(property?: INodeProperties): StoredValue[] {
	return (property?.options ?? []).filter(isChoice).map((choice) => choice.value);
}
