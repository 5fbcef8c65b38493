import type { IExecuteFunctions } from 'n8n-workflow';
import { failureError } from '../messages/errors';
import { carryOut, type Incoming } from './exchange';
import { mayFetchFile } from './urls';
import { limits } from './watch';

export interface DownloadOptions {
	/** How long to wait, in all, for DrChrono to accept requests again, in ms. */
	readonly maximumWaitMs: number;
	readonly itemIndex: number;
}

/**
 * Fetches the file at an address that DrChrono gave. Files live on other hosts, at addresses that are
 * signed and refuse a request with a bearer token: only the API's own origin gets the token, on every
 * hop of a redirect. The rules for repeating are those of a GET; a file that ends too soon is fetched
 * again from its beginning.
 * @param store takes the content in, and throws Unusable if it is not whole
 * @throws NodeApiError in words a user can act on, without the address, which is as good as a key, or
 * anything of the file; what `store` throws for reasons of its own
 */
export async function download<T>(
	node: IExecuteFunctions,
	address: string,
	{ maximumWaitMs, itemIndex }: DownloadOptions,
	store: (file: Incoming) => Promise<T>,
): Promise<T> {
	const errand = {
		method: 'GET',
		target: address,
		// Compressed on its way, a file could not be compared with its announced length.
		headers: { 'Accept-Encoding': 'identity', Accept: '*/*' },
		wholeMs: limits.fileMs,
		take: store,
		way: (url: URL, baseUrl: URL) => {
			if (url.origin === baseUrl.origin) return 'token';
			return mayFetchFile(url, baseUrl) ? 'bare' : undefined;
		},
	} as const;
	const end = await carryOut(node, errand, maximumWaitMs);
	if (!('failure' in end)) return end.body;
	throw failureError(node, end.failure, { method: 'GET', path: '', sent: [], itemIndex });
}
