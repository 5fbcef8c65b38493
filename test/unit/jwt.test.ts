import { createSign, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { SECRET, explainJwtRefusal, forge, verifyJwt, type Rules } from '../support/jwt';

/** Seconds since 1970. */
const NOW = 1_800_000_000;
const CLAIMS = { doctor_id: 1, patient_id: 65765544, practice_id: 7, iat: NOW };
const RULES: Rules = { clockToleranceS: 60, requiredClaims: [] };
const ALL = ['doctor_id', 'patient_id', 'practice_id'];

const verify = (token: string, rules: Partial<Rules> = {}, secret = SECRET) =>
	verifyJwt(token, secret, { ...RULES, ...rules }, NOW * 1000);

const good = forge(CLAIMS);
const [head, body, signature] = good.split('.');
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('accepts what DrChrono’s documentation does', () => {
	test('a token whose claims are numbers, or text', async () => {
		expect(await verify(good)).toEqual({ claims: CLAIMS });
		const texts = Object.fromEntries(
			Object.entries(CLAIMS).map(([name, value]) => [name, String(value)]),
		);
		expect(await verify(forge(texts))).toEqual({ claims: CLAIMS });
	});

	test('a token that another implementation has made', async () => {
		// By Python's hmac and json, the way PyJWT puts them together: decode(..., leeway=60).
		const python =
			'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJkb2N0b3JfaWQiOjEsInBhdGllbnRfaWQiOjY1NzY1NTQ0LCJwcmFjdGljZV9pZCI6NywiaWF0IjoxODAwMDAwMDAwfQ.KC-oyEHYhRh-CtnEVef9e0f3ooIxWOgwzuekSRdmeO4';
		expect(await verify(python)).toEqual({ claims: CLAIMS });
	});

	test('spaces, escapes, other claims, and no typ', async () => {
		const spaced =
			'{ "iat": 1800000000 , "note": "a \\"quoted: colon\\" \\u00e9", "list": [{"a":1}] }';
		expect(await verify(forge(spaced, { header: { alg: 'HS256' } }))).toEqual({
			claims: { iat: NOW, note: 'a "quoted: colon" é', list: [{ a: 1 }] },
		});
	});

	test.each([
		['an old iat, without a maximum age', { iat: 1 }, {}],
		['an iat at the edge of the tolerance', { iat: NOW + 60 }, {}],
		['an nbf at the edge of the tolerance', { nbf: NOW + 60 }, {}],
		['an exp just within the tolerance', { exp: NOW - 59 }, {}],
		['an age at the edge', { iat: NOW - 160 }, { maximumAgeS: 100 }],
		['a fraction of a second', { iat: NOW + 0.25 }, {}],
	])('%s', async (_, claims, rules) => {
		expect(await verify(forge(claims), rules)).toEqual({ claims });
	});
});

describe('another algorithm', () => {
	test.each(['none', 'None', 'NONE', 'nOnE', '', 'hs256', 'HS256 ', null, ['HS256']])(
		'alg %j, with and without the right signature',
		async (alg) => {
			const header = base64({ alg, typ: 'JWT' });
			for (const token of [
				forge(CLAIMS, { header: { alg, typ: 'JWT' } }),
				`${header}.${body}.`,
				`${header}.${body}.${signature}`,
			]) {
				expect(await verify(token)).toEqual({ reason: 'wrong-algorithm' });
			}
		},
	);

	test.each([
		['HS512', 'sha512'],
		['HS384', 'sha384'],
	])('%s with the right secret', async (alg, digest) => {
		const token = forge(CLAIMS, { header: { alg, typ: 'JWT' }, digest });
		expect(await verify(token)).toEqual({ reason: 'wrong-algorithm' });
	});

	test('RS256, also with the public key as the secret', async () => {
		const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
		const signed = `${base64({ alg: 'RS256', typ: 'JWT' })}.${body}`;
		const rsa = createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url');
		expect(await verify(`${signed}.${rsa}`)).toEqual({ reason: 'wrong-algorithm' });
		const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
		const confused = forge(CLAIMS, { header: { alg: 'RS256', typ: 'JWT' }, secret: pem });
		expect(await verify(confused, {}, pem)).toEqual({ reason: 'wrong-algorithm' });
	});

	test('a digest that is not the header’s', async () => {
		expect(await verify(forge(CLAIMS, { digest: 'sha512' }))).toEqual({
			reason: 'wrong-signature',
		});
	});
});

describe('a signature that is not this token’s', () => {
	const lastBitsSet = `${good.slice(0, -1)}${String.fromCharCode(good.charCodeAt(good.length - 1) + 1)}`;
	test.each([
		['stripped', `${head}.${body}.`],
		['of another payload', `${head}.${body}.${forge({ ...CLAIMS, patient_id: 2 }).split('.')[2]}`],
		['with a changed payload', `${head}.${base64({ ...CLAIMS, patient_id: 2 })}.${signature}`],
		['with a changed header', `${base64({ typ: 'JWT', alg: 'HS256' })}.${body}.${signature}`],
		['by another secret', forge(CLAIMS, { secret: `${SECRET}!` })],
		['by an empty secret', forge(CLAIMS, { secret: '' })],
		['cut', good.slice(0, -4)],
		['with more after it', `${good}AAAA`],
		['with stray bits at its end', lastBitsSet],
	])('%s', async (_, token) => {
		expect(await verify(token)).toEqual({ reason: 'wrong-signature' });
	});
});

describe('what is not a JWT of DrChrono', () => {
	test.each([
		['nothing', ''],
		['text', 'not a token'],
		['two parts', `${head}.${body}`],
		['no parts', '..'],
		['four parts', `${good}.${signature}`],
		['five parts, as an encrypted one', `${good}.${signature}.${signature}`],
		['padding', `${good}=`],
		['a space after it', `${good} `],
		['a line break after it', `${good}\n`],
		['ordinary base64', `${head}.+/${body}.${signature}`],
		['a token in a token', forge(good)],
		['a token in a token, as text', forge(JSON.stringify(good))],
		['a list', forge([CLAIMS])],
		['null', forge('null')],
		['a payload that is not JSON', forge('{doctor_id: 1}')],
		['a payload that is not UTF-8', forge(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))],
		['a claim twice', forge('{"patient_id":1,"patient_id":2}')],
		['a claim twice, once in escapes', forge('{"patient_id":1,"patient\\u005fid":2}')],
		['a claim twice, further in', forge('{"a":[{"b":1,"b":1}]}')],
		['alg twice', forge(CLAIMS, { header: '{"alg":"none","alg":"HS256"}' })],
		['a header that is not JSON', forge(CLAIMS, { header: 'HS256' })],
		['an extension', forge(CLAIMS, { header: { alg: 'HS256', crit: ['x'], x: 1 } })],
		['b64', forge(CLAIMS, { header: { alg: 'HS256', crit: ['b64'], b64: false } })],
	])('%s', async (_, token) => {
		expect(await verify(token)).toEqual({ reason: 'not-a-jwt' });
	});

	test('1 MB', async () => {
		const token = forge({ ...CLAIMS, padding: 'x'.repeat(1_000_000) });
		expect(await verify(token)).toEqual({ reason: 'too-long' });
		expect(await verify('.'.repeat(1_000_000))).toEqual({ reason: 'too-long' });
	});
});

