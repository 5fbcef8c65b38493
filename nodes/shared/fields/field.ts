import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeProperties,
	INodePropertyOptions,
	NodePropertyTypes,
} from 'n8n-workflow';
import { words } from '../messages/words';

/** Under it a declaration carries how its value is read beyond what its type says. */
export const READ = Symbol('read');
/** Under it a locator carries the search that fills its list. */
export const SEARCH = Symbol('search');
/** Under it a choice carries what fills its list. */
export const LOAD = Symbol('load');

/**
 * Turns a value that its type allows into what the API takes, or says why that cannot be. Pure.
 * @param reading the zone that times are read by, an IANA name
 */
export type Read = (
	value: unknown,
	property: INodeProperties,
	reading: { readonly timeZone: string },
) => unknown;

/** A list search as n8n calls it, by what someone typed and the token of the page before. */
export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** What fills a list to choose from, as n8n calls it when the form is opened. */
export type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** What a declaration carries for us and not for n8n: keys that are symbols are not in its JSON. */
export interface Marks {
	readonly [READ]?: Read;
	readonly [SEARCH]?: ListSearch;
	readonly [LOAD]?: Load;
}

/** How one value is asked for, shown and read: a property of n8n that has no name yet. */
export type Field<T extends NodePropertyTypes = NodePropertyTypes> = Omit<
	INodeProperties,
	'name' | 'displayName' | 'type'
> &
	Marks & {
		readonly type: T;
		/** Given where the API's name in words is not what people say. */
		readonly displayName?: string;
	};

/** Fields by the name that the API has for each. */
export type FieldTable = Readonly<Record<string, Field>>;

/** The properties that a table of fields declares, by name. */
export type Declared<F extends FieldTable> = {
	readonly [N in keyof F & string]: F[N] & { readonly name: N; readonly displayName: string };
};

/** Fields with their names: properties as n8n takes them, each under its own name. */
export function declare<const F extends FieldTable>(fields: F): Declared<F> {
	return Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [
			name,
			{ ...field, displayName: field.displayName ?? words(name), name },
		]),
	) as Declared<F>;
}

/** A family of fields whose names begin alike, which their labels need not. */
export const prefixed = (prefix: string, fields: FieldTable): FieldTable =>
	Object.fromEntries(
		Object.values(declare(fields)).map((field) => [`${prefix}${field.name}`, field]),
	);

/** The properties of a table in the order that n8n asks for: by what they are called. */
export function listed(fields: FieldTable): Array<INodeProperties & Marks> {
	return Object.values<INodeProperties & Marks>(declare(fields)).sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	);
}

/** Parameters, and everything within their collections. */
export function* withFields(
	properties: ReadonlyArray<INodeProperties & Marks>,
): Generator<INodeProperties & Marks> {
	for (const property of properties) {
		yield property;
		for (const option of property.options ?? []) {
			if ('values' in option) yield* withFields(option.values);
			else if ('type' in option && 'displayName' in option) yield* withFields([option]);
		}
	}
}
