import { jsonParse, type IDataObject } from 'n8n-workflow';
import { isObject } from '../json';
import { compactVerify } from '../vendor/jose';

export interface JwtRules {
	/** How far the clocks of DrChrono and n8n may be apart, in seconds; DrChrono names 60. */
	readonly clockToleranceS: number;
	/** How long after its `iat` a token is good, in seconds; for good if `undefined`. */
	readonly maximumAgeS?: number;
	/** Claims that must be there and not be null. */
	readonly requiredClaims: readonly string[];
}

export type JwtRefusal =
	| {
			readonly reason:
				| 'too-long'
				| 'not-a-jwt'
				| 'wrong-algorithm'
				| 'wrong-signature'
				| 'expired'
				| 'from-the-future'
				| 'too-old';
	  }
	| { readonly reason: 'missing-claim' | 'unusable-claim'; readonly claim: string };

export type JwtVerdict = { readonly claims: IDataObject } | JwtRefusal;

/** A token of DrChrono has some 200 characters, and a web server takes 16 kB of address and headers. */
const MAXIMUM_CHARACTERS = 8_192;

/** The claims that name a record. DrChrono may write them as numbers or as text. */
const IDS = ['doctor_id', 'patient_id', 'practice_id'];
/** Seconds since 1970 (RFC 7519, section 4.1). */
const TIMES = ['exp', 'iat', 'nbf'];
const TEXTS = ['iss', 'jti', 'sub'];

/**
 * Whether a token was signed by DrChrono for this application, and what it says. Takes HS256 and
 * nothing else, whatever the token's header asks for (RFC 8725, section 3.1). Pure.
 *
 * It accepts what PyJWT's `decode(token, secret, algorithms=['HS256'], leeway=60)` does, which
 * DrChrono's documentation shows, and like it refuses an `iat` or `nbf` in the future and any `aud`.
 * Beyond it, a token has to be written in one way only: no claim twice, no stray bits at the end.
 *
 * @param secret the application's client secret, not empty
 * @param nowMs milliseconds since 1970
 */
export async function verifyJwt(
	token: string,
	secret: string,
	rules: JwtRules,
	nowMs: number,
): Promise<JwtVerdict> {
	const refusal = refuseForm(token);
	if (refusal) return refusal;
	const payload = await signedPayload(token, secret);
	if (!payload) return { reason: 'wrong-signature' };
	const claims = parseObject(payload);
	if (!claims) return { reason: 'not-a-jwt' };
	const numbers = readNumbers(claims);
	return (
		refuseClaims(claims, numbers, rules, nowMs / 1_000) ?? { claims: { ...claims, ...numbers } }
	);
}

/** What can be told without the secret. */
function refuseForm(token: string): JwtRefusal | undefined {
	if (token.length > MAXIMUM_CHARACTERS) return { reason: 'too-long' };
	const [, head, signature] = /^([\w-]+)\.[\w-]+\.([\w-]*)$/.exec(token) ?? [];
	const header = head ? parseObject(Buffer.from(head, 'base64url')) : undefined;
	// Extensions (RFC 7515 "crit", RFC 7797 "b64") change what is signed; a JWT has none.
	if (!header || 'crit' in header || 'b64' in header) return { reason: 'not-a-jwt' };
	if (header.alg !== 'HS256') return { reason: 'wrong-algorithm' };
	// The last character of a signature has bits that mean nothing: only zeros are taken.
	const canonical = Buffer.from(signature, 'base64url').toString('base64url') === signature;
	return canonical ? undefined : { reason: 'wrong-signature' };
}

/** The payload, if the secret has signed it; nothing whatever else may keep that from being proven. */
async function signedPayload(token: string, secret: string): Promise<Uint8Array | undefined> {
	const key = Buffer.from(secret, 'utf8');
	return await compactVerify(token, key, { algorithms: ['HS256'] }).then(
		({ payload }) => payload,
		() => undefined,
	);
}

/** A JSON object in UTF-8 that has no member twice: who reads it after us must not read another. */
function parseObject(bytes: Uint8Array): IDataObject | undefined {
	const text = Buffer.from(bytes).toString('utf8');
	if (!Buffer.from(text, 'utf8').equals(bytes)) return undefined;
	const value = jsonParse<unknown>(text, { fallbackValue: '' });
	return isObject(value) && colons(text) === members(value) ? value : undefined;
}

