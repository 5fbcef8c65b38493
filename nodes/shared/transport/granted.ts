import { areasOf, scopeNames } from '../messages/permissions';
import type { Method } from './retry';

/**
 * The scopes that a request needs and the connection was not given, as the credential names them.
 * Nothing where it may do: DrChrono did not say what it gave, nobody knows what the path needs, or one of
 * several areas is open, since the contract does not say whether one will do. Writing includes reading.
 * @param granted the scopes of the token's answer, with blanks between
 */
export function notGranted(method: Method, path: string, granted: string): readonly string[] {
	const areas = areasOf(path);
	const scopes = granted.split(' ').filter(Boolean);
	const isOpen = (area: string) =>
		scopes.includes(`${area}:write`) || (method === 'GET' && scopes.includes(`${area}:read`));
	return scopes.length === 0 || areas.some(isOpen) ? [] : scopeNames(areas, method);
}
