import type { INodeProperties } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { ParameterIssue, readFields, readParameter } from '../../nodes/shared/input/parameters';

const reading = { timeZone: 'America/New_York' };

type Declaration = Partial<INodeProperties> & Pick<INodeProperties, 'type'>;
const declare = (declaration: Declaration): INodeProperties => ({
	displayName: 'The Name',
	name: 'the_name',
	default: '',
	...declaration,
});
/** The value, or the issue as n8n's user reads it. */
const read = (declaration: Declaration, raw: unknown): unknown =>
	shown(readParameter(declare(declaration), raw, reading));
const shown = (value: unknown) =>
	value instanceof ParameterIssue ? `${value.path.join(' → ')} ${value.message}` : value;

const colours: Declaration = {
	type: 'options',
	options: [
		{ name: 'None', value: '' },
		{ name: 'Red', value: 'red' },
		{ name: 'Blue', value: 'blue' },
	],
};
const locator: Declaration = {
	type: 'resourceLocator',
	modes: [
		{ displayName: 'List', name: 'list', type: 'list' },
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			extractValue: { type: 'regex', regex: 'https?://[^/]+/patients/([0-9]+)' },
		},
		{
			displayName: 'ID',
			name: 'id',
			type: 'string',
			validation: [
				{ type: 'regex', properties: { regex: '[0-9]+', errorMessage: 'An ID is a number' } },
			],
		},
	],
};

describe('a single value', () => {
	test.each<[Declaration, unknown, unknown]>([
		[{ type: 'string' }, ' Jane ', 'Jane'],
		[{ type: 'string' }, '\u200B Mary  Ann\u00A0', 'Mary  Ann'],
		[{ type: 'string' }, 12, '12'],
		[{ type: 'string' }, false, 'false'],
		[{ type: 'string' }, { a: 1 }, 'The Name must be text'],
		[{ type: 'string' }, ['a'], 'The Name must be text'],
		[{ type: 'number' }, 0, 0],
		[{ type: 'number' }, '2.5', 2.5],
		[{ type: 'number' }, '2,5', 'The Name must be a number'],
		[{ type: 'number' }, Infinity, 'The Name must be a number'],
		[{ type: 'number' }, true, 'The Name must be a number'],
		[{ type: 'number' }, [3], 'The Name must be a number'],
		[{ type: 'number', typeOptions: { minValue: 1 } }, 1, 1],
		[{ type: 'number', typeOptions: { minValue: 1 } }, 0.9, 'The Name must be 1 or more'],
		[
			{ type: 'number', typeOptions: { numberPrecision: 0 } },
			1.5,
			'The Name must be a whole number',
		],
		[{ type: 'number', typeOptions: { numberPrecision: 2 } }, 1.5, 1.5],
		[{ type: 'boolean' }, true, true],
		[{ type: 'boolean' }, false, false],
		[{ type: 'boolean' }, 'true', true],
		[{ type: 'boolean' }, 'false', false],
		...['TRUE', 'True', ' yes ', 'Y', '1', 1].map(
			(raw) => [{ type: 'boolean' }, raw, true] as [Declaration, unknown, unknown],
		),
		...['FALSE', 'False', 'no', 'N', '0', 0].map(
			(raw) => [{ type: 'boolean' }, raw, false] as [Declaration, unknown, unknown],
		),
		[{ type: 'boolean' }, 'perhaps', 'The Name must be true or false'],
		[{ type: 'boolean' }, 2, 'The Name must be true or false'],
		[{ type: 'boolean' }, [true], 'The Name must be true or false'],
		[{ type: 'dateTime' }, '2021-02-14T13:40:39Z', '2021-02-14T08:40:39'],
		[{ type: 'dateTime' }, DateTime.fromISO('2021-02-14T12:00Z'), '2021-02-14T07:00:00'],
		[{ type: 'dateTime', typeOptions: { dateOnly: true } }, '2021-02-14T23:40Z', '2021-02-14'],
		[{ type: 'options', typeOptions: { loadOptionsMethod: 'load' } }, 'any', 'any'],
		[locator, '17', 17],
		[locator, ' 17 ', 17],
		[locator, 17, 17],
		[locator, '123456789012345678901', '123456789012345678901'],
		[locator, '17/../18', 'The Name cannot be used. An ID is a number'],
		[locator, '1\n7', 'The Name cannot be used. An ID is a number'],
		[locator, {}, 'The Name cannot be used. An ID is a number'],
		[{ type: 'resourceLocator' }, 'abc', 'abc'],
		[{ type: 'json' }, { as: 'it is' }, { as: 'it is' }],
	])('%j from %j is %j', (declaration, raw, expected) => {
		expect(read(declaration, raw)).toEqual(expected);
	});

	test('of many options the first twelve are named', () => {
		const options = Array.from({ length: 13 }, (_, index) => ({
			name: `Option ${index}`,
			value: `o${index}`,
		}));
		const list = 'o0, o1, o2, o3, o4, o5, o6, o7, o8, o9, o10, o11';
		expect(read({ type: 'options', options }, 'x')).toBe(`The Name must be one of: ${list} …`);
		expect(read({ type: 'options', options: options.slice(1) }, 'x')).not.toMatch('…');
	});

	test('what is refused is not repeated: it may be a patient’s', () => {
		const types = [
			'string',
			'number',
			'boolean',
			'dateTime',
			'options',
			'resourceLocator',
		] as const;
		for (const type of types) {
			const refused = read({ ...locator, type, options: [] }, { secret: 'Jane Doe' });
			expect(refused).toMatch(/^The Name /);
			expect(refused).not.toMatch('Jane');
		}
	});
});