/** Outside of texts, JSON has one colon per member as it is written. */
function colons(json: string): number {
	return json.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
}

/** The members of a value as it was read, in all depths: of members with one name only one is left. */
function members(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	const within = Object.values(value);
	const own = Array.isArray(value) ? 0 : within.length;
	return within.reduce((sum: number, one) => sum + members(one), own);
}

/** The claims that are numbers, whether written as such or as text; those that cannot be are left out. */
function readNumbers(claims: IDataObject): Record<string, number> {
	return Object.fromEntries(
		[...IDS, ...TIMES].flatMap((name) => {
			const value = claims[name];
			const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
			const usable = IDS.includes(name) ? Number.isSafeInteger(number) : Number.isFinite(number);
			return typeof number === 'number' && usable && number >= 0 ? [[name, number]] : [];
		}),
	);
}

function refuseClaims(
	claims: IDataObject,
	numbers: Readonly<Partial<Record<string, number>>>,
	{ clockToleranceS, maximumAgeS, requiredClaims }: JwtRules,
	now: number,
): JwtRefusal | undefined {
	const required = maximumAgeS === undefined ? requiredClaims : [...requiredClaims, 'iat'];
	const missing = required.find((name) => !Object.hasOwn(claims, name) || claims[name] === null);
	if (missing !== undefined) return { reason: 'missing-claim', claim: missing };
	const unusable = Object.keys(claims).find((name) => !isUsable(name, claims, numbers));
	if (unusable !== undefined) return { reason: 'unusable-claim', claim: unusable };
	const { exp, iat = 0, nbf = 0 } = numbers;
	if (exp !== undefined && exp <= now - clockToleranceS) return { reason: 'expired' };
	if (Math.max(iat, nbf) > now + clockToleranceS) return { reason: 'from-the-future' };
	const good = maximumAgeS === undefined || now - iat <= maximumAgeS + clockToleranceS;
	return good ? undefined : { reason: 'too-old' };
}

function isUsable(
	name: string,
	claims: IDataObject,
	numbers: Readonly<Partial<Record<string, number>>>,
): boolean {
	// Where there is no patient DrChrono may say null: that is missing, and may be unless it is required.
	if (IDS.includes(name)) return name in numbers || claims[name] === null;
	if (TIMES.includes(name)) return name in numbers;
	if (TEXTS.includes(name)) return typeof claims[name] === 'string';
	// A token for a named receiver is not for n8n, which has no name.
	return name !== 'aud';
}

/** Why a token was refused and how to get on, without anything of the token or the secret. */
export function explainJwtRefusal(refusal: JwtRefusal): { message: string; description: string } {
	switch (refusal.reason) {
		case 'too-long':
			return {
				message: 'The token is longer than any token of DrChrono',
				description:
					'Pass the value of jwt from the address that DrChrono opened, and nothing else.',
			};
		case 'not-a-jwt':
			return {
				message: 'This is not a JWT',
				description:
					'Pass the value of jwt from the address that DrChrono opened, whole and unchanged.',
			};
		case 'wrong-algorithm':
			return {
				message: 'The token is not signed with HS256, the only algorithm DrChrono uses',
				description: 'It does not come from DrChrono. Do not trust anything in the request.',
			};
		case 'wrong-signature':
			return {
				message: 'The token’s signature does not match',
				description:
					'The token was changed, or signed for another application. Compare the Client Secret in the credential with the one on DrChrono’s API-management page.',
			};
		case 'expired':
		case 'too-old':
			return {
				message:
					refusal.reason === 'expired'
						? 'The token has expired'
						: 'The token is older than the Maximum Age',
				description: 'Reload the page in DrChrono: every page it shows has a fresh token.',
			};
		case 'from-the-future':
			return {
				message: 'The token is from the future',
				description:
					'Set the clock of the n8n server, or raise Clock Tolerance under Options if it is only a little off.',
			};
		case 'missing-claim':
			return {
				message: `The token does not say "${refusal.claim}"`,
				description: 'Take it out of Required Claims under Options if you can do without.',
			};
		case 'unusable-claim':
			return {
				message: `What the token says for "${refusal.claim}" cannot be used`,
				description:
					'IDs and times must be numbers, iss, jti and sub must be text, and aud must not be there. DrChrono writes them so.',
			};
	}
}
