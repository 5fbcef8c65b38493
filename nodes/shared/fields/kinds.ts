import type { INodeProperties, INodePropertyOptions, NodePropertyTypes } from 'n8n-workflow';
import { ParameterIssue } from '../input/parameters';
import { textOf } from '../messages/words';
import { DateTime } from '../vendor/luxon';
import { listed, READ, type Field, type FieldTable, type Read } from './field';

/** What a user reads of a field. */
export interface About {
	/** The display name, where the API's name in words is not what people say. */
	readonly label?: string;
	/** The description, a sentence or a phrase; of a switch it begins with "Whether". */
	readonly about?: string;
	/** An example, shown as "e.g. …". */
	readonly eg?: string;
	/** A hint below the field. */
	readonly hint?: string;
}

/** The properties of n8n that stand for what a user reads. */
export function shown({ label, about, eg, hint }: About) {
	return {
		...(label !== undefined && { displayName: label }),
		...(eg !== undefined && { placeholder: eg.includes('@') ? eg : `e.g. ${eg}` }),
		...(hint !== undefined && { hint }),
		...(about !== undefined && { description: about }),
	};
}

type Rest<T extends NodePropertyTypes> = Omit<Field<T>, 'type' | 'displayName'>;

function kind<const T extends NodePropertyTypes, const R extends Rest<T>>(type: T, rest: R) {
	return (about: About = {}) => ({ ...shown(about), type, ...rest });
}

/** A line of text. */
export const text = kind('string', { default: '' });
/** Text of several lines. */
export const longText = kind('string', { default: '', typeOptions: { rows: 3 } });
/** A list of texts. */
export const texts = kind('string', { default: '', typeOptions: { multipleValues: true } });
/** A color of the calendar, `#1d4ed8` on the wire. */
export const color = kind('color', { default: '' });
/** A list of whole numbers, such as IDs. */
export const wholeNumbers = kind('number', { default: 0, typeOptions: { multipleValues: true } });
/** Any number; sent as it is given. */
export const amount = kind('number', { default: 0, typeOptions: { numberPrecision: 2 } });
/** A calendar date, `2021-02-14` on the wire. */
export const date = kind('dateTime', { default: '', typeOptions: { dateOnly: true } });
/** A moment, on the wire the wall clock of the office: `2021-02-14T13:40:39`. */
export const dateTime = kind('dateTime', { default: '' });

const withZone: Read = (value, _property, { timeZone }) =>
	DateTime.fromISO(textOf(value), { zone: timeZone }).toISO({ suppressMilliseconds: true });

/** A moment, on the wire with the office's zone: `2021-02-14T13:40:39-05:00`. */
export const zonedDateTime = (about: About = {}) =>
	({ ...dateTime(about), [READ]: withZone }) as const;

const RANGE = /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/;

/** The days from one date to another, `2021-02-14/2021-02-20` on the wire. */
export const dateRange = (about: About = {}) =>
	({
		...text({ eg: '2021-02-14/2021-02-20', ...about }),
		[READ]: (value: unknown, { displayName }: INodeProperties) =>
			RANGE.test(textOf(value).trim())
				? textOf(value).trim()
				: new ParameterIssue(
						'is not a range of dates. Write the first and the last day with a slash between, for example 2021-02-14/2021-02-20',
						[displayName],
					),
	}) as const;

interface NumberAbout extends About {
	/** What a new field starts with, 0 unless it is named. */
	readonly initial?: number;
	/** The least that may be given, 0 unless it is named. */
	readonly least?: number;
}

/** A whole number. */
export function wholeNumber({ initial = 0, least = 0, ...about }: NumberAbout = {}) {
	return {
		...shown(about),
		type: 'number',
		default: initial,
		typeOptions: { minValue: least, numberPrecision: 0 },
	} as const satisfies Field;
}

/** A switch, off to start with unless `initial` says otherwise. */
export function yesNo({ initial = false, ...about }: About & { readonly initial?: boolean } = {}) {
	return { ...shown(about), type: 'boolean', default: initial } as const satisfies Field;
}

/** An email address. */
export const email = (about: About = {}) => text({ eg: 'name@email.com', ...about });
/** A phone number, in any writing. */
export const phone = (about: About = {}) => text({ eg: '202-555-0143', ...about });

/** The filter of a list by when a record was made or changed. */
export const changedSince = (many: string) =>
	dateTime({
		label: 'Changed Since',
		about: `Only ${many} created or changed at this time or later`,
	});

/** Values of the API, each with its name, or with its name and what it means. */
export type Choices = Readonly<Record<string, string | readonly [name: string, meaning: string]>>;

const NOT_SET = 'Not Set';

/** The options of a drop-down, sorted by name but for Not Set, which comes first. */
export function optionsOf(choices: Choices): INodePropertyOptions[] {
	return Object.entries(choices)
		.map(([value, named]) => {
			const [name, description] = typeof named === 'string' ? [named] : named;
			return { name, value, ...(description !== undefined && { description }) };
		})
		.sort(
			(a, b) => Number(b.value === '') - Number(a.value === '') || a.name.localeCompare(b.name),
		);
}

/** The same values and the empty one, for a field that may stay empty. */
export const orNotSet = <const C extends Choices>(choices: C) =>
	({ '': NOT_SET, ...choices }) as const;

interface ChoiceAbout extends About {
	/** What a new field starts with: nothing where that is a choice, else the first; unless it is named. */
	readonly initial?: string;
	/** Whether a practice has values of its own, which an expression gives. */
	readonly open?: true;
}

/** One of the API's values, shown by name. */
export function choice(choices: Choices, { initial, open, ...about }: ChoiceAbout = {}) {
	return {
		...shown(about),
		type: 'options',
		default: initial ?? ('' in choices ? '' : Object.keys(choices)[0]),
		options: optionsOf(choices),
		...(open && { allowArbitraryValues: true }),
	} as const satisfies Field;
}

/** Several of the API's values; of a list each is called what it is, in the order of the list. */
export function choices(values: Choices | readonly string[], about: About = {}) {
	return {
		...shown(about),
		type: 'multiOptions',
		default: [],
		options: isList(values) ? values.map((value) => ({ name: value, value })) : optionsOf(values),
	} as const satisfies Field;
}

const isList = (values: Choices | readonly string[]): values is readonly string[] =>
	Array.isArray(values);

/** What the user reads of a list of objects, and what one of them is called. */
interface RowsAbout extends About {
	readonly row: string;
}

/** A list of objects, one row each. */
export function rows(fields: FieldTable, { row, ...about }: RowsAbout) {
	return {
		...shown(about),
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: `Add ${row}`,
		options: [{ displayName: row, name: 'values', values: listed(fields) }],
	} as const satisfies Field;
}

/**
 * One object, of which only the fields that were added are sent. It is a collection of n8n, since in a
 * fixed collection n8n fills every field with its default before a node runs.
 */
export function group(fields: FieldTable, about: About = {}) {
	return {
		...shown(about),
		type: 'collection',
		default: {},
		placeholder: 'Add Field',
		options: listed(fields),
	} as const satisfies Field;
}

/** The same field, without which there is no record. */
export const needed = <const F extends Field>(field: F) => ({ ...field, required: true }) as const;

/** The same field under other words. */
export const described = <const F extends Field>(field: F, about: About) =>
	({ ...field, ...shown(about) }) as const;
