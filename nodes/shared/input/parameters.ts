import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { READ, type Marks } from '../fields/field';
import { calendarDate, wallClock } from './dates';

/** Why a value cannot be used, in words that follow the parameter's name. */
export class ParameterIssue extends Error {
	/** @param path display names from the parameter down to the field */
	constructor(
		message: string,
		readonly path: readonly string[],
	) {
		super(message);
	}
}

export interface Reading {
	/** IANA name of the workflow's time zone, for dates with an offset. */
	readonly timeZone: string;
}

/**
 * Turns what n8n hands over for a parameter into what the API takes, or says why that cannot be. The
 * declaration of the parameter is the only source of the rules: its type, whether it is required, its
 * options, the validation of its ID mode. Pure.
 */
export function readParameter(property: INodeProperties, raw: unknown, reading: Reading): unknown {
	if (isBlank(raw) || (property.required && isEmptyList(raw))) {
		return property.required
			? issue(property, 'is empty. Fill it in, or check the expression that should give it')
			: blankOf(property, raw);
	}
	if (property.typeOptions?.multipleValues && property.type !== 'fixedCollection') {
		return each(property, toList(raw), (one) =>
			readSingle({ ...property, typeOptions: {} }, one, reading),
		);
	}
	const value = readSingle(property, raw, reading);
	return property.required && Array.isArray(value) && value.length === 0
		? issue(property, 'is empty. Add one at least')
		: value;
}

/** By its type, and then by what its declaration says beyond that. */
function readSingle(property: INodeProperties & Marks, raw: unknown, reading: Reading): unknown {
	const value = readTyped(property, raw, reading);
	const further = property[READ];
	return further && !(value instanceof ParameterIssue) ? further(value, property, reading) : value;
}

function readTyped(property: INodeProperties, raw: unknown, reading: Reading): unknown {
	switch (property.type) {
		case 'number':
			return readNumber(property, raw);
		case 'boolean':
			return readBoolean(property, raw);
		case 'dateTime':
			return readDate(property, raw, reading);
		case 'options':
			return readOption(property, raw);
		case 'multiOptions':
			return each(property, toList(raw), (one) => readOption(property, one));
		case 'resourceLocator':
			return readId(property, raw);
		case 'collection':
			return readFields(property, fieldsOf(property), raw, reading);
		case 'fixedCollection':
			return readGroup(property, raw, reading);
		case 'string':
			return ['string', 'number', 'boolean'].includes(typeof raw)
				? `${raw as string | number | boolean}`
				: issue(property, 'must be text');
		default:
			return raw;
	}
}

/** The values of an object, each read by the declaration of its field; nothing else may be in it. */
export function readFields(
	owner: Pick<INodeProperties, 'displayName'>,
	fields: readonly INodeProperties[],
	raw: unknown,
	reading: Reading,
): Record<string, unknown> | ParameterIssue {
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
		return issue(owner, 'must be a set of fields');
	}
	const values: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(raw)) {
		const field = fields.find((candidate) => candidate.name === name);
		if (!field) return issue(owner, `has no field "${name}"${suggestion(name, fields)}`);
		const given: unknown = isLocatorValue(value) ? idOf(field, value) : value;
		if (given === undefined || given === null) {
			return new ParameterIssue(
				'has an expression that gives nothing. Check it, or let it give an empty text to clear the field',
				[owner.displayName, field.displayName],
			);
		}
		const read = readParameter(field, given, reading);
		if (read instanceof ParameterIssue) {
			return new ParameterIssue(read.message, [owner.displayName, ...read.path]);
		}
		values[name] = read;
	}
	return values;
}

/** A value that must be told, though an empty text would do. @throws ParameterIssue */
export function told<T>(value: T, displayName: string): T {
	if (value !== undefined && value !== null) return value;
	throw new ParameterIssue('has an expression that gives nothing', [displayName]);
}

function fieldsOf(property: INodeProperties): INodeProperties[] {
	return (property.options ?? []).filter(
		(option): option is INodeProperties => 'type' in option && 'displayName' in option,
	);
}

/** A fixed collection has one group, `values`: an object, or a list of objects. */
function readGroup(property: INodeProperties, raw: unknown, reading: Reading): unknown {
	const group = (property.options ?? []).find((option) => 'values' in option);
	const fields = group && 'values' in group ? group.values : [];
	const content = isGroup(raw) ? raw.values : raw;
	if (!property.typeOptions?.multipleValues) return readFields(property, fields, content, reading);
	const rows = toList(content).filter((row) => !isEmptyObject(row));
	return each(property, rows, (one) => readFields(property, fields, one, reading));
}

/** An array, which an expression may give for the rows, has a `values` too, but not of its own. */
function isGroup(raw: unknown): raw is { values: unknown } {
	return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, 'values');
}

/** What n8n gives for a fixed collection to which no row was added. */
function isEmptyObject(row: unknown): boolean {
	return typeof row === 'object' && row !== null && Object.keys(row).length === 0;
}

