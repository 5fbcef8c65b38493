import { createHmac } from 'node:crypto';

import type { JsonObject } from '../json';

const encode = (part: JsonObject) => Buffer.from(JSON.stringify(part)).toString('base64url');

/**
 * A JWT as DrChrono signs it: HS256 with the application's client secret [doc]. Written out here, so
 * that the package's verification is not tested against the library it uses.
 */
export function signJwt(claims: JsonObject, secret: string): string {
	const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
	return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
