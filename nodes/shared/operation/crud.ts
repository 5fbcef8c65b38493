import type { IDataObject } from 'n8n-workflow';
import { declare, listed, type FieldTable } from '../fields/field';
import { needed } from '../fields/kinds';
import { recordLocator, type RecordList } from '../locators/record';
import { camelCase, capital, titleCase, withArticle } from '../messages/words';
import { operationOf } from './crudOperations';
import { additionalFields } from './crudParameters';
import type { Likeness } from './likeness';
import { property, type Operation, type Property, type Resource } from './operation';
import { outputProperties } from './output';

export type Verb = 'create' | 'createMany' | 'get' | 'getAll' | 'update' | 'delete';

/** What narrows the list that a record is picked from, where it exists only within something. */
export interface Within {
	/** Chosen before the record, and never sent with it. */
	readonly fields: FieldTable;
	/** The list's filters, from what is chosen in the form. */
	readonly query: NonNullable<RecordList['query']>;
}

/** A list that is asked for in parts, such as by days. */
export interface Parts {
	readonly properties: readonly Property[];
	/**
	 * The queries that together read the list, in its order.
	 * @param today the date of today where the office is
	 */
	readonly queries: (params: never, today: string) => Iterable<IDataObject>;
}

/** How a record is picked: from a list that is looked through by name, or by a locator of its own. */
type Picked =
	| {
			/** How a record reads in a list to choose from. */
			readonly title: (record: IDataObject) => string;
			/** An ID of the kind that the records have. */
			readonly eg: string;
			/** Where somebody finds the ID. */
			readonly hint?: string;
			/** How records are looked for, where DrChrono has no list of them. */
			readonly search?: RecordList['search'];
	  }
	| { readonly locator: Property };

/** A resource of DrChrono's API that is listed, read and written like most of them. */
export type Declaration = Picked & {
	/** Its path after `/api/`. */
	readonly path: string;
	/** What one record and many are called: `allergy`, `allergies`. */
	readonly one: string;
	readonly many: string;
	/** What each operation is good for, in a sentence. */
	readonly operations: Readonly<Partial<Record<Verb, string>>>;
	/** What somebody must know before they delete, and what else of the items of Create Many. */
	readonly notices?: Readonly<Partial<Record<'createMany' | 'delete', string>>>;
	/** What may be written. A `needed` field is asked for by Create and cannot be emptied. */
	readonly fields?: FieldTable;
	/** Further fields of an answer. */
	readonly readOnly: readonly string[];
	/** Fields that no answer has. */
	readonly writeOnly?: readonly string[];
	/** What Create asks for by parameters of their own, where that is more than the needed fields. */
	readonly asked?: FieldTable;
	/** The Additional Fields of Create, where they are not simply the others. */
	readonly additional?: Property;
	/** What Create Many asks for once, for those items that have none of it. */
	readonly lacking?: FieldTable;
	/** How Create Many tells records apart, where their texts, dates and IDs do not. */
	readonly likeness?: Likeness;
	/** A new record as it is sent. It throws a ParameterIssue for one that cannot be. */
	readonly made?: (record: IDataObject) => IDataObject;
	/** What narrows a list. A `needed` filter is asked for by Get Many itself. */
	readonly filters?: FieldTable;
	readonly parts?: Parts;
	/** Options of Create and Create Many, which go into the query of the request. */
	readonly createQuery?: FieldTable;
	/** Options of whatever writes, which go along with the record. */
	readonly along?: FieldTable;
	/** At most ten fields, the most useful first. */
	readonly simplified: readonly string[];
	/** What DrChrono leaves out of its answers unless it is asked for, in words. */
	readonly verbose?: string;
	/** The query of every read, where DrChrono leaves out what matters most without it. */
	readonly always?: IDataObject;
	/** What a record keeps for good: Create gives it, Update does not offer it. */
	readonly fixed?: readonly string[];
	/** What the list to choose from belongs to: a patient, mostly. */
	readonly within?: Within;
	/** The operation that a new node starts with, where it is not Get Many. */
	readonly initial?: string;
	/** Whether it is written as a form and not as JSON, since it has a file. */
	readonly form?: true;
	/** Operations beyond these. */
	readonly more?: (table: Table) => readonly Operation[];
};

/** A declaration and what follows from it, for the operations made of it. */
export type Table = Declaration & {
	/** `/api/allergies` */
	readonly target: string;
	/** The parameter that names a record: `allergyId`. */
	readonly id: string;
	/** Picks a record, from a list by its title or by its ID, after what the list belongs to. */
	readonly chosen: readonly Property[];
	/** What Create asks for: without most of it there is no record. */
	readonly own: readonly Property[];
	/** The other fields of a new record, in their collection; none where there are no others. */
	readonly additionalFields: readonly Property[];
	/** Every field that may be written, by what it is called. */
	readonly written: readonly Property[];
	readonly output: ReturnType<typeof outputProperties>;
};

/** The operations of a plain resource from its table, in the order in which n8n shows them. */
export function crud(declaration: Declaration): Resource {
	const { one, operations, more } = declaration;
	const table = tableOf(declaration);
	const verbs = Object.entries(operations) as Array<[Verb, string]>;
	const all = [
		...verbs.map(([verb, description]) => operationOf(verb, table, description)),
		...(more?.(table) ?? []),
	].sort((a, b) => a.name.localeCompare(b.name));
	return {
		value: camelCase(one),
		path: declaration.path,
		name: titleCase(one),
		initial: declaration.initial ?? ('getAll' in operations ? 'getAll' : all[0].value),
		operations: all,
	};
}

function tableOf(declaration: Declaration): Table {
	const { path, simplified, readOnly, writeOnly = [], within, fields = {} } = declaration;
	const locator = locatorOf(declaration);
	const own = Object.values<Property>(declare(declaration.asked ?? neededOf(fields)));
	const written = listed(fields);
	const others = written.filter(({ name }) => !own.some((asked) => asked.name === name));
	const { additional = additionalFields(others) } = declaration;
	const answered = Object.keys(fields).filter((name) => !writeOnly.includes(name));
	return {
		...declaration,
		target: `/api/${path}`,
		id: locator.name,
		chosen: [...listed(within?.fields ?? {}), locator],
		own,
		additionalFields: others.length > 0 ? [additional] : [],
		written,
		output: outputProperties(simplified, [...readOnly, ...answered]),
	};
}

/** The locator under the name of the parameter: `allergyId`. */
function locatorOf(declaration: Declaration): Property {
	if ('locator' in declaration) return declaration.locator;
	const { path, one, many, title, eg, hint, search, within, always } = declaration;
	const target = `/api/${path}`;
	const method = `search${capital(camelCase(many))}`;
	const query: RecordList['query'] = (functions) => ({ ...always, ...within?.query(functions) });
	const list = { target, one: withArticle(one), method, title, eg, hint, query, search };
	return property({ ...needed(recordLocator(list, titleCase(one))), name: `${camelCase(one)}Id` });
}

const neededOf = (fields: FieldTable): FieldTable =>
	Object.fromEntries(Object.entries(fields).filter(([, { required }]) => required));
