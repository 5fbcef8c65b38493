import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { render } from './render';

const run = promisify(execFile);

/** What one of n8n's rules says of one property. */
export interface Finding {
	/** Without the plugin's name. */
	readonly rule: string;
	/** The node and the property, with the collections around it: `drChronoJwt options.clockTolerance`. */
	readonly where: string;
	readonly message: string;
	/** The names of the property's options, in their order. */
	readonly options: readonly string[];
}

interface Found {
	readonly file: string;
	readonly line: number;
	readonly rule: string | null;
	readonly message: string;
}

/** What n8n's rules find in the properties of nodes and credentials, as they are after the build. */
export async function findingsIn(
	types: ReadonlyArray<{ readonly name: string; readonly properties: readonly INodeProperties[] }>,
): Promise<Finding[]> {
	const rendered = new Map(types.map(({ name, properties }) => [name, render(properties)]));
	const sources = Object.fromEntries([...rendered].map(([name, { source }]) => [name, source]));
	const found = JSON.parse(await lint(JSON.stringify(sources))) as Found[];
	return found.map(({ file, line, rule, message }) => {
		const { path: names = '', property = {} } = rendered.get(file)?.at(line) ?? {};
		return {
			rule: rule?.replace(/^n8n-nodes-base\//, '') ?? 'it cannot be read',
			where: `${file} ${names}`,
			message,
			options: optionNames(property.options),
		};
	});
}

function optionNames(options: unknown): string[] {
	if (!Array.isArray(options)) return [];
	return (options as INodePropertyOptions[]).map(({ name }) => name);
}

/** In a process of its own: n8n's rules are ES modules. */
async function lint(sources: string): Promise<string> {
	// Under NODE_ENV=test, which Jest sets, n8n's rules take every file for a file of their own tests.
	const env = { ...process.env, NODE_ENV: 'production' };
	const script = path.join(__dirname, 'lint.mjs');
	const running = run(process.execPath, [script], { env, maxBuffer: 100_000_000 });
	running.child.stdin?.end(sources);
	return (await running).stdout;
}
