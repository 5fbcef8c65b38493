import { type Json, type JsonObject, isJsonArray, isJsonObject } from './json';
import type { Store } from './store';
import { isDate, normalTimestamp } from './time';

/** A value accepted, or the messages why it is not. */
export type Parsed = { ok: true; value: Json } | { ok: false; errors: Json };

/** One field of a resource: how its value is checked, and what it is when nobody gave one. */
export interface Field {
	readonly required?: boolean;
	/** Ignored in requests. */
	readonly readOnly?: boolean;
	/** Without it the field keeps its value when a PUT leaves it out. */
	readonly initial?: Json;
	readonly parse: (value: Json, store: Store) => Parsed;
	/** A decimal number, kept as a text. */
	readonly decimal?: boolean;
	/** The collection of the record that it names, or of the records in a list. */
	readonly names?: string;
}

export type FieldSet = Readonly<Record<string, Field>>;

const accept = (value: Json): Parsed => ({ ok: true, value });
const refuse = (...messages: string[]): Parsed => ({ ok: false, errors: messages });

const REQUIRED = 'This field is required.';
const NOT_NULL = 'This field may not be null.';

/** Name of a value's type in the words of the server, which is written in Python. */
function pythonType(value: Json): string {
	if (value === null) return 'NoneType';
	if (isJsonArray(value)) return 'list';
	if (typeof value === 'object') return 'dict';
	if (typeof value === 'string') return 'str';
	if (typeof value === 'boolean') return 'bool';
	return Number.isInteger(value) ? 'int' : 'float';
}

const isScalarText = (value: Json): value is string | number =>
	typeof value === 'string' || typeof value === 'number';

export function text(maxLength = 255): Field {
	return {
		initial: '',
		parse: (value) => {
			if (value === null) return refuse(NOT_NULL);
			if (!isScalarText(value)) return refuse('Not a valid string.');
			const trimmed = String(value).trim();
			return trimmed.length <= maxLength
				? accept(trimmed)
				: refuse(`Ensure this field has no more than ${maxLength} characters.`);
		},
	};
}

/** A text that has a form, or nothing. */
function formed(form: RegExp, message: string): Field {
	const base = text();
	return {
		initial: '',
		parse: (value, store) => {
			const parsed = base.parse(value, store);
			if (!parsed.ok || parsed.value === '') return parsed;
			return typeof parsed.value === 'string' && form.test(parsed.value) ? parsed : refuse(message);
		},
	};
}

export const email = () =>
	formed(/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/, 'Enter a valid email address.');

/** One of these values; the first is the initial one. */
export function choice(values: readonly string[]): Field {
	return {
		initial: values[0],
		parse: (value) =>
			typeof value === 'string' && values.includes(value)
				? accept(value)
				: refuse(`"${isScalarText(value) ? value : pythonType(value)}" is not a valid choice.`),
	};
}

/** Null and '' mean that there is no value, and answers then have null. */
export function orNothing(field: Field): Field {
	return {
		...field,
		initial: null,
		parse: (value, store) =>
			value === null || value === '' ? accept(null) : field.parse(value, store),
	};
}

const DATE_MESSAGE = 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.';
const TIMESTAMP_MESSAGE =
	'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]].';

export function date(): Field {
	return {
		initial: null,
		parse: (value) => {
			if (value === null || value === '') return accept(null);
			return typeof value === 'string' && isDate(value) ? accept(value) : refuse(DATE_MESSAGE);
		},
	};
}

/** A wall-clock timestamp; a zone suffix is refused. */
export function timestamp(): Field {
	return {
		initial: null,
		parse: (value) => {
			if (value === null || value === '') return accept(null);
			const normal = typeof value === 'string' ? normalTimestamp(value) : undefined;
			return normal === undefined ? refuse(TIMESTAMP_MESSAGE) : accept(normal);
		},
	};
}

export function boolean(initial: boolean | null = false): Field {
	return {
		initial,
		parse: (value) => {
			if (value === true || value === 'true' || value === 'True') return accept(true);
			if (value === false || value === 'false' || value === 'False') return accept(false);
			return refuse('Must be a valid boolean.');
		},
	};
}

const isInteger = (value: Json) =>
	typeof value === 'number'
		? Number.isInteger(value)
		: typeof value === 'string' && /^-?\d+$/.test(value);

export function integer(initial: Json = null): Field {
	return {
		initial,
		parse: (value) => {
			if (value === null) return accept(null);
			return isScalarText(value) && isInteger(value)
				? accept(Number(value))
				: refuse('A valid integer is required.');
		},
	};
}