describe('times', () => {
	test.each([
		[{ iat: NOW + 61 }, 'from-the-future'],
		[{ iat: String(NOW + 61) }, 'from-the-future'],
		[{ nbf: NOW + 61 }, 'from-the-future'],
		[{ iat: 1e300 }, 'from-the-future'],
		[{ exp: NOW - 60 }, 'expired'],
		[{ exp: String(NOW - 60) }, 'expired'],
		[{ exp: 0 }, 'expired'],
	])('%j is %s', async (claims, reason) => {
		expect(await verify(forge({ ...CLAIMS, ...claims }))).toEqual({ reason });
	});

	test('the tolerance is what the rules say', async () => {
		const early = forge({ iat: NOW + 1 });
		expect(await verify(early, { clockToleranceS: 0 })).toEqual({ reason: 'from-the-future' });
		expect(await verify(early, { clockToleranceS: 1 })).toEqual({ claims: { iat: NOW + 1 } });
	});

	test('a maximum age needs an iat, and ends with the tolerance', async () => {
		const rules = { maximumAgeS: 100 };
		expect(await verify(forge({ iat: NOW - 161 }), rules)).toEqual({ reason: 'too-old' });
		expect(await verify(forge({ doctor_id: 1 }), rules)).toEqual({
			reason: 'missing-claim',
			claim: 'iat',
		});
	});
});

