import { outputProperties, shapeOutput } from '../../nodes/shared/operation/output';

const record = { id: 7, name: 'x', empty: null, nested: { a: 1 } };

describe('a record as the Output choice wants it', () => {
	test.each<[string, object, object]>([
		['simplified', { output: 'simplified' }, { name: 'x', id: 7 }],
		['raw', { output: 'raw', fields: ['id'] }, record],
		[
			'selected',
			{ output: 'selected', fields: ['nested', 'empty'] },
			{ nested: { a: 1 }, empty: null },
		],
		['no field selected', { output: 'selected', fields: [] }, {}],
		['an expression that gives nothing', { output: null }, { name: 'x', id: 7 }],
		['fields that are no list', { output: 'selected', fields: 'id' }, { name: 'x', id: 7 }],
	])('%s', (_, params, expected) => {
		const shaped = shapeOutput(record, params, ['name', 'missing', 'id']);
		expect(shaped).toEqual(expected);
		expect(Object.keys(shaped)).toEqual(Object.keys(expected));
	});

	test('without a choice a record is whole', () => {
		expect(shapeOutput(record, {})).toBe(record);
	});

	test('nothing is made up for what is no field of the record', () => {
		expect(shapeOutput(record, { output: 'selected', fields: ['gone'] })).toEqual({});
	});
});

test('the choice offers each field once, in words, and starts with the simplified ones', () => {
	const [output, fields] = outputProperties(['name', 'id'], ['cell_phone', 'id']);
	expect(output.default).toBe('simplified');
	expect(output.options).toMatchObject([
		{ value: 'raw' },
		{ value: 'selected' },
		{ value: 'simplified' },
	]);
	expect(fields.options).toEqual([
		{ name: 'Cell Phone', value: 'cell_phone' },
		{ name: 'ID', value: 'id' },
		{ name: 'Name', value: 'name' },
	]);
	expect(fields.default).toEqual(['name', 'id']);
	expect(fields.displayOptions).toEqual({ show: { output: ['selected'] } });
});
