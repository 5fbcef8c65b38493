import path from 'node:path';

import { perhapsAll, permissionFor } from '../../../nodes/shared/messages/permissions';
import { nodeTitle, type Offered, packageOperations } from '.';
import { ANY_PATH } from './elsewhere';

export const PAGE = path.resolve(__dirname, '../../../docs/operations.md');

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The ticks that an endpoint needs, in the credential's words. */
function scopesOf(endpoint: string): string {
	const [named, at] = endpoint.split(' ');
	const method = METHODS.find((one) => one === named) ?? 'GET';
	return perhapsAll(permissionFor(method, at).scopes);
}

function row({ node, resource, operation, endpoints }: Offered): readonly string[] {
	const scopes = [...new Set(endpoints.map(scopesOf))].join('; ');
	const paths = endpoints.map((one) => `\`${one}\``).join(', ');
	const none = ANY_PATH.includes(node) ? 'any path under `/api/`' : 'nothing is sent';
	return [resource.name, operation.name, paths || none, scopes];
}

/** A table of Markdown with columns of one width, as the house's format has them. */
function table(rows: ReadonlyArray<readonly string[]>): string[] {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((one) => one[column].length), 3));
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
	const [head, ...body] = rows;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)];
}

/** The page that lists every operation of the package: where it leads and what must be ticked for it. */
export function operationsPage(): string {
	const offered = packageOperations();
	const nodes = [...new Set(offered.map(({ node }) => node))];
	const sections = nodes.flatMap((node) => {
		const own = offered.filter((one) => one.node === node);
		const rows = table([['resource', 'operation', 'path', 'scope'], ...own.map(row)]);
		return [`## ${nodeTitle(node)}`, '', ...rows, ''];
	});
	return [
		'# Every operation',
		'',
		'Where each operation of the action nodes leads in DrChrono’s API, and what must be ticked for it under _What n8n May Do_ in the credential. An Update or a Create that returns the record asks for it again at the same path. The user who connects needs the permission of the same area in DrChrono too.',
		'',
		'`npm run operations` writes this page from the nodes.',
		'',
		...sections,
	].join('\n');
}
