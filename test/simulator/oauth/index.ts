import formbody from '@fastify/formbody';
import OAuth2Server from '@node-oauth/oauth2-server';
import type { FastifyInstance } from 'fastify';

import { recordRequests } from '../observe';
import type { Practice } from '../practice';
import { authorizeRoutes } from './authorize';
import { createModel } from './model';
import { tokenRoutes } from './token';
import { ACCESS_TOKEN_LIFETIME } from './tokens';

/** The pages and the token endpoint of OAuth 2.0: `/o/authorize/`, `/accounts/login/`, `/o/token/`. */
export function oauthRoutes(practice: Practice) {
	const server = new OAuth2Server({
		model: createModel(practice),
		accessTokenLifetime: ACCESS_TOKEN_LIFETIME,
	});
	return async (scope: FastifyInstance): Promise<void> => {
		await scope.register(formbody);
		recordRequests(scope, practice, 'oauth');
		authorizeRoutes(scope, practice, server);
		tokenRoutes(scope, server, practice.store);
	};
}
