import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = path.resolve(__dirname, '../..');

interface Verdict {
	readonly passed: boolean;
	readonly findings: string[];
	readonly files: number;
}

async function scan(folder: string, ...patterns: string[]): Promise<Verdict> {
	const script = path.join(__dirname, 'scan.mjs');
	// Under NODE_ENV=test, which Jest sets, n8n's rules take every file for a file of their own tests.
	const env = { ...process.env, NODE_ENV: 'production' };
	const { stdout } = await run(process.execPath, [script, folder, ...patterns], { env });
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Verdict;
}

test('n8n’s scan has no finding in the sources', async () => {
	const verdict = await scan(ROOT, 'package.json', '{nodes,credentials}/**/*.{js,ts,json}');
	expect(verdict).toEqual({ passed: true, findings: [], files: expect.any(Number) });
	expect(verdict.files).toBeGreaterThan(40);
});

describe('the packed tarball', () => {
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'n8n-nodes-drchrono-'));
		await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT });
		const [tarball] = await readdir(folder);
		await run('tar', ['-xzf', path.join(folder, tarball), '-C', folder]);
	});
	afterAll(async () => await rm(folder, { recursive: true, force: true }));

	test('n8n’s scan has no finding in it', async () => {
		const verdict = await scan(path.join(folder, 'package'), '**/*.js', 'package.json');
		expect(verdict).toEqual({ passed: true, findings: [], files: expect.any(Number) });
		expect(verdict.files).toBeGreaterThan(40);
	});

	test('holds every node, credential, icon and codex file that n8n looks for', async () => {
		const root = path.join(folder, 'package');
		const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
			dependencies?: object;
			n8n: { nodes: string[]; credentials: string[] };
		};
		expect(manifest.dependencies).toBeUndefined();
		const files = await readdir(root, { recursive: true });
		expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'index.js']));
		expect(files).toEqual(
			expect.arrayContaining([...manifest.n8n.nodes, ...manifest.n8n.credentials]),
		);
		expect(files).toEqual(expect.arrayContaining(manifest.n8n.nodes.map((file) => `${file}on`)));
		expect(files).toEqual(
			expect.arrayContaining(['dist/icons/drchrono.svg', 'dist/icons/drchrono.dark.svg']),
		);
		expect(files.filter((file) => /(\.ts|\.map|test)/.test(file))).toEqual([]);
	});
});
