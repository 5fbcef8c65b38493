/**
 * Whether the bearer token may be sent to a URL: the API's own origin, or, since the API answers on
 * several hosts of drchrono.com, another of them over https.
 */
export function isApiUrl(url: URL, baseUrl: URL): boolean {
	return url.origin === baseUrl.origin || (isDrChrono(baseUrl) && isDrChrono(url));
}

/** Whether a URL is DrChrono's own, over https. */
export function isDrChrono(url: URL): boolean {
	return (
		url.protocol === 'https:' &&
		url.port === '' &&
		(url.hostname === 'drchrono.com' || url.hostname.endsWith('.drchrono.com'))
	);
}

/** Whether a URL leads to this very machine, where nobody can listen in. */
export function isThisMachine({ hostname }: URL): boolean {
	return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Whether a file may be fetched from a URL: from any host over https, over http as the API itself is. */
export function mayFetchFile(url: URL, baseUrl: URL): boolean {
	return (
		url.protocol === 'https:' ||
		(url.protocol === 'http:' && baseUrl.protocol === 'http:' && isThisMachine(url))
	);
}

/** `undefined` for what is not a URL, and for one with a user's name, which would go in the token's place. */
export function parseUrl(text: string, base?: URL): URL | undefined {
	const url = URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
	return url?.username || url?.password ? undefined : url;
}

/**
 * An API path with every part encoded, so that an ID can never become another path.
 * @throws RangeError for nothing, `.` and `..`, which URLs take for another path even when encoded
 */
export function path(strings: TemplateStringsArray, ...ids: Array<string | number>): string {
	return String.raw({ raw: strings }, ...ids.map(segment));
}

function segment(id: string | number): string {
	if (/^\.{0,2}$/.test(String(id))) throw new RangeError(`"${id}" cannot be used as an ID`);
	return encodeURIComponent(id);
}

/**
 * DrChrono's address as people paste it: without https, with the path of a page, with blanks. The
 * credential's expressions do the same, since they cannot call this.
 * @returns its origin; `undefined` for what is no address
 */
export function addressOf(text: string): URL | undefined {
	const typed = text.trim();
	const url = parseUrl(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
	if (!url || !['https:', 'http:'].includes(url.protocol)) return undefined;
	if (/(^|\.)drchrono\.com$/.test(url.hostname)) url.protocol = 'https:';
	return new URL(url.origin);
}