/** A decimal number: a string with so many digits after the point, in answers always. */
export function decimal(digits = 2): Field {
	return {
		decimal: true,
		initial: null,
		parse: (value) => {
			if (value === null || value === '') return accept(null);
			if (!isScalarText(value) || !/^-?\d+(?:\.\d+)?$/.test(String(value).trim())) {
				return refuse('A valid number is required.');
			}
			const fraction = String(value).trim().split('.')[1] ?? '';
			return fraction.length <= digits
				? accept(Number(value).toFixed(digits))
				: refuse(`Ensure that there are no more than ${digits} decimal places.`);
		},
	};
}

/** The id of a record in a collection. */
export function reference(collection: string): Field {
	return {
		names: collection,
		parse: (value, store) => {
			if (value === null) return refuse(NOT_NULL);
			if (!isScalarText(value) || !isInteger(value)) {
				return refuse(`Incorrect type. Expected pk value, received ${pythonType(value)}.`);
			}
			return store.collection(collection).get(value)
				? accept(Number(value))
				: refuse(`Invalid pk "${value}" - object does not exist.`);
		},
	};
}

export function listOf(item: Field): Field {
	return {
		initial: [],
		names: item.names,
		parse: (value, store) => {
			if (!isJsonArray(value)) {
				return refuse(`Expected a list of items but got type "${pythonType(value)}".`);
			}
			const parsed = value.map((element) => item.parse(element, store));
			return parsed.every(({ ok }) => ok)
				? accept(parsed.flatMap((result) => (result.ok ? [result.value] : [])))
				: { ok: false, errors: parsed.map((result) => (result.ok ? {} : result.errors)) };
		},
	};
}

/** An object within a record. What a request leaves out keeps its value. */
export function nested(fields: FieldSet): Field {
	return {
		initial: initialValues(fields),
		parse: (value, store) => {
			if (value === null) return accept(initialValues(fields));
			return parseFields(fields, value, store, 'changes');
		},
	};
}

/** An object within a list: what a request leaves out has its initial value. */
export function item(fields: FieldSet): Field {
	return {
		parse: (value, store) => {
			const parsed = parseFields(fields, value, store, 'whole');
			return parsed.ok && isJsonObject(parsed.value)
				? accept({ ...initialValues(fields), ...parsed.value })
				: parsed;
		},
	};
}

/** The server's own field: requests cannot set it. */
export function readOnly(initial?: Json): Field {
	return { readOnly: true, initial, parse: accept };
}

export function required(field: Field): Field {
	return { ...field, required: true };
}

/** Values of the fields that nobody gave. */
export function initialValues(fields: FieldSet): JsonObject {
	return Object.fromEntries(
		Object.entries(fields).flatMap(([name, { initial }]) =>
			initial === undefined ? [] : [[name, initial]],
		),
	);
}

/** Initial values of the fields that requests may set: what a PUT leaves out becomes these. */
export function writableInitialValues(fields: FieldSet): JsonObject {
	return initialValues(
		Object.fromEntries(Object.entries(fields).filter(([, field]) => !field.readOnly)),
	);
}

/**
 * Checks a request's object. Unknown and read-only fields are dropped silently [obs].
 * @param extent whether required fields must be there
 */
export function parseFields(
	fields: FieldSet,
	input: Json,
	store: Store,
	extent: 'whole' | 'changes',
): Parsed {
	if (!isJsonObject(input)) {
		const message = `Invalid data. Expected a dictionary, but got ${pythonType(input)}.`;
		return { ok: false, errors: { non_field_errors: [message] } };
	}
	const values: Record<string, Json> = {};
	const errors: Record<string, Json> = {};
	for (const [name, field] of Object.entries(fields)) {
		if (field.readOnly) continue;
		if (!Object.hasOwn(input, name)) {
			if (field.required && extent === 'whole') errors[name] = [REQUIRED];
			continue;
		}
		const parsed = field.parse(input[name], store);
		if (parsed.ok) values[name] = parsed.value;
		else errors[name] = parsed.errors;
	}
	if (store.doubts.unknownFields === 'refused') {
		for (const name of Object.keys(input)) {
			if (!Object.hasOwn(fields, name)) errors[name] = ['There is no such field.'];
		}
	}
	return Object.keys(errors).length > 0 ? { ok: false, errors } : accept(values);
}

/** New values, each object within with the initial values of what it does not name. */
export function replaceFields(fields: FieldSet, changes: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(changes).map(([name, value]) => {
			const { initial } = fields[name];
			const whole = isJsonObject(value) && isJsonObject(initial);
			return [name, whole ? { ...initial, ...value } : value];
		}),
	);
}

/** New values over old ones; objects within are merged, lists replaced. */
export function mergeFields(base: JsonObject, changes: JsonObject): JsonObject {
	const merged = Object.entries(changes).map(([name, value]): [string, Json] => {
		const old = base[name];
		return [name, isJsonObject(value) && isJsonObject(old) ? { ...old, ...value } : value];
	});
	return { ...base, ...Object.fromEntries(merged) };
}
