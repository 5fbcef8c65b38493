import type { Fact, Fields } from '../../contract/facts';
import {
	boolean,
	date,
	decimal,
	type Field,
	type FieldSet,
	integer,
	item,
	listOf,
	nested,
	orNothing,
	readOnly,
	reference,
	required,
	text,
	timestamp,
} from '../fields';
import type { Json } from '../json';
import { contractedNames } from './names';

/** Fields that name a record of another resource, by their names, where the contract types them as integers. */
const REFERENCES: Readonly<Partial<Record<string, string>>> = {
	appointment: 'appointments',
	category: 'task_categories',
	doctor: 'doctors',
	lab_order: 'lab_orders',
	office: 'offices',
	ordering_doctor: 'doctors',
	patient: 'patients',
	provider: 'doctors',
	sublab: 'sublabs',
	task: 'tasks',
};

const LONG_TEXT = 50_000;

const isText = (value: Json): value is string | number =>
	typeof value === 'string' || typeof value === 'number';

/** One of the contract's values; where it may be left out, '' and null too. */
function oneOf(values: readonly string[]): Field {
	const initial = values.includes('') ? '' : null;
	return {
		initial,
		parse: (value) => {
			if (value === null || value === '') return { ok: true, value: initial };
			return isText(value) && values.includes(String(value))
				? { ok: true, value: String(value) }
				: { ok: false, errors: [`"${JSON.stringify(value)}" is not a valid choice.`] };
		},
	};
}

/** Whatever it is: the contract gives it no type. */
const anything: Field = { initial: null, parse: (value) => ({ ok: true, value }) };

const TIME = /^\d{2}:\d{2}(?::\d{2})?$/;

/** A moment, or a time of the day. */
function moment(): Field {
	const stamp = timestamp();
	return {
		...stamp,
		parse: (value, store) =>
			typeof value === 'string' && TIME.test(value)
				? { ok: true, value }
				: stamp.parse(value, store),
	};
}

/** Without a value a required field is refused as the server does, and not as its type does. */
function present(field: Field): Field {
	return {
		...required(field),
		parse: (value, store) => {
			if (value === '') return { ok: false, errors: ['This field may not be blank.'] };
			if (value === null) return { ok: false, errors: ['This field may not be null.'] };
			return field.parse(value, store);
		},
	};
}

/** By what the contract says of it, or by its name where the contract calls all texts alike. */
function fieldOf(name: string, fact: Fact): Field {
	const { type, fields } = fact;
	if (type.endsWith('[]')) return listOf(itemOf(name, fact));
	if (fact.enum) return oneOf(fact.enum.map(String));
	if (type === 'object') return nested(fieldSet(fields ?? {}));
	if (type === 'any') return anything;
	if (type === 'boolean') return boolean();
	if (type === 'number') return decimal(4);
	if (type === 'integer') {
		const named = fact.ref ?? REFERENCES[name];
		return orNothing(named && contractedNames.has(named) ? reference(named) : integer());
	}
	if (/(?:^|_)date(?:_|$)/.test(name) && !name.endsWith('offset')) return date();
	return /_(?:at|time)$/.test(name) ? moment() : text(LONG_TEXT);
}

function itemOf(name: string, fact: Fact): Field {
	const type = fact.type.slice(0, -2);
	if (fact.fields) return item(fieldSet(fact.fields));
	return fieldOf(`${name}_item`, { ...fact, type });
}

/** What the server shows before it has anything to show. */
function unset(name: string, fact: Fact): Json | undefined {
	if (name === 'id') return undefined;
	const { initial = null } = fieldOf(name, fact);
	return initial;
}

/** Whatever its type is, a field of such a name holds the ID of a record. */
const named = (name: string, field: Field): Field => ({
	...field,
	names: field.names ?? REFERENCES[name],
});

/** The fields of a resource's records as the contract types them. */
export function fieldSet(facts: Fields): FieldSet {
	return Object.fromEntries(
		Object.entries(facts).map(([name, fact]): [string, Field] => {
			if (fact.readOnly) {
				const { decimal, names } = named(name, fieldOf(name, fact));
				return [name, { ...readOnly(unset(name, fact)), decimal, names }];
			}
			const field = named(name, fieldOf(name, fact));
			return [name, fact.required ? present(field) : field];
		}),
	);
}