describe('an empty value', () => {
	const rows: Declaration = { type: 'fixedCollection', typeOptions: { multipleValues: true } };
	test.each<[Declaration, unknown]>([
		[{ type: 'string' }, ''],
		[{ type: 'options', options: [{ name: 'A', value: 'a' }] }, null],
		[{ type: 'number' }, null],
		[{ type: 'boolean' }, null],
		[{ type: 'dateTime' }, null],
		[locator, null],
		[{ type: 'collection' }, {}],
		[{ type: 'fixedCollection' }, {}],
		[rows, []],
		[{ type: 'multiOptions' }, []],
		[{ type: 'string', typeOptions: { multipleValues: true } }, []],
	])('of %j is %j', (declaration, expected) => {
		for (const raw of ['', '  ', undefined, null]) {
			expect(read(declaration, raw)).toEqual(expected);
			expect(read({ ...declaration, required: true }, raw)).toMatch(
				'The Name is empty. Fill it in, or check the expression',
			);
		}
	});

	test('an option that is empty is chosen by an empty text, not by nothing', () => {
		expect(read(colours, '')).toBe('');
		expect(read(colours, undefined)).toBeNull();
		expect(read({ ...colours, required: true }, '')).toMatch('The Name is empty');
	});
});

describe('a list', () => {
	const numbers: Declaration = { type: 'number', typeOptions: { multipleValues: true } };
	const texts: Declaration = { type: 'string', typeOptions: { multipleValues: true } };
	const many: Declaration = { ...colours, type: 'multiOptions' };

	test.each<[Declaration, unknown, unknown]>([
		[numbers, [1, '2'], [1, 2]],
		[numbers, '1, 2,,3', [1, 2, 3]],
		[numbers, '[1, 2]', [1, 2]],
		[numbers, 5, [5]],
		[numbers, [1, 'x'], 'The Name must be a number'],
		[texts, ['a, b', '', null, 'c'], ['a, b', 'c']],
		[texts, '["a, b"]', ['a, b']],
		[texts, '[a, b', ['[a, b']],
		[many, ['red', 'blue'], ['red', 'blue']],
		[many, 'red, blue', ['red', 'blue']],
		[many, ['red', 'green'], 'The Name must be one of: red, blue'],
	])('%j from %j is %j', (declaration, raw, expected) => {
		expect(read(declaration, raw)).toEqual(expected);
	});
});

