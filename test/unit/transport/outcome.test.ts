import { Readable } from 'node:stream';
import { Unusable } from '../../../nodes/shared/transport/cause';
import {
	readAnswer,
	readRefusal,
	readText,
	timeOfAnswer,
	type Expected,
} from '../../../nodes/shared/transport/outcome';

/** What is read, or the cause why nothing is. */
function read(text: string, expected: Expected): unknown {
	try {
		return readAnswer(text, expected);
	} catch (error) {
		return error instanceof Unusable ? `not usable: ${error.trouble.cause}` : error;
	}
}

test.each<[string, string, Expected, unknown]>([
	['HTML for a list', '<html>', 'json', 'not usable: page'],
	['nothing for a list', '', 'json', 'not usable: page'],
	['null for a list', 'null', 'json', 'not usable: no-record'],
	['a number for a record', '7', 'json', 'not usable: no-record'],
	['a text for a record', '"ok"', 'json', 'not usable: no-record'],
	['a record', '{"id":7}', 'json', { id: 7 }],
	['nothing for a new record', '', 'record', 'not usable: page'],
	['null for a new record', 'null', 'record', 'not usable: no-record'],
	['true for a new record', 'true', 'record', 'not usable: no-record'],
	['a list for a new record', '[{}]', 'record', 'not usable: no-record'],
	['a list of new records', '[{}]', 'records', [{}]],
	['null for new records', 'null', 'records', 'not usable: no-record'],
	['HTML for a change', '<html>', 'change', 'not usable: page'],
	['half an answer', '{"results":[{"id":1}', 'json', 'not usable: page'],
	['nothing for a change', '', 'change', ''],
	['null for a change', 'null', 'change', null],
	[
		'XML',
		'<?xml version="1.0"?><ClinicalDocument/>',
		'text',
		'<?xml version="1.0"?><ClinicalDocument/>',
	],
	['HTML for a document', '<html><body>Please wait</body></html>', 'text', 'not usable: page'],
	['HTML with a doctype for a document', '\n<!DOCTYPE html>', 'text', 'not usable: page'],
	['nothing for a document', ' ', 'text', 'not usable: page'],
])('%s is told as what it is', (_, text, expected, outcome) => {
	expect(read(text, expected)).toEqual(outcome);
});

test('a refusal is read as JSON, and text stays text', () => {
	expect(readRefusal('{"detail":"no"}')).toEqual({ detail: 'no' });
	expect(readRefusal('Request was throttled.')).toBe('Request was throttled.');
});

test('a body is read whole, in UTF-8 and without its mark, however it was cut into pieces', async () => {
	const bytes = Buffer.from('\uFEFFJos\u00e9 – "x"');
	const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
	expect(await readText(Readable.from(pieces) as never)).toBe('Jos\u00e9 – "x"');
});

test('the time of an answer is DrChrono’s', () => {
	expect(timeOfAnswer({ date: 'Thu, 01 Jan 1970 00:00:05 GMT' })).toBe(5_000);
	expect(timeOfAnswer({ date: 'soon' })).toBeUndefined();
	expect(timeOfAnswer({})).toBeUndefined();
});
