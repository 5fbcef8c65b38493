import * as fc from 'fast-check';
import { csvHeader, csvRow } from '../../nodes/shared/operation/csv';

/** Reads a line of RFC 4180 back into its cells. */
function cellsOf(line: string): string[] {
	expect(line.endsWith('\r\n')).toBe(true);
	const cells: string[] = [];
	const cell = /(?:"((?:[^"]|"")*)"|([^,"]*))(,|$)/y;
	const content = line.slice(0, -2);
	for (;;) {
		const found = cell.exec(content);
		if (!found) throw new Error(`not a line of CSV: ${line}`);
		const [, quoted, plain, end] = found as Array<string | undefined>;
		cells.push(quoted?.replace(/""/g, '"') ?? plain ?? '');
		if (end === '') return cells;
	}
}

test('columns are called what the fields are called', () => {
	expect(csvHeader(['id', 'date_of_birth', 'cell_phone'])).toBe('ID,Date of Birth,Cell Phone\r\n');
});

test.each([
	['=HYPERLINK("https://example.com")', '\'=HYPERLINK("https://example.com")'],
	['+1+1', "'+1+1"],
	['-2+3', "'-2+3"],
	['@SUM(A1)', "'@SUM(A1)"],
	['\t=1', "'\t=1"],
	['-25.00', '-25.00'],
	['+12025550143', '+12025550143'],
	['O’Brien, "Jane"\nline', 'O’Brien, "Jane"\nline'],
])('%j is the cell %j', (value, expected) => {
	expect(cellsOf(csvRow({ value }, ['value']))).toEqual([expected]);
});

test('lists are separated by semicolons, what is nested is JSON, what is missing is empty', () => {
	const record = { tags: ['a', 'b'], none: null, nested: { a: [1] }, yes: true };
	expect(cellsOf(csvRow(record, ['tags', 'none', 'nested', 'yes', 'missing']))).toEqual([
		'a; b',
		'',
		'{"a":[1]}',
		'true',
		'',
	]);
});

test('any texts come back as they were, but for an apostrophe before what would be a formula', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
			const names = texts.map((_, index) => `field_${index}`);
			const record = Object.fromEntries(texts.map((text, index) => [names[index], text]));
			const cells = cellsOf(csvRow(record, names));
			expect(cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n])/, ''))).toEqual(
				texts.map((text) => text.replace(/^'(?=[=+\-@\t\r\n])/, '')),
			);
			for (const cell of cells) {
				expect(
					/^[=@\t\r\n]/.test(cell) || (/^[+-]/.test(cell) && !/^[+-]\d[\d.,]*$/.test(cell)),
				).toBe(false);
			}
		}),
	);
});
