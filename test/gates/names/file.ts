import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StoredType } from './stored';

const FILE = path.join(__dirname, 'stored.json');

/** The contract: what saved workflows may hold. */
export function readContract(): StoredType[] {
	return JSON.parse(readFileSync(FILE, 'utf8')) as StoredType[];
}

/** Puts the contract on disk, one parameter a line, so that a review sees what is new. */
export function writeContract(types: readonly StoredType[]): void {
	writeFileSync(FILE, `[\n${types.map(typeText).join(',\n')}\n]\n`);
}

function typeText({ parameters, ...rest }: StoredType): string {
	const lines = parameters.map((parameter) => `  ${JSON.stringify(parameter)}`);
	return `${JSON.stringify(rest).slice(0, -1)}, "parameters": [\n${lines.join(',\n')}\n]}`;
}
