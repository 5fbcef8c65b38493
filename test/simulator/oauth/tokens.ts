import { randomBytes } from 'node:crypto';

import type { Clock } from '../clock';
import type { RequestLogEntry } from '../types';

/** Seconds: an access token lives 48 hours [doc]. */
export const ACCESS_TOKEN_LIFETIME = 48 * 60 * 60;

/** A token pair that a user consented to. */
export interface Grant {
	/** Ordinal of the pair, its name in the request log. */
	readonly number: number;
	readonly accessToken: string;
	readonly refreshToken: string;
	readonly userId: string;
	readonly scopes: readonly string[];
	/** When the access token dies, ms on the simulator's clock. */
	readonly expiresAt: number;
	readonly revoked: boolean;
}

export type TokenState = NonNullable<RequestLogEntry['authorization']>;

export const newToken = () => randomBytes(24).toString('hex');

/** Every token pair issued so far. */
export class TokenStore {
	private grants: Grant[] = [];

	constructor(private readonly clock: Clock) {}

	/**
	 * A new pair for a user, whose earlier pairs die: both after a refresh and when the user
	 * authorizes the application again [doc, obs].
	 * @param expiresIn seconds
	 */
	issue(
		userId: string,
		scopes: readonly string[],
		expiresIn: number,
		pair = { accessToken: newToken(), refreshToken: newToken() },
	): Grant {
		const grant: Grant = {
			...pair,
			number: this.grants.length + 1,
			userId,
			scopes,
			expiresAt: this.clock.now() + expiresIn * 1000,
			revoked: false,
		};
		this.revokeUser(userId);
		this.grants = [...this.grants, grant];
		return grant;
	}

	byAccessToken(token: string): Grant | undefined {
		return this.grants.find(({ accessToken }) => accessToken === token);
	}

	/** The pair of a refresh token that is still good. */
	byRefreshToken(token: string): Grant | undefined {
		return this.grants.find(({ refreshToken, revoked }) => refreshToken === token && !revoked);
	}

	revokeUser(userId: string): void {
		this.grants = this.grants.map((grant) =>
			grant.userId === userId ? { ...grant, revoked: true } : grant,
		);
	}

	/** Ends the life of all access tokens; refresh tokens stay good. */
	expireAll(): void {
		const expiresAt = this.clock.now();
		this.grants = this.grants.map((grant) => ({
			...grant,
			expiresAt: Math.min(grant.expiresAt, expiresAt),
		}));
	}

	/** What an Authorization header is worth now. */
	inspect(header: string | undefined): { state: TokenState; grant?: Grant } {
		if (header === undefined || header === '') return { state: 'absent' };
		const token = /^Bearer (\S+)$/i.exec(header)?.[1];
		const grant = token === undefined ? undefined : this.byAccessToken(token);
		if (!grant) return { state: 'unknown' };
		if (grant.revoked) return { state: 'revoked', grant };
		return { state: this.clock.now() < grant.expiresAt ? 'valid' : 'expired', grant };
	}
}
