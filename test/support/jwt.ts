import { createHmac } from 'node:crypto';
import path from 'node:path';

export interface Rules {
	readonly clockToleranceS: number;
	readonly maximumAgeS?: number;
	readonly requiredClaims: readonly string[];
}

export type Verdict = { claims?: Record<string, unknown>; reason?: string; claim?: string };

/** The built package's verification, with the library that is bundled into it. */
export const { verifyJwt, explainJwtRefusal } = require(
	path.resolve(__dirname, '../../dist/nodes/shared/jwt/jwt.js'),
) as {
	verifyJwt: (token: string, secret: string, rules: Rules, nowMs: number) => Promise<Verdict>;
	explainJwtRefusal: (refusal: Verdict) => { message: string; description: string };
};

const encode = (part: unknown) =>
	(Buffer.isBuffer(part)
		? part
		: Buffer.from(typeof part === 'string' ? part : JSON.stringify(part))
	).toString('base64url');

export interface Forgery {
	/** A header in place of HS256's; text is taken as it is. */
	readonly header?: unknown;
	/** The digest of the HMAC, sha256 by default. */
	readonly digest?: string;
	readonly secret?: string;
}

export const SECRET = 'client-secret-for-tests';

/** A token with any header and payload, signed by hand; text and bytes are taken as they are. */
export function forge(payload: unknown, forgery: Forgery = {}): string {
	const { header = { alg: 'HS256', typ: 'JWT' }, digest = 'sha256', secret = SECRET } = forgery;
	const signed = `${encode(header)}.${encode(payload)}`;
	return `${signed}.${createHmac(digest, secret).update(signed).digest('base64url')}`;
}
