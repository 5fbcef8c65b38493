import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The answer to DrChrono's verification of a callback: HMAC-SHA256 of its `msg` under the webhook's
 * secret token, in hexadecimal digits.
 */
export function verificationToken(secret: string, msg: string): string {
	return createHmac('sha256', secret).update(msg).digest('hex');
}

/**
 * Whether a delivery is DrChrono's. `X-drchrono-signature` is the secret token itself, not a digest
 * of the body. Compared in constant time, by digests, since the lengths may differ. Without a secret
 * nothing is signed.
 */
export function isSigned(secret: string, signature: unknown): boolean {
	return (
		secret !== '' &&
		typeof signature === 'string' &&
		timingSafeEqual(digest(secret), digest(signature))
	);
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
