import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { DrChronoClient } from '../shared/transport/client';
import { readCredential } from '../shared/transport/credential';
import { notGranted } from '../shared/transport/granted';
import { sources } from './sources';

/**
 * Whether the connection may read what is to be watched, as far as n8n knows without asking DrChrono.
 * @throws NodeOperationError when it is not connected, NodeApiError when it was not given the permission
 */
export async function requireConnection(functions: ILoadOptionsFunctions): Promise<void> {
	const { granted } = await readCredential(functions);
	const chosen = functions.getCurrentNodeParameter('resource');
	const target = sources.find(({ value }) => value === chosen)?.path ?? '';
	const scopes = notGranted('GET', target, granted);
	if (scopes.length === 0) return;
	const api = new DrChronoClient(functions, { maximumWaitMs: 0 });
	throw api.error({ method: 'GET', target }, { kind: 'not-granted', scopes });
}
