import { execFile, execFileSync, type ExecFileException } from 'node:child_process';
import { existsSync } from 'node:fs';
import { planFor, type Plan } from './plan';

const CACHE = 'node_modules/.cache';
/** The gate that runs every operation; of those that did not change it need not run any. */
const OPERATIONS = 'test/gates/operations.test.ts';

/** The files of the places that are named, or those that differ from the last commit. */
function filesOf(places: readonly string[]): string[] {
	const git = (...args: string[]) =>
		execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
	if (places.length > 0) return git('ls-files', '-co', '--exclude-standard', '--', ...places);
	return [...git('diff', '--name-only', 'HEAD'), ...git('ls-files', '-o', '--exclude-standard')];
}

interface Step {
	readonly name: string;
	readonly args: readonly string[];
}

/** The commands of a plan; they do not touch one another. */
function steps({ lint, format, sources, tests, nodes }: Plan): Step[] {
	const types = ['tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', `${CACHE}/types.json`];
	const eslintCache = [
		'--cache',
		'--cache-strategy',
		'content',
		'--cache-location',
		`${CACHE}/eslint/`,
	];
	const eslint = ['eslint', ...eslintCache, '--max-warnings', '0', '--no-warn-ignored', ...lint];
	const prettier = ['prettier', '--check', '--log-level', 'warn', '--ignore-unknown', ...format];
	const jest = ['jest', '--ci', '--passWithNoTests', '--silent'];
	const related = sources.length > 0 ? jestTestsOf(sources) : [];
	const all = [...new Set([...related, ...tests])].filter((file) => file !== OPERATIONS);
	const names = `^(${['every', ...nodes].join('|')}) `;
	return [
		{ name: 'types', args: types },
		...(lint.length > 0 ? [{ name: 'lint', args: eslint }] : []),
		...(format.length > 0 ? [{ name: 'format', args: prettier }] : []),
		...(all.length > 0 ? [{ name: `${all.length} test files`, args: [...jest, ...all] }] : []),
		...(nodes.length > 0 ? [{ name: 'operations', args: [...jest, OPERATIONS, '-t', names] }] : []),
	];
}

/** The tests that import one of these sources, directly or not. */
function jestTestsOf(sources: readonly string[]): string[] {
	const args = ['jest', '--listTests', '--findRelatedTests', ...sources];
	const found = execFileSync('npx', args, { encoding: 'utf8' });
	return found
		.split('\n')
		.filter((file) => file.endsWith('.test.ts'))
		.map((file) => file.slice(process.cwd().length + 1));
}

/** Runs a command to its end and says how it went; prints what it said if it did not go well. */
async function run({ name, args }: Step): Promise<boolean> {
	const startedAt = Date.now();
	const { error, output } = await new Promise<{ error: ExecFileException | null; output: string }>(
		(resolve) =>
			execFile('npx', [...args], { maxBuffer: 50_000_000 }, (failed, stdout, stderr) =>
				resolve({ error: failed, output: `${stdout}${stderr}` }),
			),
	);
	const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
	console.log(`${error ? 'FAILED' : 'passed'}  ${name}, ${seconds} s`);
	if (error) console.log(output);
	return !error;
}

async function main(places: readonly string[]): Promise<void> {
	const changed = filesOf(places);
	if (changed.length === 0) {
		console.log('Nothing has changed. npm run check -- PLACE checks a folder or a file.');
		return;
	}
	execFileSync('npx', ['gulp', '--silent', 'transpile']);
	const tests = filesOf(['test']).filter((file) => file.endsWith('.test.ts'));
	const results = await Promise.all(steps(planFor(changed, tests, existsSync)).map(run));
	process.exitCode = results.every(Boolean) ? 0 : 1;
}

void main(process.argv.slice(2));
