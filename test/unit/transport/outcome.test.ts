import {
	brokenOutcome,
	isNoDocument,
	isPageOfTheEdge,
	refusalAsJson,
	timeOfAnswer,
} from '../../../nodes/shared/transport/outcome';

test.each<[string, boolean, number, unknown, boolean]>([
	['HTML for a list', true, 200, '<html>', true],
	['nothing for a list', true, 200, '', true],
	['nothing for a new record', true, 201, '', true],
	['HTML for a change', false, 201, '<html>', true],
	['nothing for a change', false, 204, '', false],
	['JSON', true, 200, { results: [] }, false],
	['a list as JSON', true, 201, [{}], false],
	['HTML of a refusal', true, 404, '<html>', false],
	['HTML of a redirect', true, 302, '<html>', false],
	['HTML with the last of the good statuses', true, 299, '<html>', true],
])('%s is a page of the edge or not', (_, needsRecord, status, body, expected) => {
	expect(isPageOfTheEdge(needsRecord, status, body)).toBe(expected);
});

test.each<[string, number, unknown, boolean]>([
	['XML', 200, '<?xml version="1.0"?><ClinicalDocument/>', false],
	['HTML', 200, '<html><body>Please wait</body></html>', true],
	['HTML with a doctype', 200, '\n<!DOCTYPE html>', true],
	['nothing', 200, ' ', true],
	['a refusal', 404, '<html>', false],
])('%s where a document was asked for', (_, status, body, expected) => {
	expect(isNoDocument(status, body)).toBe(expected);
});

test('where text was asked for, a refusal is read as JSON, and text stays text', () => {
	expect(refusalAsJson(400, '{"detail":"no"}')).toEqual({ detail: 'no' });
	expect(refusalAsJson(502, '<html>')).toBe('');
	expect(refusalAsJson(403, { detail: 'no' })).toEqual({ detail: 'no' });
	expect(refusalAsJson(200, '{"a":1}')).toBe('{"a":1}');
});

describe('a request without an answer', () => {
	const wrapped = (code: string) =>
		Object.assign(new Error('outer'), {
			cause: Object.assign(new Error('inner'), { cause: { code } }),
		});

	test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
		'was certainly not sent: %s',
		(code) => expect(brokenOutcome({ code })).toEqual({ kind: 'broken', sent: false, code }),
	);

	test.each(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ECONNABORTED', 'ERR_BAD_RESPONSE'])(
		'may have been sent: %s',
		(code) => expect(brokenOutcome({ code })).toEqual({ kind: 'broken', sent: true, code }),
	);

	test('the code is found within what n8n wraps around it', () => {
		expect(brokenOutcome(wrapped('ECONNREFUSED'))).toMatchObject({
			sent: false,
			code: 'ECONNREFUSED',
		});
		expect(brokenOutcome({ code: 500, cause: { code: 'ECONNRESET' } })).toMatchObject({
			code: 'ECONNRESET',
		});
	});

	test.each([undefined, null, 'text', new Error('x'), { code: 'lower' }, { code: 42 }])(
		'without a code it may have been sent: %p',
		(error) =>
			expect(brokenOutcome(error)).toEqual({ kind: 'broken', sent: true, code: 'NO_ANSWER' }),
	);
});

test.each([
	[{ date: 'Wed, 25 Nov 2026 14:00:07 GMT' }, Date.UTC(2026, 10, 25, 14, 0, 7)],
	[{ date: 'yesterday' }, undefined],
	[{ date: ['a', 'b'] }, undefined],
	[{}, undefined],
])('when DrChrono answered, from the headers %j', (headers, expected) => {
	expect(timeOfAnswer({ kind: 'answer', status: 200, headers, body: {} })).toBe(expected);
	expect(timeOfAnswer({ kind: 'closed', forMs: 1 })).toBeUndefined();
});
