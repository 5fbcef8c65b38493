import type { IDataObject } from 'n8n-workflow';
import { declare, listed, type FieldTable } from '../fields/field';
import { needed } from '../fields/kinds';
import { recordLocator, type RecordList } from '../locators/record';
import { camelCase, capital, titleCase, withArticle } from '../messages/words';
import { operationOf } from './crudOperations';
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

/** A resource of DrChrono's API that is listed, read and written like most of them. */
export interface Declaration {
	/** Its path after `/api/`. */
	readonly path: string;
	/** What one record and many are called: `allergy`, `allergies`. */
	readonly one: string;
	readonly many: string;
	/** What each operation is good for, in a sentence. */
	readonly operations: Readonly<Partial<Record<Verb, string>>>;
	/** What may be written. A `needed` field is asked for by Create and cannot be emptied. */
	readonly fields?: FieldTable;
	/** Further fields of an answer. */
	readonly readOnly: readonly string[];
	/** What narrows a list. A `needed` filter is asked for by Get Many itself. */
	readonly filters?: FieldTable;
	/** Options of Create and Create Many, which go into the query of the request. */
	readonly createQuery?: FieldTable;
	/** At most ten fields, the most useful first. */
	readonly simplified: readonly string[];
	/** What DrChrono leaves out of its answers unless it is asked for, in words. */
	readonly verbose?: string;
	/** The query of every read, where DrChrono leaves out what matters most without it. */
	readonly always?: IDataObject;
	/** How a record reads in a list to choose from. */
	readonly title: (record: IDataObject) => string;
	/** How records are looked for, where DrChrono has no list of them. */
	readonly search?: RecordList['search'];
	/** What a record keeps for good: Create gives it, Update does not offer it. */
	readonly fixed?: readonly string[];
	/** What the list to choose from belongs to: a patient, mostly. */
	readonly within?: Within;
	/** An ID of the kind that the records have. */
	readonly eg: string;
	/** Where somebody finds the ID. */
	readonly hint?: string;
	/** The operation that a new node starts with, where it is not Get Many. */
	readonly initial?: string;
	/** Whether it is written as a form and not as JSON, since it has a file. */
	readonly form?: true;
	/** Operations beyond these. */
	readonly more?: (table: Table) => readonly Operation[];
}

/** A declaration and what follows from it, for the operations made of it. */
export interface Table extends Declaration {
	/** `/api/allergies` */
	readonly target: string;
	/** The parameter that names a record: `allergyId`. */
	readonly id: string;
	/** Picks a record, from a list by its title or by its ID, after what the list belongs to. */
	readonly chosen: readonly Property[];
	/** The fields without which there is no record, in the order of the table. */
	readonly necessary: readonly Property[];
	/** Every field that may be written, by what it is called. */
	readonly written: readonly Property[];
	readonly output: ReturnType<typeof outputProperties>;
}

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
	const { path, one, many, title, eg, hint, simplified, readOnly, fields = {} } = declaration;
	const { within, always, search } = declaration;
	const target = `/api/${path}`;
	const id = `${camelCase(one)}Id`;
	const method = `search${capital(camelCase(many))}`;
	const query: RecordList['query'] = (functions) => ({ ...always, ...within?.query(functions) });
	const list = { target, one: withArticle(one), method, title, eg, hint, query, search };
	return {
		...declaration,
		target,
		id,
		chosen: [
			...listed(within?.fields ?? {}),
			property({ ...needed(recordLocator(list, titleCase(one))), name: id }),
		],
		necessary: Object.values<Property>(declare(fields)).filter(({ required }) => required),
		written: listed(fields),
		output: outputProperties(simplified, [...readOnly, ...Object.keys(fields)]),
	};
}
