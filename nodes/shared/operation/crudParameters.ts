import type { IDataObject } from 'n8n-workflow';
import { listed, type FieldTable } from '../fields/field';
import { withoutBlanks } from '../input/blanks';
import { fieldsCollection } from '../input/records';
import { snakeCase, textOf } from '../messages/words';
import { path } from '../transport/urls';
import type { Table } from './crud';
import { property, type Property } from './operation';
import { officeTimeZone, verbose } from './options';

/** The parameters of an operation on a table's records. */
export type Params = Readonly<Record<string, unknown>>;

const COLLECTIONS = {
	additionalFields: 'Additional Fields',
	updateFields: 'Update Fields',
} as const;

export function collectionOf<const N extends keyof typeof COLLECTIONS>(
	name: N,
	fields: readonly Property[],
) {
	return fieldsCollection({ name, displayName: COLLECTIONS[name] }, fields);
}

/** The fields of a new record that have no parameter of their own. */
export const additionalFields = (fields: readonly Property[]) =>
	collectionOf('additionalFields', fields);

/** A sentence above an operation's parameters. */
export const noticeOf = (name: string, displayName: string) =>
	property({ displayName, name, type: 'notice', default: '' });

/** What somebody filled in of a new record. */
export const givenFields = ({ own }: Table, params: Params): IDataObject => ({
	...(params.additionalFields as IDataObject | undefined),
	...valuesOf(own, params),
});

/** A new record as it is sent. */
export function newRecord({ made, along = {} }: Table, given: IDataObject, options: IDataObject) {
	const record = withoutBlanks(given);
	return { ...(made?.(record) ?? record), ...chosenOptions(along, options) };
}

/** The options of whatever writes. */
export const writeOptions = ({ along = {}, written }: Table) => [
	...listed(along),
	...clock(written),
];

/** The Filters of an operation that lists records. */
export function filtersCollection(filters: readonly Property[]) {
	return property({
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [...filters],
	});
}

/** The address of the record that the operation's locator names. */
export function recordPath({ path: first, id }: Table, params: Params): string {
	return path`/api/${first}/${paramOf(params, id)}`;
}

const paramOf = (params: Params, name: string): string => textOf(params[name]);

/** The ID that the operation's locator names, as records have it. */
export const idOf = ({ id }: Table, params: Params): number => Number(paramOf(params, id));

export const isNeeded = ({ required }: Property): boolean => required === true;

/** What a record can be told by: DrChrono may fill in choices, and write numbers in another way. */
export const isTelling = ({ type, typeOptions }: Property): boolean =>
	['string', 'dateTime', 'resourceLocator'].includes(type) && !typeOptions?.multipleValues;

export const optional = (fields: readonly Property[]): Property[] =>
	fields.map((field) => ({ ...field, required: undefined }));

/** What an operation's own parameters hold, by their names. */
export const valuesOf = (properties: readonly Property[], params: Params): IDataObject =>
	Object.fromEntries(properties.map(({ name }) => [name, params[name] as IDataObject[string]]));

/** Of the options those that DrChrono takes, under its names; a switch that is off as it begins says nothing. */
export const chosenOptions = (fields: FieldTable, options: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(options)
			.filter(([name, value]) => name in fields && (value !== false || fields[name].default))
			.map(([name, value]) => [snakeCase(name), value]),
	);

/** Office Time Zone, where times are given. */
export const clock = (fields: readonly Property[]) =>
	fields.some(({ type, typeOptions }) => type === 'dateTime' && !typeOptions?.dateOnly)
		? [officeTimeZone]
		: [];

export const verboseOption = ({ verbose: extra }: Table) =>
	extra === undefined ? [] : [verbose(extra)];
