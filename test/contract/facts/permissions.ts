import path from 'node:path';

import type { Contract, ResourceFacts } from '.';

export const PERMISSION_MODULE = path.resolve(
	__dirname,
	'../../../nodes/shared/messages/permissionFacts.ts',
);

const areas = (scopes: readonly string[]) => [
	...new Set(scopes.map((scope) => scope.replace(/:(?:read|write)$/, ''))),
];

/** The areas of scopes and the in-app permissions that a resource needs. */
function needs({ scopes, permissions }: ResourceFacts): string {
	const needed = [areas([...scopes.read, ...scopes.write]), permissions];
	return needed.map((names) => `'${names.join(' ')}'`).join('\n');
}

const LINE = 100;
const TAB = 2;

/** A list of texts in the house's format: on one line if it fits there. */
function row(texts: readonly string[]): string {
	const line = `[${texts.join(', ')}],`;
	if (line.length + TAB <= LINE) return `\t${line}`;
	return ['\t[', ...texts.map((text) => `\t\t${text},`), '\t],'].join('\n');
}

/** The module by which the nodes word a 403: what each resource needs, without the rest of the contract. */
export function permissionModule({ resources }: Contract): string {
	const byNeeds = new Map<string, string[]>();
	for (const [name, facts] of Object.entries(resources)) {
		const key = needs(facts!);
		if (key !== "''\n''") byNeeds.set(key, [...(byNeeds.get(key) ?? []), name]);
	}
	const rows = [...byNeeds].map(([key, names]) =>
		row([...key.split('\n'), `'${names.join(' ')}'`]),
	);
	return [
		'/**',
		' * What the contract asks for, made from it by `npm run facts`: areas of scopes, in-app permissions of',
		' * the user, and the first parts of the paths that need them. Each is a list with blanks between.',
		' */',
		'export const NEEDS: readonly (readonly [areas: string, permissions: string, paths: string])[] = [',
		...rows,
		'];\n',
	].join('\n');
}
