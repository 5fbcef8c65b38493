import type { INodeProperties } from 'n8n-workflow';

import type { Resource } from '../../nodes/shared/operation/operation';
import { contract, type Fields, fieldsOf, resourceFacts } from './facts';
import { nodeFolders, resourcesOf } from './reach';
import { BEYOND, OMITTED, TYPED } from './reach/omitted';

/** Every resource that is made of a table, and what the contract says of its path. */
const tables = nodeFolders
	.flatMap((node) => resourcesOf(node).map((resource) => ({ node, resource })))
	.filter(({ resource }) => resource.path !== undefined)
	.map(({ node, resource }) => ({ node, resource, path: String(resource.path) }));

/** n8n's types that may stand for each of the contract's. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
	any: ['boolean', 'string', 'options'],
	boolean: ['boolean'],
	file: ['string'],
	integer: ['number', 'resourceLocator', 'options'],
	number: ['number', 'string'],
	object: ['collection', 'dateTime'],
	string: ['string', 'options', 'dateTime', 'resourceLocator', 'color'],
	'any[]': ['string', 'multiOptions'],
	'integer[]': ['string', 'multiOptions', 'fixedCollection', 'number'],
	'object[]': ['fixedCollection', 'string', 'multiOptions'],
	'string[]': ['string', 'multiOptions'],
};

const within = ({ options = [] }: INodeProperties): INodeProperties[] =>
	options.flatMap((option) => {
		if ('values' in option) return option.values;
		return 'type' in option ? [option] : [];
	});

const values = ({ options = [] }: INodeProperties): string[] =>
	options.flatMap((option) => ('value' in option ? [String(option.value)] : []));

/** Whether what is typed is read as one of the choices: the name of a state, say, as its code. */
const isRead = (field: INodeProperties): boolean =>
	Object.getOwnPropertySymbols(field).some(({ description }) => description === 'read');

/** The properties of an operation and of its collections of fields or filters. */
function offered({ operations }: Resource, operation: string, collection: string) {
	const properties: readonly INodeProperties[] =
		operations.find(({ value }) => value === operation)?.properties ?? [];
	const inside = properties.find(({ name }) => name === collection);
	return { properties, fields: inside ? within(inside) : [] };
}

const choices = (all: readonly unknown[]) => all.map(String).filter(Boolean).sort().join(', ');

/** How declared fields differ from those of the contract. */
function differences(fields: readonly INodeProperties[], facts: Fields, where: string): string[] {
	return fields.flatMap((field) => {
		const at = `${where}.${field.name}`;
		const fact = Object.hasOwn(facts, field.name) ? facts[field.name] : undefined;
		if (!fact) return [`${at} is not in the contract`];
		const inside = field.type === 'collection' || field.type === 'fixedCollection';
		return [
			...(SHAPES[fact.type].includes(field.type)
				? []
				: [`${at} is a ${field.type}, in the contract a ${fact.type}`]),
			...(fact.enum && field.type === 'options' && choices(values(field)) !== choices(fact.enum)
				? [`${at} has ${choices(values(field))}, in the contract ${choices(fact.enum)}`]
				: []),
			...(fact.enum && field.type === 'string' && !isRead(field) && !TYPED[at]
				? [`${at} has choices in the contract`]
				: []),
			...(fact.fields && inside ? differences(within(field), fact.fields, at) : []),
			...(fact.fields && inside ? missing(within(field), fact.fields, at) : []),
		];
	});
}

/** What the contract has and the form has not, but for what is left out with a reason. */
const missing = (fields: readonly INodeProperties[], facts: Fields, where: string): string[] =>
	Object.keys(facts)
		.filter((name) => !facts[name].readOnly && !fields.some((field) => field.name === name))
		.map((name) => `${where}.${name}`)
		.filter((at) => OMITTED[at] === undefined)
		.map((at) => `${at} is missing`);