describe('fields within fields', () => {
	const field = (name: string, displayName: string, declaration: Declaration) =>
		declare({ ...declaration, name, displayName });
	const insurance = field('primary_insurance', 'Primary Insurance', {
		type: 'collection',
		options: [
			field('payer_id', 'Payer ID', { type: 'string' }),
			field('since', 'Since', { type: 'dateTime', typeOptions: { dateOnly: true } }),
		],
	});
	const custom = field('custom', 'Custom Fields', {
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		options: [
			{
				name: 'values',
				displayName: 'Values',
				values: [
					field('field_type', 'Field', { type: 'number', required: true }),
					field('value', 'Value', { type: 'string' }),
				],
			},
		],
	});
	const one = { ...custom, name: 'one', displayName: 'One', typeOptions: {} };
	const doctor = field('doctor', 'Doctor', locator);
	const fields = [
		field('first_name', 'First Name', { type: 'string' }),
		insurance,
		custom,
		one,
		doctor,
	];
	const values = (raw: unknown) =>
		shown(readFields({ displayName: 'Additional Fields' }, fields, raw, reading));

	test.each<[unknown, unknown]>([
		[{}, {}],
		[{ first_name: '' }, { first_name: '' }],
		[
			{ primary_insurance: { payer_id: 60054, since: '2021-02-14T01:00:00Z' } },
			{ primary_insurance: { payer_id: '60054', since: '2021-02-14' } },
		],
		[
			{ custom: { values: [{ field_type: '3', value: 'x' }] } },
			{ custom: [{ field_type: 3, value: 'x' }] },
		],
		// what an expression gives need not have n8n's shape
		[{ custom: [{ field_type: 3 }] }, { custom: [{ field_type: 3 }] }],
		[{ custom: { field_type: 3 } }, { custom: [{ field_type: 3 }] }],
		[{ custom: '[{"field_type":3}]' }, { custom: [{ field_type: 3 }] }],
		// added, but left without a row
		[{ custom: {} }, { custom: [] }],
		[{ custom: { values: [] } }, { custom: [] }],
		[{ custom: { values: [{}] } }, { custom: [] }],
		[{ one: { values: { field_type: 3 } } }, { one: { field_type: 3 } }],
		[{ doctor: { __rl: true, mode: 'id', value: '7' } }, { doctor: 7 }],
		[{ doctor: { __rl: true, mode: 'list', value: '' } }, { doctor: null }],
		[{ doctor: '7' }, { doctor: 7 }],
		[
			{ doctor: { __rl: true, mode: 'url', value: 'https://drchrono.com/patients/7?tab=1' } },
			{ doctor: 7 },
		],
	])('%j is %j', (raw, expected) => expect(values(raw)).toEqual(expected));

	test.each<[unknown, string]>([
		['text', 'Additional Fields must be a set of fields'],
		[[{}], 'Additional Fields must be a set of fields'],
		[null, 'Additional Fields must be a set of fields'],
		[{ last_name: 'x' }, 'Additional Fields has no field "last_name"'],
		[{ firstName: 'x' }, 'Additional Fields has no field "firstName". Did you mean "first_name"?'],
		[
			{ 'Custom fields': 1 },
			'Additional Fields has no field "Custom fields". Did you mean "custom"?',
		],
		[
			{ primary_insurance: { since: 'x' } },
			'Additional Fields → Primary Insurance → Since is not a date. Write it as year, month, day, for example 2021-02-14',
		],
		[
			{ custom: { values: [{ field_type: 1 }, { field_type: 'x' }] } },
			'Additional Fields → Custom Fields → Field must be a number',
		],
		[
			{ custom: { values: [{ field_type: '' }] } },
			'Additional Fields → Custom Fields → Field is empty. Fill it in, or check the expression that should give it',
		],
		[{ custom: 'x' }, 'Additional Fields → Custom Fields must be a set of fields'],
		[
			{ doctor: { __rl: true, mode: 'id', value: 'x' } },
			'Additional Fields → Doctor cannot be used. An ID is a number',
		],
		[
			{ doctor: { __rl: true, mode: 'url', value: 'https://drchrono.com/' } },
			'Additional Fields → Doctor cannot be used. An ID is a number',
		],
		[
			{ doctor: { __rl: true, mode: 'id', value: undefined } },
			'Additional Fields → Doctor has an expression that gives nothing. Check it, or let it give an empty text to leave the field as it is',
		],
		[
			{ first_name: undefined },
			'Additional Fields → First Name has an expression that gives nothing. Check it, or let it give an empty text to leave the field as it is',
		],
		[
			{ primary_insurance: { payer_id: null } },
			'Additional Fields → Primary Insurance → Payer ID has an expression that gives nothing. Check it, or let it give an empty text to leave the field as it is',
		],
	])('%j is refused', (raw, expected) => expect(values(raw)).toBe(expected));

	test('nothing that was handed over is changed', () => {
		const raw = { custom: { values: [{ field_type: '3' }] } };
		const before = structuredClone(raw);
		values(raw);
		expect(raw).toEqual(before);
	});
});
