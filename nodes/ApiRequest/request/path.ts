import { ParameterIssue } from '../../shared/input/parameters';

/** One request's address after DrChrono's own: what is asked for, and its query. */
export interface ApiAddress {
	/** Begins with `/api/`; nothing in it could lead a server or a proxy anywhere else. */
	readonly target: string;
	readonly query: Readonly<Record<string, string>>;
}

export interface QueryParameter {
	readonly name: string;
	readonly value: string;
}

/** Parts of letters, digits, hyphens and underscores: DrChrono's paths and IDs have nothing else. */
const PATH = /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*\/?$/;

/**
 * The address for a path as people write it: `patients`, `/api/patients/1` or `patients?doctor=1`. What is
 * allowed is listed, not what is forbidden: so no host, no dots, backslashes, encoded or doubled slashes
 * can be in it, and it never leaves `/api/`. Pure.
 * @param path as it was given
 * @param parameters the query's, besides those that the path may have
 * @throws ParameterIssue for a path or a query that cannot be used
 */
export function apiAddress(path: string, parameters: readonly QueryParameter[]): ApiAddress {
	const [, written = '', search = ''] = /^([^?]*)\??(.*)$/s.exec(path.trim()) ?? [];
	const within = written.replace(/^\/?(?:api\/)?/, '');
	if (!PATH.test(within) || within === 'api') {
		throw new ParameterIssue(
			'must be a path of DrChrono’s API, such as patients or patients/65765544. It has letters, digits, _, - and single slashes; DrChrono’s address comes from the credential',
			['Path'],
		);
	}
	const inPath = [...new URLSearchParams(search)].map(([name, value]) => ({ name, value }));
	return { target: `/api/${within}`, query: queryOf([...inPath, ...parameters]) };
}

/** An empty value would ask for the records of everybody. @throws ParameterIssue */
function queryOf(parameters: readonly QueryParameter[]): Record<string, string> {
	const query = new Map<string, string>();
	for (const { name, value } of parameters) {
		if (name.trim() === '' || value.trim() === '') {
			throw new ParameterIssue(
				'have a parameter that is empty. Fill it in, or remove the parameter',
				['Query Parameters'],
			);
		}
		if (query.has(name)) {
			throw new ParameterIssue(`have “${name}” twice. Keep one of them`, ['Query Parameters']);
		}
		query.set(name, value);
	}
	return Object.fromEntries(query);
}