function readNumber(property: INodeProperties, raw: unknown): number | ParameterIssue {
	const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
	if (typeof value !== 'number' || !Number.isFinite(value)) {
		return issue(property, 'must be a number');
	}
	const { minValue, numberPrecision } = property.typeOptions ?? {};
	if (minValue !== undefined && value < minValue) {
		return issue(property, `must be ${minValue} or more`);
	}
	return numberPrecision === 0 && !Number.isInteger(value)
		? issue(property, 'must be a whole number')
		: value;
}

function readBoolean(property: INodeProperties, raw: unknown): boolean | ParameterIssue {
	if (typeof raw === 'boolean') return raw;
	if (raw === 'true' || raw === 'false') return raw === 'true';
	return issue(property, 'must be true or false');
}

function readDate(property: INodeProperties, raw: unknown, reading: Reading) {
	const dateOnly = property.typeOptions?.dateOnly === true;
	const date = dateOnly ? calendarDate(raw, reading.timeZone) : wallClock(raw, reading.timeZone);
	return (
		date ??
		issue(
			property,
			dateOnly
				? 'is not a date. Write it as year, month, day, for example 2021-02-14'
				: 'is not a date and time. Write it like 2021-02-14T13:40',
		)
	);
}

function readOption(property: INodeProperties, raw: unknown): unknown {
	const options = (property.options ?? []).filter(
		(option): option is INodePropertyOptions => 'value' in option,
	);
	if (property.typeOptions?.loadOptionsMethod || options.some(({ value }) => value === raw)) {
		return raw;
	}
	if (property.allowArbitraryValues && typeof raw === 'string') return raw.trim();
	const offered = options.map(({ value }) => String(value)).filter(Boolean);
	return issue(
		property,
		`must be one of: ${offered.slice(0, 12).join(', ')}${offered.length > 12 ? ' …' : ''}`,
	);
}

function readId(property: INodeProperties, raw: unknown): string | ParameterIssue {
	const validation = property.modes?.find(({ name }) => name === 'id')?.validation?.[0];
	const { regex = '.+', errorMessage = 'Check the ID' }: { regex?: string; errorMessage?: string } =
		validation && 'properties' in validation ? validation.properties : {};
	const id = typeof raw === 'number' ? String(raw) : raw;
	// A field of numbers starts as 0, which is no record's ID.
	return typeof id === 'string' &&
		!/^0+$/.test(id.trim()) &&
		new RegExp(`^(?:${regex})$`).test(id.trim())
		? id.trim()
		: issue(property, `cannot be used. ${errorMessage}`);
}

function each(
	property: INodeProperties,
	list: unknown[],
	read: (one: unknown) => unknown,
): unknown[] | ParameterIssue {
	const values = list.filter((one) => !isBlank(one)).map(read);
	const refused = values.find((value) => value instanceof ParameterIssue);
	return refused instanceof ParameterIssue
		? new ParameterIssue(
				refused.message,
				refused.path.length ? refused.path : [property.displayName],
			)
		: values;
}

function issue(property: Pick<INodeProperties, 'displayName'>, message: string): ParameterIssue {
	return new ParameterIssue(message, [property.displayName]);
}

/** A list of nothing, or of blanks: without an entry there is no record where one is asked for. */
const isEmptyList = (raw: unknown): boolean => Array.isArray(raw) && raw.every(isBlank);

function isBlank(raw: unknown): boolean {
	return raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');
}

/**
 * What an empty optional value stands for. In an update it clears the field: `null` where text cannot.
 * An option that is empty is chosen by an empty text only, not by an expression that gives nothing.
 */
function blankOf(property: INodeProperties, raw: unknown): unknown {
	if (property.typeOptions?.multipleValues || property.type === 'multiOptions') return [];
	if (property.type === 'collection' || property.type === 'fixedCollection') return {};
	if (property.type === 'string') return '';
	return allowsBlank(property) && typeof raw === 'string' ? '' : null;
}

function allowsBlank({ type, options = [] }: INodeProperties): boolean {
	return type === 'options' && options.some((option) => 'value' in option && option.value === '');
}

/** A list as n8n gives it, or what an expression gives for one: JSON, or text with commas. */
function toList(raw: unknown): unknown[] {
	if (Array.isArray(raw)) return raw;
	if (typeof raw !== 'string') return [raw];
	const text = raw.trim();
	if (!text.startsWith('[')) return text.split(',').map((part) => part.trim());
	try {
		const list: unknown = JSON.parse(text);
		return Array.isArray(list) ? list : [raw];
	} catch {
		return [raw];
	}
}

interface LocatorValue {
	readonly mode?: unknown;
	readonly value?: unknown;
}

function isLocatorValue(value: unknown): value is LocatorValue {
	return typeof value === 'object' && value !== null && '__rl' in value;
}

/** The ID within what a locator's mode takes. n8n finds it for a parameter, not for a field of one. */
function idOf(field: INodeProperties, { mode, value }: LocatorValue): unknown {
	const extract = field.modes?.find(({ name }) => name === mode)?.extractValue;
	if (extract?.type !== 'regex' || typeof value !== 'string') return value;
	return new RegExp(extract.regex).exec(value.trim())?.[1] ?? value;
}

function suggestion(name: string, fields: readonly INodeProperties[]): string {
	const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
	const near = fields.find(
		(field) => plain(field.name) === plain(name) || plain(field.displayName) === plain(name),
	);
	return near ? `. Did you mean "${near.name}"?` : '';
}
