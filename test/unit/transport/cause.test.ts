import { isOfProxy, troubleOf, Unusable } from '../../../nodes/shared/transport/cause';

const wrapped = (inner: object) =>
	Object.assign(new Error('outer'), { cause: Object.assign(new Error('inner'), { cause: inner }) });

test.each<[string, object | undefined, object]>([
	['refused', { code: 'ECONNREFUSED' }, { cause: 'unreachable', code: 'ECONNREFUSED' }],
	['no name', { code: 'ENOTFOUND' }, { cause: 'unreachable' }],
	['no name now', { code: 'EAI_AGAIN' }, { cause: 'unreachable' }],
	['no way', { code: 'EHOSTUNREACH' }, { cause: 'unreachable' }],
	[
		'a connect that is not answered',
		{ code: 'ETIMEDOUT', syscall: 'connect' },
		{ cause: 'unreachable' },
	],
	['a self-signed certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, { cause: 'certificate' }],
	['a clinic’s authority', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, { cause: 'certificate' }],
	['an issuer', { code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }, { cause: 'certificate' }],
	['an old certificate', { code: 'CERT_HAS_EXPIRED' }, { cause: 'certificate' }],
	['another host', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, { cause: 'certificate' }],
	['plain HTTP', { code: 'EPROTO' }, { cause: 'handshake' }],
	[
		'plain HTTP as newer Node says it',
		{ code: 'ERR_SSL_WRONG_VERSION_NUMBER' },
		{ cause: 'handshake' },
	],
	[
		'a hang-up in the handshake',
		{ code: 'ECONNRESET', request: { socket: { encrypted: true, alpnProtocol: null } } },
		{ cause: 'handshake', code: 'ECONNRESET' },
	],
	['no socket', { code: 'ERR_CANCELED', request: { socket: null } }, { cause: 'unreachable' }],
	[
		'a hang-up later',
		{ code: 'ECONNRESET', request: { socket: { encrypted: true, alpnProtocol: false } } },
		{ cause: 'cut', code: 'ECONNRESET' },
	],
	['a hang-up without TLS', { code: 'ECONNRESET', request: { socket: {} } }, { cause: 'cut' }],
	[
		'a proxy that hangs up',
		{ message: 'Proxy connection ended before receiving CONNECT response' },
		{ cause: 'proxy' },
	],
	['a timeout', { code: 'ETIMEDOUT' }, { cause: 'cut', code: 'ETIMEDOUT' }],
	[
		'an answer that cannot be used',
		new Unusable({ cause: 'page', status: 200 }),
		{ cause: 'page', status: 200 },
	],
	['nothing', undefined, { cause: 'cut' }],
	['lower case', { code: 'lower' }, { cause: 'cut', code: undefined }],
	['a number', { code: 42 }, { cause: 'cut', code: undefined }],
])('%s', (_, error, trouble) => {
	expect(troubleOf(error)).toMatchObject(trouble);
	if (error && !(error instanceof Unusable))
		expect(troubleOf(wrapped(error))).toMatchObject(trouble);
});

test('an answer without TLS to a request over TLS is a proxy’s', () => {
	const https = new URL('https://drchrono.com/api');
	const http = new URL('http://127.0.0.1/api');
	expect(isOfProxy(https, 503, {})).toBe(true);
	expect(isOfProxy(https, 503, { encrypted: true })).toBe(false);
	expect(isOfProxy(https, 503, undefined)).toBe(false);
	expect(isOfProxy(http, 503, {})).toBe(false);
	expect(isOfProxy(http, 407, {})).toBe(true);
});
