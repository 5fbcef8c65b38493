import { ALL_SCOPES } from './oauth/scopes';
import { ACCESS_TOKEN_LIFETIME } from './oauth/tokens';
import type { Practice } from './practice';
import type { ConnectOptions, OAuthTokenData } from './types';

/**
 * A token pair as if the user had consented on the pages.
 * @throws {Error} if the practice has no such user
 */
export function connect(practice: Practice, options: ConnectOptions = {}): OAuthTokenData {
	const { scopes = ALL_SCOPES, user = 'doctor', expiresIn = ACCESS_TOKEN_LIFETIME } = options;
	const row = practice.store.users.find('username', user).at(0);
	if (!row) throw new Error(`The practice has no user "${user}"`);
	const grant = practice.tokens.issue(String(row.id), scopes, expiresIn);
	return {
		access_token: grant.accessToken,
		refresh_token: grant.refreshToken,
		token_type: 'Bearer',
		expires_in: expiresIn,
		scope: scopes.join(' '),
	};
}
