import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { READ, type Marks } from '../fields/field';
import { calendarDate, misreadDate, wallClock, type Zones } from './dates';
import { textOf } from '../messages/words';
import { fieldCalled, fieldsWithin } from './fieldNames';
import { isBlank, trimmed } from './text';

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

/** What a value is read by, beyond its declaration. */
export interface Reading extends Zones {
	/** Whether an AI agent runs the node as its tool: models hand over an empty text for what they do not know. */
	readonly isToolRun?: boolean;
}

/**
 * Turns what n8n hands over for a parameter into what the API takes, or says why that cannot be. The
 * declaration of the parameter is the only source of the rules: its type, whether it is required, its
 * options, the validation of its ID mode. Pure.
 */
export function readParameter(property: INodeProperties, raw: unknown, reading: Reading): unknown {
	if (isBlank(raw)) {
		return property.required
			? issue(property, 'is empty. Fill it in, or check the expression that should give it')
			: blankOf(property, raw);
	}
	const several = property.typeOptions?.multipleValues && property.type !== 'fixedCollection';
	const value = several
		? each(property, toList(raw), (one) =>
				readSingle({ ...property, typeOptions: {} }, one, reading),
			)
		: readSingle(property, raw, reading);
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
			return readFields(property, fieldsWithin(property), raw, reading);
		case 'fixedCollection':
			return readGroup(property, raw, reading);
		case 'string':
			// The object of a file, which an expression gives in place of its name.
			if (property.typeOptions?.binaryDataProperty && typeof raw === 'object') return raw;
			return ['string', 'number', 'boolean'].includes(typeof raw)
				? trimmed(`${raw as string | number | boolean}`)
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
				'has an expression that gives nothing. Check it, or let it give an empty text to leave the field as it is',
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

/** A fixed collection has one group, `values`: an object, or a list of objects. */
function readGroup(property: INodeProperties, raw: unknown, reading: Reading): unknown {
	const fields = fieldsWithin(property);
	const content = isGroup(raw) ? raw.values : raw;
	if (!property.typeOptions?.multipleValues) return readFields(property, fields, content, reading);
	const rows = toList(content).filter((row) => !isUntouched(row, fields));
	return each(property, rows, (one) => readFields(property, fields, one, reading));
}

/** An array, which an expression may give for the rows, has a `values` too, but not of its own. */
function isGroup(raw: unknown): raw is { values: unknown } {
	return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, 'values');
}

/** A row into which nobody has written: n8n gives it without fields, or with defaults that say nothing. */
function isUntouched(row: unknown, fields: readonly INodeProperties[]): boolean {
	if (typeof row !== 'object' || row === null) return false;
	const isInitial = (value: unknown, { type, required, default: initial }: INodeProperties) =>
		!required && value === initial && (type === 'options' || !value);
	return Object.entries(row).every(([name, value]) =>
		fields.some((field) => field.name === name && isInitial(value, field)),
	);
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

const YES: readonly unknown[] = ['true', 'yes', 'y', '1'];
const NO: readonly unknown[] = ['false', 'no', 'n', '0'];

/** A switch, or what tables write for one: `TRUE`, `yes`, `1`. `undefined` for anything else. */
export function flagOf(raw: unknown): boolean | undefined {
	const word = String(raw).trim().toLowerCase();
	if (typeof raw === 'object' || YES.includes(word) === NO.includes(word)) return undefined;
	return YES.includes(word);
}

function readBoolean(property: INodeProperties, raw: unknown): boolean | ParameterIssue {
	return flagOf(raw) ?? issue(property, 'must be true or false');
}

function readDate(property: INodeProperties, raw: unknown, reading: Reading) {
	const dateOnly = property.typeOptions?.dateOnly === true;
	const date = dateOnly ? calendarDate(raw, reading) : wallClock(raw, reading.timeZone);
	if (date !== undefined) return date;
	switch (misreadDate(raw)) {
		case 'american':
			return issue(
				property,
				"is not a date in the order year, month, day. Convert it: {{ DateTime.fromFormat($json.date, 'M/d/yyyy').toISODate() }}",
			);
		case 'serial':
			return issue(
				property,
				"is not a date but a number of days, as spreadsheets keep dates. Convert it: {{ DateTime.fromISO('1899-12-30').plus({ days: $json.date }).toISODate() }}",
			);
		default:
			return issue(
				property,
				dateOnly
					? 'is not a date. Write it as year, month, day, for example 2021-02-14'
					: 'is not a date and time. Write it like 2021-02-14T13:40',
			);
	}
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

/** What the contract calls an integer: on the wire it is a number. */
const WHOLE_NUMBER = '[0-9]+';

function readId(property: INodeProperties, raw: unknown): string | number | ParameterIssue {
	const validation = property.modes?.find(({ name }) => name === 'id')?.validation?.[0];
	const { regex = '.+', errorMessage = 'Check the ID' }: { regex?: string; errorMessage?: string } =
		validation && 'properties' in validation ? validation.properties : {};
	const id = trimmed(textOf(raw));
	// A field of numbers starts as 0, which is no record's ID.
	if (/^0+$/.test(id) || !new RegExp(`^(?:${regex})$`).test(id)) {
		return issue(property, `cannot be used. ${errorMessage}`);
	}
	return regex === WHOLE_NUMBER && Number.isSafeInteger(Number(id)) ? Number(id) : id;
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
	const near = fieldCalled(name, fields);
	return near ? `. Did you mean "${near.name}"?` : '';
}
