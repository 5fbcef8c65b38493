import fc from 'fast-check';
import { jsonBody } from '../../../nodes/ApiRequest/request/body';
import { pageOf } from '../../../nodes/shared/transport/answer';
import { apiAddress } from '../../../nodes/ApiRequest/request/path';
import { ParameterIssue } from '../../../nodes/shared/input/parameters';

const HOST = 'https://drchrono.com';

const attempt = (path: string) => {
	try {
		return apiAddress(path, []);
	} catch (error) {
		if (error instanceof ParameterIssue) return undefined;
		throw error;
	}
};

test.each([
	['patients', '/api/patients', {}],
	['/patients', '/api/patients', {}],
	['/api/patients', '/api/patients', {}],
	[' api/patients/65765544 ', '/api/patients/65765544', {}],
	['appointments/2021-03-01_150001', '/api/appointments/2021-03-01_150001', {}],
	['patients/1/', '/api/patients/1/', {}],
	['patients?last_name=O%27Brien&doctor=1', '/api/patients', { last_name: "O'Brien", doctor: '1' }],
	['patients?', '/api/patients', {}],
	['patients?x=../../o/token', '/api/patients', { x: '../../o/token' }],
])('%s is %s', (path, target, query) => {
	expect(apiAddress(path, [])).toEqual({ target, query });
});

test.each([
	...['', '/', 'api', '/api', 'api/', '/api/', '?doctor=1'],
	...['//evil.example/x', '/api//evil.example', 'patients//1', '\\\\evil.example', 'a\\b'],
	...['https://drchrono.com/api/patients', 'http:patients', '@evil.example', 'a@b', 'a:b'],
	...['..', '.', 'patients/..', '../o/token', 'api/../o/token', 'patients/./1', 'patients/1.json'],
	...['%2e%2e/o/token', 'patients/%2E%2E/x', 'patients%2F1', '%2f%2fevil.example', 'a%00'],
	...['patients#x', 'patients;x', 'patients/1 2', 'patients\n/x', 'patients\t', 'pat\u200bients'],
	...['раtients', 'patients/１', 'patients／1', 'patients/‥/x', '。。/x', 'patients\u2215x', '~'],
])('“%s” is refused', (path) => {
	const expected = path === 'patients\t' ? '/api/patients' : undefined;
	expect(attempt(path)?.target).toBe(expected);
});

const nasty = fc.constantFrom(
	...['.', '..', '%2e', '%2E%2e', '/', '//', '\\', '@', ':', '?', '#', '&', '=', ';', '%'],
	...['api', 'api/', 'o/token', 'patients', 'evil.example', 'https:', ' ', '\n', '\0', '／', '‥'],
	...['\u202e', 'é', 'e\u0301', '％2e', '1', '-', '_', '~'],
);
const anyPath = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
	fc.webUrl({ withQueryParameters: true, withFragments: true }),
);

test('whatever is given, what comes out is a path under /api/ of the credential’s host', () => {
	fc.assert(
		fc.property(anyPath, (path) => {
			const address = attempt(path);
			if (!address) return;
			const url = new URL(address.target, HOST);
			expect(url.origin).toBe(HOST);
			expect(url.pathname).toMatch(/^\/api\/[A-Za-z0-9_-]/);
			expect(url.href).toBe(HOST + address.target);
			expect(decodeURIComponent(url.pathname)).toBe(url.pathname);
			expect(url.pathname).not.toMatch(/\/\/|\.|\\/);
		}),
		{ numRuns: 3_000 },
	);
});

test('every path of letters, digits, hyphens and underscores is taken, in each way of writing it', () => {
	const part = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/).filter((text) => text !== 'api');
	const prefix = fc.constantFrom('', '/', 'api/', '/api/');
	fc.assert(
		fc.property(prefix, fc.array(part, { minLength: 1, maxLength: 4 }), (start, parts) => {
			expect(apiAddress(start + parts.join('/'), []).target).toBe(`/api/${parts.join('/')}`);
		}),
	);
});

test('a query is passed on as it is, from the path and beside it', () => {
	const filled = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
	fc.assert(
		fc.property(filled, filled, (written, beside) => {
			const path = `patients?${new URLSearchParams({ written }).toString()}`;
			expect(apiAddress(path, [{ name: 'beside', value: beside }])).toEqual({
				target: '/api/patients',
				query: { written, beside },
			});
		}),
	);
});

test.each([
	[[{ name: 'patient', value: ' ' }]],
	[[{ name: '', value: '1' }]],
	[
		[
			{ name: 'a', value: '1' },
			{ name: 'a', value: '2' },
		],
	],
])('a query that says less than it seems to is refused: %j', (query) => {
	expect(() => apiAddress('patients', query)).toThrow(ParameterIssue);
	expect(() => apiAddress('patients?a=1', [{ name: 'a', value: '2' }])).toThrow(ParameterIssue);
});

test.each(['{', '7', 'null', '"text"', '{}', '[]', '[{}]', '[1]', '[[{"a":1}]]', 5, null, []])(
	'%j is no body',
	(given) => {
		expect(() => jsonBody(given)).toThrow(ParameterIssue);
	},
);

test('a body is what the editor or an expression gives, an object or a list of them', () => {
	expect(jsonBody('{"a":{"b":[1]}}')).toEqual({ a: { b: [1] } });
	expect(jsonBody([{ a: 1 }, { a: 2 }])).toEqual([{ a: 1 }, { a: 2 }]);
});

test('only what has pages is a page: a record may have fields called data or results', () => {
	expect(pageOf({ results: [1], next: null })).toEqual({ records: [1] });
	expect(pageOf({ data: [1], next: 'n', previous: null })).toEqual({ records: [1], next: 'n' });
	expect(pageOf([1, 2])).toEqual({ records: [1, 2] });
	expect(pageOf({ id: 1, results: [1] })).toBeUndefined();
	expect(pageOf({ id: 1, data: 'x', next: null })).toBeUndefined();
	expect(pageOf(null)).toBeUndefined();
});