describe('claims', () => {
	const odd = [true, {}, [], [1], '', 'abc', '1e3', '0x10', ' 1', '-1', -1, '9'.repeat(16)];
	test.each([...ALL, 'iat', 'nbf', 'exp'])('%s must be a number', async (claim) => {
		for (const value of odd) {
			const verdict = await verify(forge({ ...CLAIMS, [claim]: value }));
			expect([value, verdict]).toEqual([value, { reason: 'unusable-claim', claim }]);
		}
	});

	test.each(['iat', 'nbf', 'exp'])('%s cannot be null', async (claim) => {
		const verdict = await verify(forge({ ...CLAIMS, [claim]: null }));
		expect(verdict).toEqual({ reason: 'unusable-claim', claim });
	});

	test.each(ALL)('%s that is null is missing: refused only where it is required', async (claim) => {
		const claims = { ...CLAIMS, [claim]: null };
		expect(await verify(forge(claims))).toEqual({ claims });
		const refusal = { reason: 'missing-claim', claim };
		expect(await verify(forge(claims), { requiredClaims: ALL })).toEqual(refusal);
	});

	test.each(ALL)('%s must be whole, and exact', async (claim) => {
		for (const value of [1.5, 1e300, 2 ** 53]) {
			const verdict = await verify(forge({ ...CLAIMS, [claim]: value }));
			expect(verdict).toEqual({ reason: 'unusable-claim', claim });
		}
	});

	test.each([
		['iss', 1],
		['sub', {}],
		['jti', null],
		['aud', 'somebody'],
		['aud', []],
	])('%s cannot be %j', async (claim, value) => {
		const verdict = await verify(forge({ ...CLAIMS, [claim]: value }));
		expect(verdict).toEqual({ reason: 'unusable-claim', claim });
	});

	test('a required claim must be there, itself and not by inheritance', async () => {
		expect(await verify(good, { requiredClaims: ALL })).toEqual({ claims: CLAIMS });
		const { patient_id, ...others } = CLAIMS;
		expect(await verify(forge(others), { requiredClaims: ALL })).toEqual({
			reason: 'missing-claim',
			claim: 'patient_id',
		});
		expect(await verify(good, { requiredClaims: ['constructor'] })).toEqual({
			reason: 'missing-claim',
			claim: 'constructor',
		});
		expect(patient_id).toBe(65765544);
	});
});

describe('messages', () => {
	const reasons = [
		'too-long',
		'not-a-jwt',
		'wrong-algorithm',
		'wrong-signature',
		'expired',
		'from-the-future',
		'too-old',
		'missing-claim',
		'unusable-claim',
	];
	test.each(reasons)('%s is told in plain words', (reason) => {
		const { message, description } = explainJwtRefusal({ reason, claim: 'doctor_id' });
		expect(message).not.toMatch(/error|problem|failure|mistake/i);
		expect(description).not.toMatch(/error|problem|failure|mistake/i);
		expect(message.length).toBeGreaterThan(10);
		expect(description.length).toBeGreaterThan(20);
	});
});

/** One to three edits of a good token: of its characters, of its parts, of what it says. */
const mutation = fc.oneof(
	fc
		.array(
			fc.tuple(
				// The end is where a lenient decoder would let something through.
				fc.oneof(fc.nat(good.length), fc.constant(good.length - 1)),
				fc.constantFrom('replace', 'insert', 'delete'),
				fc.oneof(
					fc.constantFrom(...Array.from('AZaz09-_.=+/ \n%')),
					fc.string({ minLength: 1, maxLength: 1 }),
				),
			),
			{ minLength: 1, maxLength: 3 },
		)
		.map((edits) =>
			edits.reduce((token, [at, kind, character]) => {
				const rest = token.slice(kind === 'insert' ? at : at + 1);
				return `${token.slice(0, at)}${kind === 'delete' ? '' : character}${rest}`;
			}, good),
		),
	fc
		.tuple(fc.shuffledSubarray([head, body, signature, '', good], { minLength: 1, maxLength: 5 }))
		.map(([parts]) => parts.join('.')),
	fc
		.tuple(fc.object({ maxDepth: 2 }), fc.string())
		.map(([claims, secret]) => forge({ ...CLAIMS, ...claims }, { secret: `x${secret}` })),
	fc
		.tuple(
			fc.object({ maxDepth: 2 }),
			fc.constantFrom('none', 'HS384', 'HS512', 'RS256', 'ES256', 'dir', undefined, 'hs256'),
		)
		.map(([extra, alg]) => forge(CLAIMS, { header: { typ: 'JWT', ...extra, alg } })),
);

test('of 10 000 mutated tokens none gets through', async () => {
	let through = 0;
	await fc.assert(
		fc.asyncProperty(mutation, async (token) => {
			fc.pre(token !== good);
			const verdict = await verify(token);
			if ('claims' in verdict) through += 1;
			return !('claims' in verdict) && typeof verdict.reason === 'string';
		}),
		{ numRuns: 10_000 },
	);
	expect(through).toBe(0);
});
