import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';
import { nodeProperties } from '../../nodes/shared/operation/node';
import {
	defineOperation,
	property,
	type Property,
	type Resource,
} from '../../nodes/shared/operation/operation';

const option = (name: string, text: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	description: text,
});

const collection = (options: INodeProperties[]) =>
	property({ displayName: 'Options', name: 'options', type: 'collection', default: {}, options });

function operation(value: string, options: INodeProperties[] | null) {
	const properties: Property[] = options ? [collection(options)] : [];
	const words = { name: value, action: value, description: value };
	return defineOperation({ value, ...words, properties, execute: () => ({}) });
}

const options = fc.uniqueArray(
	fc.tuple(fc.constantFrom('wait', 'zone', 'verbose'), fc.constantFrom('this', 'that')),
	{ selector: ([name]) => name },
);

/** What each operation of a resource has in its collection; null: it has none. */
const declared = fc.dictionary(
	fc.constantFrom('get', 'getAll', 'update'),
	fc.option(
		options.map((all) => all.map(([name, text]) => option(name, text))),
		{ nil: null },
	),
	{ minKeys: 1 },
);

const shownFor = ({ displayOptions }: INodeProperties, resource: string, of: string): boolean => {
	const { resource: a, operation: b, '/resource': c, '/operation': d } = displayOptions?.show ?? {};
	return (
		[a, c].every((values) => values?.includes(resource) ?? true) &&
		[b, d].every((values) => values?.includes(of) ?? true)
	);
};

test('every operation shows the options that it declares, and no others', () => {
	fc.assert(
		fc.property(fc.array(declared, { minLength: 2, maxLength: 4 }), (all) => {
			const resources = all.map((operations, index): Resource => {
				const list = Object.entries(operations).map(([value, own]) => operation(value, own));
				return { value: `r${index}`, name: 'R', initial: list[0].value, operations: list };
			});
			const properties = nodeProperties(resources);
			all.forEach((operations, index) => {
				for (const [value, own] of Object.entries(operations)) {
					const shown = properties.filter(
						(one) => one.name === 'options' && shownFor(one, `r${index}`, value),
					);
					expect(shown).toHaveLength(own ? 1 : 0);
					const within = ((shown[0]?.options ?? []) as INodeProperties[])
						.filter((one) => shownFor(one, `r${index}`, value))
						.map(({ name, description }) => `${name} ${description}`);
					const expected = (own ?? []).map(({ name, description }) => `${name} ${description}`);
					expect(within.sort()).toEqual(expected.sort());
				}
			});
		}),
		{ numRuns: 200 },
	);
});

test('what all resources have alike is there once', () => {
	const resource = (value: string): Resource => ({
		value,
		name: value,
		initial: 'get',
		operations: [
			operation('get', [option('wait', 'this')]),
			operation('update', [option('wait', 'this'), option('zone', 'that')]),
		],
	});
	const shown = nodeProperties([resource('a'), resource('b')]).filter(
		({ name }) => name === 'options',
	);
	expect(shown).toHaveLength(1);
	expect(shown[0].options).toEqual([
		option('wait', 'this'),
		{ ...option('zone', 'that'), displayOptions: { show: { '/operation': ['update'] } } },
	]);
});
