import fc from 'fast-check';

import { readAnswer } from '../../../nodes/shared/transport/outcome';

describe('Numbers of Python that JSON does not have', () => {
	test.each([
		['{"copay":NaN,"id":1}', { copay: null, id: 1 }],
		['{"low":-Infinity,"high": Infinity}', { low: null, high: null }],
		['[{"of":[NaN, 1.5]},{"name":"NaN, \\"NaN\\" and -Infinity"},{"NaN":NaN}]', undefined],
	])('%s', (text, expected) => {
		const lists = [{ of: [null, 1.5] }, { name: 'NaN, "NaN" and -Infinity' }, { NaN: null }];
		expect(readAnswer(text, 'json')).toEqual(expected ?? lists);
	});

	test('whatever else is in an answer stays as it is', () => {
		const record = fc.dictionary(
			fc.string(),
			fc.oneof(fc.string(), fc.constantFrom('NaN', '"NaN"', '\\NaN'), fc.integer(), fc.jsonValue()),
		);
		fc.assert(
			fc.property(record, (one) => {
				const json = JSON.stringify({ a: one, b: '?' });
				const written = json.replace(/"\?"\}$/, 'NaN}');
				expect(readAnswer(written, 'json')).toEqual({ ...JSON.parse(json), b: null });
			}),
		);
	});

	test('what is no JSON is none, however long', () => {
		for (const text of [
			'<html>NaN</html>',
			'{"a":NaNs}',
			`{"a":NaN,"${'\\"'.repeat(1e5)}`,
			'"'.repeat(99_999),
		]) {
			expect(() => readAnswer(text, 'json')).toThrow();
		}
	});
});
