import { readFileSync } from 'node:fs';
import path from 'node:path';

import { load } from 'js-yaml';

import type { Contract, Fact, Fields, ResourceFacts } from '.';

/** Where the published contract and its summary are kept, beside this project. */
export const SOURCE = path.resolve(__dirname, '../../../../shared/drchrono-api');

interface Schema {
	readonly $ref?: string;
	readonly type?: string;
	readonly format?: string;
	readonly enum?: readonly unknown[];
	readonly readOnly?: boolean;
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly items?: Schema;
	readonly 'x-verbose-required'?: readonly string[];
}

type Schemas = Readonly<Record<string, Schema>>;

/** A resource as the summary has it. */
interface Summary {
	readonly schema: string | null;
	readonly operations: Readonly<Record<string, string>>;
	readonly listAnswer: string;
	readonly required?: readonly string[];
	readonly fields?: Readonly<Record<string, Fact>>;
	readonly filters: Readonly<Record<string, { readonly type: string; readonly required?: true }>>;
	readonly postOnlyQuery?: readonly string[];
	readonly scopes: ResourceFacts['scopes'];
	readonly permissions: readonly string[];
	readonly files?: readonly string[];
}

/** The facts of the contract and of its summary, as they are to be committed. */
export function readFacts(): Contract {
	const document: { readonly components: { readonly schemas: Schemas } } = JSON.parse(
		JSON.stringify(load(readFileSync(path.join(SOURCE, 'openapi-v4.yaml'), 'utf8'))),
	);
	const summary: { readonly from: string; readonly resources: Readonly<Record<string, Summary>> } =
		JSON.parse(readFileSync(path.join(SOURCE, 'resources.json'), 'utf8'));
	const entries = Object.entries(summary.resources);
	const schemas = entries.flatMap(([, { schema }]) => {
		if (schema === null) return [];
		const writer = entries.find(([, one]) => one.schema === schema && one.fields)?.[1];
		return [[schema, fieldsOf(document.components.schemas, schema, writer?.fields)] as const];
	});
	return {
		from: summary.from,
		schemas: Object.fromEntries(schemas),
		resources: Object.fromEntries(entries.map(([name, one]) => [name, factsOf(one)])),
	};
}

function factsOf(summary: Summary): ResourceFacts {
	return {
		...(summary.schema !== null && { schema: summary.schema }),
		operations: Object.keys(summary.operations),
		answer: summary.listAnswer,
		filters: summary.filters,
		...(summary.postOnlyQuery && { postQuery: summary.postOnlyQuery }),
		scopes: summary.scopes,
		permissions: summary.permissions,
		...(summary.files && { files: summary.files }),
	};
}

/** @param written what the summary knows better of the fields that may be written */
function fieldsOf(schemas: Schemas, name: string, written: Fields = {}): Fields {
	const { properties = {}, required = [], 'x-verbose-required': verbose = [] } = schemas[name];
	return Object.fromEntries(
		Object.entries(properties).map(([field, schema]) => [
			field,
			{
				...factOf(schemas, schema),
				...written[field],
				...(schema.enum && { enum: codes(schema.enum) }),
				...(required.includes(field) && { required: true as const }),
				...(schema.readOnly && { readOnly: true as const }),
				...(verbose.includes(field) && { verbose: true as const }),
			},
		]),
	);
}

/** YAML reads the code 08 among codes such as 07 as a number. */
function codes(values: readonly unknown[]): readonly unknown[] {
	const width = values.map((value) => (typeof value === 'string' ? value.length : 0));
	const mixed = values.some((value) => typeof value === 'string');
	return values.map((value) =>
		mixed && typeof value === 'number'
			? String(value).padStart(Math.min(...width.filter(Boolean)), '0')
			: value,
	);
}

function factOf(schemas: Schemas, schema: Schema): Fact {
	if (schema.$ref !== undefined) {
		const name = schema.$ref.split('/').pop() ?? '';
		return { type: 'object', fields: fieldsOf(schemas, name) };
	}
	if (schema.type === 'array') {
		const item = schema.items ? factOf(schemas, schema.items) : { type: 'any' };
		return { ...item, type: `${item.type}[]` };
	}
	return {
		type: schema.type ?? 'any',
		...(schema.format !== undefined && { format: schema.format }),
		...(schema.enum && { enum: codes(schema.enum) }),
		...(schema.properties && { fields: nestedFields(schemas, schema) }),
	};
}

const nestedFields = (schemas: Schemas, schema: Schema): Fields =>
	fieldsOf({ ...schemas, '': schema }, '');

/** The facts as text: a schema or a resource a line, so that a change of the contract reads as one. */
export function written(contract: Contract): string {
	const lines = (entries: Readonly<Record<string, unknown>>) =>
		Object.entries(entries)
			.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
			.join(',\n');
	return [
		'{',
		`"from": ${JSON.stringify(contract.from)},`,
		`"schemas": {\n${lines(contract.schemas)}\n},`,
		`"resources": {\n${lines(contract.resources)}\n}`,
		'}\n',
	].join('\n');
}
