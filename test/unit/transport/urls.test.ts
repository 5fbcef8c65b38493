import fc from 'fast-check';
import { isApiUrl, parseUrl, path } from '../../../nodes/shared/transport/urls';

const PRODUCTION = 'https://drchrono.com';
const LOCAL = 'http://127.0.0.1:8080';

const allowed = (url: string, base: string) => {
	const baseUrl = new URL(base);
	const parsed = parseUrl(url, baseUrl);
	return parsed !== undefined && isApiUrl(parsed, baseUrl);
};

describe('the token goes to', () => {
	test.each([
		['/api/patients?cursor=x', PRODUCTION],
		['https://drchrono.com/api/patients', PRODUCTION],
		['https://app.drchrono.com/api/patients', PRODUCTION],
		['https://drchrono.com/api/patients', 'https://app.drchrono.com'],
		['https://a.b.drchrono.com/x', PRODUCTION],
		['HTTPS://APP.DrChrono.COM/api', PRODUCTION],
		['https://app.drchrono.com:443/api', PRODUCTION],
		['http://127.0.0.1:8080/api', LOCAL],
	])('%s (from %s)', (url, base) => expect(allowed(url, base)).toBe(true));
});

describe('the token does not go to', () => {
	test.each([
		['https://drchrono.com.evil.example/api', PRODUCTION],
		['https://evil-drchrono.com/api', PRODUCTION],
		['https://evildrchrono.com/api', PRODUCTION],
		['https://drchrono.com./api', PRODUCTION],
		['https://drchrono.com@evil.example/api', PRODUCTION],
		['https://evil.example\\@drchrono.com/api', PRODUCTION],
		['https://evil.example#@drchrono.com/', PRODUCTION],
		['https://evil.example/?drchrono.com', PRODUCTION],
		['//evil.example/api', PRODUCTION],
		['\\\\evil.example/api', PRODUCTION],
		['https://user@drchrono.com/api', PRODUCTION],
		['https://:password@drchrono.com/api', PRODUCTION],
		['https://drchrono.com:8443/api', PRODUCTION],
		['https://app.drchrono.com:80/api', PRODUCTION],
		['http://drchrono.com/api', PRODUCTION],
		['http://app.drchrono.com/api', PRODUCTION],
		['ftp://drchrono.com/api', PRODUCTION],
		['wss://drchrono.com/api', PRODUCTION],
		['file:///drchrono.com/api', PRODUCTION],
		['data:text/plain,drchrono.com', PRODUCTION],
		// a Cyrillic о, and what it is in ASCII
		['https://drchronо.com/api', PRODUCTION],
		['https://xn--drchron-dmh.com/api', PRODUCTION],
		['https://127.0.0.1/api', PRODUCTION],
		['https://drchrono.com/api', LOCAL],
		['http://127.0.0.1:8081/api', LOCAL],
		['https://127.0.0.1:8080/api', LOCAL],
		['http://localhost:8080/api', LOCAL],
		['http://127.0.0.1:8080@evil.example/', LOCAL],
		['https://app.drchrono.com/api', 'http://drchrono.com'],
		['http://', PRODUCTION],
	])('%s (from %s)', (url, base) => expect(allowed(url, base)).toBe(false));
});

test('what is no URL is undefined, with and without a base', () => {
	expect(parseUrl('/api/patients')).toBeUndefined();
	expect(parseUrl('http://[', new URL(PRODUCTION))).toBeUndefined();
	expect(parseUrl('/api/x', new URL(`${PRODUCTION}/some/where`))?.href).toBe(`${PRODUCTION}/api/x`);
});

describe('a path', () => {
	test('takes IDs as they are, and encodes all that is more than an ID', () => {
		expect(path`/api/patients/${65765544}`).toBe('/api/patients/65765544');
		expect(path`/api/appointments/${'2021-02-14_12'}`).toBe('/api/appointments/2021-02-14_12');
		expect(path`/api/a/${'1/../2?x=1#y'}/b/${'%2e'}`).toBe('/api/a/1%2F..%2F2%3Fx%3D1%23y/b/%252e');
	});

	test.each(['', '.', '..'])('cannot be made of "%s", which URLs take for another path', (id) => {
		expect(() => path`/api/patients/${id}`).toThrow('cannot be used as an ID');
	});

	test('leads to its own resource, whatever the ID', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 3 }), (id) => {
				const url = parseUrl(path`/api/patients/${id}`, new URL(PRODUCTION));
				const parts = url?.pathname.split('/') ?? [];
				expect(parts.slice(0, 3)).toEqual(['', 'api', 'patients']);
				expect(parts.slice(3).map(decodeURIComponent)).toEqual([id]);
				expect(url?.search).toBe('');
				expect(url?.hash).toBe('');
			}),
		);
	});
});
