import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { debianProgram, ensurePrograms } from './debian';

/** The lines of n8n that the package is tried in: the current one, and the maintained 1.x. */
export const N8N_VERSIONS = ['2.40.7', '1.123.80'] as const;

export type N8nVersion = (typeof N8N_VERSIONS)[number];

export interface N8nInstallation {
	readonly version: N8nVersion;
	/** The Node that n8n needs, newer than the one that runs the tests. */
	readonly node: string;
	readonly n8n: string;
}

/** Where n8n is kept between runs, outside the checkout. */
function cacheFolder(): string {
	const base = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
	return path.join(base, 'n8n-nodes-drchrono');
}

/**
 * n8n from the npm registry, installed once and kept. Installed in a folder beside its place and then
 * moved, so that an interrupted installation is never taken for a whole one. Takes some minutes and
 * about 3 GB the first time.
 */
export async function ensureN8n(version: N8nVersion): Promise<N8nInstallation> {
	const folder = path.join(cacheFolder(), `n8n-${version}`);
	const installation = installationIn(folder, version);
	if (isWhole(installation, folder)) return installation;
	console.log(`Installing n8n ${version} into ${folder}, once; this takes some minutes …`);
	mkdirSync(cacheFolder(), { recursive: true });
	const work = mkdtempSync(path.join(cacheFolder(), `installing-${version}-`));
	try {
		writeFileSync(path.join(work, 'package.json'), JSON.stringify(manifest(version)));
		// Scripts are off since optional add-ons cannot be built everywhere; SQLite is built by hand.
		await npm(work, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
		await npm(work, 'rebuild', 'sqlite3', '--ignore-scripts=false', '--loglevel=error');
		rmSync(folder, { recursive: true, force: true });
		renameSync(work, folder);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
	if (!isWhole(installation, folder)) throw new Error(`n8n ${version} could not be installed`);
	return installation;
}

function manifest(version: N8nVersion) {
	return {
		private: true,
		dependencies: {
			n8n: version,
			// What the package "node" would install by a script, named for this platform.
			[`node-${process.platform}-${process.arch}`]: '24',
		},
		// n8n 1.x takes this one from an address outside the registry.
		...(version.startsWith('1.') && { overrides: { xlsx: '0.18.5' } }),
	};
}

function installationIn(folder: string, version: N8nVersion): N8nInstallation {
	const modules = path.join(folder, 'node_modules');
	return {
		version,
		node: path.join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node'),
		n8n: path.join(modules, 'n8n', 'bin', 'n8n'),
	};
}

function isWhole({ node, n8n }: N8nInstallation, folder: string): boolean {
	const sqlite = path.join(folder, 'node_modules/sqlite3/build/Release/node_sqlite3.node');
	return [node, n8n, sqlite].every((file) => existsSync(file));
}

async function npm(folder: string, ...args: string[]): Promise<void> {
	const startedAt = Date.now();
	const progress = setInterval(() => {
		const seconds = Math.round((Date.now() - startedAt) / 1000);
		console.log(`  npm ${args[0]} … ${seconds} s`);
	}, 20_000);
	try {
		await new Promise<void>((resolve, reject) => {
			const child = spawn('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
			child.once('error', reject);
			child.once('exit', (code) =>
				code === 0 ? resolve() : reject(new Error(`npm ${args[0]} ended with ${code}`)),
			);
		});
	} finally {
		clearInterval(progress);
	}
}

/** Debian's Chromium; installed where that is possible, else the message says what is missing. */
export function ensureChromium(): string {
	return ensurePrograms(debianProgram('chromium', '/usr/bin/chromium'))[0];
}
