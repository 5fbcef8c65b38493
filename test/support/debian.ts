import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A program, the package of Debian that brings it, and where it is once it is installed. */
export interface DebianProgram {
	readonly package: string;
	find(): string | undefined;
}

/** A program whose place is always the same. */
export const debianProgram = (name: string, executable: string): DebianProgram => ({
	package: name,
	find: () => (existsSync(executable) ? executable : undefined),
});

/**
 * Where the programs are. What is missing is installed where that is possible.
 * @throws saying what is missing and how to install it
 */
export function ensurePrograms(...programs: readonly DebianProgram[]): string[] {
	const missing = programs.filter((program) => !program.find()).map((program) => program.package);
	if (missing.length > 0) install(missing);
	return programs.map((program) => {
		const found = program.find();
		if (found === undefined) throw new Error(`${program.package} could not be installed`);
		return found;
	});
}

function install(packages: readonly string[]): void {
	const command = `apt-get install -y ${packages.join(' ')}`;
	if (process.getuid?.() !== 0) {
		throw new Error(`Missing: ${packages.join(', ')}. Install with: sudo ${command}`);
	}
	console.log(`Installing from Debian’s packages: ${packages.join(', ')} …`);
	const options = {
		stdio: 'ignore',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
	} as const;
	execFileSync('apt-get', ['update', '-qq'], options);
	execFileSync('apt-get', ['install', '-y', '-qq', ...packages], options);
}
