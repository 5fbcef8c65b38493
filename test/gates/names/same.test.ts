import * as fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';
import { compareStored } from './compare';
import { collection, compare, node, operations, shownFor, state, text } from './declare';
import { readContract } from './file';

const nothing = { breaking: [], additive: [] };

const replaced = <T>(list: readonly T[], index: number, one: T): T[] => [
	...list.slice(0, index),
	one,
	...list.slice(index + 1),
];

describe('the same', () => {
	const street = text('street');

	test('a property given once for several operations, or once for each', () => {
		const apart = ['get', 'create', 'update'].map((one) =>
			shownFor(collection('fields', street, state), one),
		);
		const together = shownFor(collection('fields', street, state), 'update', 'get', 'create');
		expect(compare([operations, ...apart], [operations, together])).toEqual(nothing);
		expect(compare([operations, together], [operations, ...apart])).toEqual(nothing);
		expect(node([operations, ...apart])).toEqual(node([operations, together]));
	});

	test('a property for all operations, or one that names them all', () => {
		const named = shownFor(street, 'get', 'create', 'update');
		expect(compare([operations, street], [operations, named])).toEqual(nothing);
	});

	test('members that are for some of the operations, or a collection for each', () => {
		const only = text('road', { displayOptions: { show: { '/operation': ['create'] } } });
		const together = shownFor(collection('fields', street, only), 'create', 'update');
		const apart = [
			shownFor(collection('fields', street, text('road')), 'create'),
			shownFor(collection('fields', street), 'update'),
		];
		expect(compare([operations, ...apart], [operations, together])).toEqual(nothing);
	});

	test('a property for two values, or one for each', () => {
		const when = (...values: string[]) =>
			text('street', { displayOptions: { show: { state: values } } });
		expect(compare([state, when('CA', 'NY')], [state, when('CA'), when('NY')])).toEqual(nothing);
		expect(compare([state, when('CA'), when('NY')], [state, when('NY', 'CA')])).toEqual(nothing);
	});

	test('the default of a member of a collection, which n8n always stores; not that of a row', () => {
		const rows = (initial: string): INodeProperties => ({
			...collection('rows'),
			type: 'fixedCollection',
			options: [
				{ displayName: 'Row', name: 'row', values: [text('street', { default: initial })] },
			],
		});
		const member = (initial: string) => collection('fields', text('street', { default: initial }));
		expect(compare([member('')], [member('Main')])).toEqual(nothing);
		expect(compare([rows('')], [rows('Main')]).breaking).toEqual([
			'thing: rows.row.street begins with "Main", no longer with ""',
		]);
	});

	test('notices, labels and the order of everything', () => {
		const notice = text('', { name: 'hint', type: 'notice' });
		const labelled = {
			...state,
			displayName: 'State',
			options: [...(state.options ?? [])].reverse(),
		};
		expect(compare([notice, state, street], [street, labelled])).toEqual(nothing);
	});
});

describe('the contract itself', () => {
	const contract = readContract();
	const places = contract.flatMap(({ parameters }, type) =>
		parameters.map((_, index) => ({ type, index })),
	);

	test('compares equal with itself', () => {
		expect(compareStored(contract, contract)).toEqual(nothing);
	});

	test('each of its parameters is missed, by name', () => {
		fc.assert(
			fc.property(fc.constantFrom(...places), ({ type, index }) => {
				const { name, parameters } = contract[type];
				const { path } = parameters[index];
				const rest = parameters.filter((_, other) => other !== index);
				const after = replaced(contract, type, { ...contract[type], parameters: rest });
				const { breaking, additive } = compareStored(contract, after);
				expect(breaking.join('\n')).toContain(`${name}: ${path} is `);
				expect(additive).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});

	test('each of its values is missed, by name', () => {
		const choices = places.filter(({ type, index }) => {
			const { path, values } = contract[type].parameters[index];
			return values && path !== 'resource' && path !== 'operation';
		});
		fc.assert(
			fc.property(fc.constantFrom(...choices), fc.nat(), ({ type, index }, which) => {
				const { name, parameters } = contract[type];
				const { path, values = [] } = parameters[index];
				const gone = values[which % values.length];
				const parameter = { ...parameters[index], values: values.filter((one) => one !== gone) };
				const after = replaced(contract, type, {
					...contract[type],
					parameters: replaced(parameters, index, parameter),
				});
				const text = `${name}: ${path} no longer has the value ${JSON.stringify(gone)}`;
				expect(compareStored(contract, after).breaking.join('\n')).toContain(text);
			}),
			{ numRuns: 60 },
		);
	});
});
