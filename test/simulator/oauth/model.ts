import type OAuth2Server from '@node-oauth/oauth2-server';

import type { Practice } from '../practice';
import { ACCESS_TOKEN_LIFETIME, newToken } from './tokens';
import { ALL_SCOPES } from './scopes';

type Model = OAuth2Server.AuthorizationCodeModel & OAuth2Server.RefreshTokenModel;

const CODE_LIFETIME_MS = 60_000;
const LOCAL_HOSTS = ['localhost', '127.0.0.1'];

/** Redirect URIs that the application has registered: anything on this machine. */
export function isRegisteredRedirect(uri: string): boolean {
	if (!URL.canParse(uri)) return false;
	const { protocol, hostname } = new URL(uri);
	return ['http:', 'https:'].includes(protocol) && LOCAL_HOSTS.includes(hostname);
}

/** What the OAuth library asks of the practice. Times are the simulator's, not the library's. */
export function createModel({ application, clock, tokens }: Practice): Model {
	const codes = new Map<string, { code: OAuth2Server.AuthorizationCode; expiresAt: number }>();
	const client: OAuth2Server.Client = {
		id: application.clientId,
		grants: ['authorization_code', 'refresh_token'],
		redirectUris: LOCAL_HOSTS.map((host) => `http://${host}`),
	};
	return {
		getClient: async (id, secret) => {
			const known = id === application.clientId;
			// The authorize endpoint asks with null: there is no secret to check yet.
			return known && [null, application.clientSecret].includes(secret) && client;
		},
		validateRedirectUri: async (uri) => isRegisteredRedirect(uri),
		validateScope: async (_user, _client, scopes = []) =>
			scopes.every((scope) => ALL_SCOPES.includes(scope)) && scopes,
		generateAccessToken: async () => newToken(),
		generateRefreshToken: async () => newToken(),
		saveAuthorizationCode: async (code, codeClient, user) => {
			const saved = { ...code, client: codeClient, user };
			const expiresAt = clock.now() + CODE_LIFETIME_MS;
			codes.set(code.authorizationCode, { code: saved, expiresAt });
			return saved;
		},
		getAuthorizationCode: async (code) => {
			const saved = codes.get(code);
			return saved && clock.now() < saved.expiresAt && saved.code;
		},
		revokeAuthorizationCode: async ({ authorizationCode }) => codes.delete(authorizationCode),
		saveToken: async (token, tokenClient, user) => {
			const { accessToken, refreshToken = newToken(), scope = [] } = token;
			tokens.issue(String(user.id), scope, ACCESS_TOKEN_LIFETIME, { accessToken, refreshToken });
			return { ...token, refreshToken, client: tokenClient, user };
		},
		getAccessToken: async (accessToken) => {
			const grant = tokens.byAccessToken(accessToken);
			return grant && { accessToken, client, user: { id: grant.userId } };
		},
		getRefreshToken: async (refreshToken) => {
			const grant = tokens.byRefreshToken(refreshToken);
			return (
				grant && {
					refreshToken,
					scope: [...grant.scopes],
					client,
					user: { id: grant.userId },
				}
			);
		},
		revokeToken: async ({ user }) => {
			tokens.revokeUser(String(user.id));
			return true;
		},
	};
}
