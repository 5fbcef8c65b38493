import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What the contract says of one field of a record, or of one filter. */
export interface Fact {
	/** `string`, `integer`, `number`, `boolean`, `object`, `file`, `any`, or one of them and `[]`. */
	readonly type: string;
	readonly format?: string;
	readonly enum?: readonly unknown[];
	/** Of an object, or of each object of a list. */
	readonly fields?: Fields;
	/** The resource whose ID this is, where the contract links to it. */
	readonly ref?: string;
	readonly required?: true;
	readonly readOnly?: true;
	/** Only there with `verbose=true`. */
	readonly verbose?: true;
}

export type Fields = Readonly<Record<string, Fact>>;

/** What the contract says of one resource: the first part of its paths is its name. */
export interface ResourceFacts {
	/** Name of the schema of its records; none: the contract does not describe them. */
	readonly schema?: string;
	/** As in the contract's summary: `list`, `create`, …, or a method and the last part of a path. */
	readonly operations: readonly string[];
	/** How a list is answered: a page under `data` or `results`, one object, or undescribed. */
	readonly answer: string;
	readonly filters: Fields;
	/** Query parameters that only a POST has; one that ends in `*` is required. */
	readonly postQuery?: readonly string[];
	readonly scopes: { readonly read: readonly string[]; readonly write: readonly string[] };
	readonly permissions: readonly string[];
	/** Fields that are files, `record.field` for those within. */
	readonly files?: readonly string[];
}

export interface Contract {
	/** Which contract these facts are from. */
	readonly from: string;
	readonly schemas: Readonly<Record<string, Fields>>;
	readonly resources: Readonly<Partial<Record<string, ResourceFacts>>>;
}

export const FACTS_FILE = path.resolve(__dirname, '../drchrono.json');

/** The facts of DrChrono's published contract; `npm run facts` makes the file. */
export const contract: Contract = JSON.parse(readFileSync(FACTS_FILE, 'utf8'));

/** The fields of a resource's records, in the contract's order. @throws {Error} for an unknown name */
export function fieldsOf(resource: string): Fields {
	return contract.schemas[resourceFacts(resource).schema ?? ''] ?? {};
}

/** @throws {Error} for a name that the contract does not have */
export function resourceFacts(resource: string): ResourceFacts {
	const facts = contract.resources[resource];
	if (!facts) throw new Error(`The contract has no resource "${resource}"`);
	return facts;
}

/** One of the contract's operations: a method on a path. */
export interface ContractOperation {
	readonly resource: string;
	/** As in `ResourceFacts.operations`. */
	readonly name: string;
	readonly method: string;
	/** With `{id}` for an ID. */
	readonly path: string;
}

const PLAIN: Readonly<Record<string, readonly [method: string, suffix: string]>> = {
	list: ['GET', ''],
	create: ['POST', ''],
	get: ['GET', '/{id}'],
	replace: ['PUT', '/{id}'],
	update: ['PATCH', '/{id}'],
	delete: ['DELETE', '/{id}'],
	fetch: ['GET', ''],
	start: ['POST', ''],
	updateOnCollection: ['PATCH', ''],
};

/** Where an operation of a resource is: `post add_exam_room` is at `POST /api/offices/{id}/add_exam_room`. */
export function operationOf(resource: string, name: string): ContractOperation {
	const [word, last] = name.split(' ');
	const [method, suffix] = PLAIN[name] ?? [word.toUpperCase(), `/{id}/${last}`];
	return { resource, name, method, path: `/api/${resource}${suffix}` };
}

/** All operations of the contract, by resource. */
export const contractOperations: readonly ContractOperation[] = Object.keys(
	contract.resources,
).flatMap((resource) =>
	resourceFacts(resource).operations.map((name) => operationOf(resource, name)),
);