describe.each(tables)('$node: $path', ({ resource, path }) => {
	const facts = fieldsOf(path);
	const { operations, filters, files = [] } = resourceFacts(path);
	const writable = Object.fromEntries(
		Object.entries(facts).filter(([name, { readOnly }]) => !readOnly && !files.includes(name)),
	);
	const has = (value: string) => resource.operations.some((one) => one.value === value);

	test('it has no operation that the contract lacks', () => {
		const plain = { create: 'create', get: 'get', getAll: 'list', update: 'update' };
		for (const [value, name] of Object.entries({ ...plain, delete: 'delete' })) {
			const known = operations.includes(name) || operations.includes(`${name}OnCollection`);
			expect([value, has(value) && !known]).toEqual([value, false]);
		}
	});

	test('Create and Update have every field that may be written', () => {
		const asked = offered(resource, 'create', '').properties.filter(({ required }) => required);
		for (const value of ['create', 'update'].filter(has)) {
			const collection = value === 'create' ? 'additionalFields' : 'updateFields';
			const { properties, fields } = offered(resource, value, collection);
			const own = properties.filter(({ name }) => value === 'create' && name in facts);
			const all = [...own, ...fields];
			// What Create asks for a record may keep for good: its chart, its appointment.
			const kept = value === 'update' ? asked : [];
			expect([
				...differences(all, writable, path),
				...missing([...all, ...kept], writable, path),
			]).toEqual([]);
		}
	});

	test('Create asks for what is required', () => {
		if (!has('create')) return;
		const { properties } = offered(resource, 'create', '');
		const asked = properties.filter(({ name, required }) => required && name in facts);
		const needed = Object.keys(writable).filter((name) => writable[name].required);
		expect(asked.map(({ name }) => name)).toEqual(expect.arrayContaining(needed));
	});

	test('Get Many has the filters of the contract', () => {
		if (!has('getAll')) return;
		const { properties, fields } = offered(resource, 'getAll', 'filters');
		const own = properties.filter(({ name }) => name in filters);
		const all = [...own, ...fields];
		const stray = all
			.map(({ name }) => name)
			.filter((name) => !(name in filters) && !BEYOND[`${path}.${name}`]);
		const paging = Object.fromEntries(
			Object.entries(filters).filter(([name]) => name !== 'verbose'),
		);
		expect([stray, missing(all, paging, path)]).toEqual([[], []]);
		const needed = Object.keys(filters).filter((name) => filters[name].required);
		const asked = own.filter(({ required }) => required).map(({ name }) => name);
		expect(asked).toEqual(expect.arrayContaining(needed));
	});

	test('Selected Fields has every field of the answer, Simplified at most ten of them', () => {
		for (const operation of resource.operations) {
			const selected: INodeProperties | undefined = operation.properties.find(
				({ name }) => name === 'fields',
			);
			if (!selected || !(operation.value in { create: 1, get: 1, getAll: 1 })) continue;
			expect(values(selected)).toEqual(expect.arrayContaining(Object.keys(facts)));
			const { simplified = [] } = operation;
			expect(values(selected)).toEqual(expect.arrayContaining([...simplified]));
			expect(simplified.length).toBeLessThanOrEqual(10);
		}
	});
});

test('what is left out is in the contract, and of a resource that has a form', () => {
	const all = Object.keys({ ...OMITTED, ...TYPED, ...BEYOND });
	expect(all.filter((at) => !(at.split('.')[0] in contract.resources))).toEqual([]);
	expect(all.filter((at) => at.includes('*'))).toEqual([]);
});

test('a wrong type, a wrong choice, a stray and a missing field are found', () => {
	const facts: Fields = {
		status: { type: 'string', enum: ['a', 'b'] },
		amount: { type: 'number' },
		note: { type: 'string' },
	};
	const field = (name: string, type: INodeProperties['type']): INodeProperties => ({
		...{ displayName: name, name, type, default: '' },
		options: type === 'options' ? [{ name: 'A', value: 'a' }] : undefined,
	});
	const fields = [field('status', 'options'), field('amount', 'boolean'), field('extra', 'string')];
	expect([...differences(fields, facts, 'x'), ...missing(fields, facts, 'x')]).toEqual([
		'x.status has a, in the contract a, b',
		'x.amount is a boolean, in the contract a number',
		'x.extra is not in the contract',
		'x.note is missing',
	]);
});
