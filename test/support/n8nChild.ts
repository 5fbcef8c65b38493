import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { ensureN8n, type N8nVersion } from './n8nInstall';
import { until } from './until';

const ROOT = path.resolve(__dirname, '../..');
const PACKAGE = 'n8n-nodes-drchrono';

export interface ChildOptions {
	/** What stands before n8n on Node's command line. */
	readonly preloaded?: readonly string[];
	/** n8n's command and its arguments, such as `start`. */
	readonly command: readonly string[];
	readonly folder: string;
	readonly env: Readonly<Record<string, string>>;
}

/** One process of n8n, which can be started again after it has ended. */
export class N8nChild {
	/** The latest lines of its log, over all starts. */
	readonly log: string[] = [];

	/** What it has written since it was started last. */
	private said = '';

	private child?: ChildProcess;

	constructor(
		private readonly version: N8nVersion,
		private readonly options: ChildOptions,
	) {}

	get isRunning(): boolean {
		return this.child !== undefined && !hasEnded(this.child);
	}

	async start(): Promise<void> {
		const { node, n8n } = await ensureN8n(this.version);
		const { preloaded = [], command, folder, env } = this.options;
		this.said = '';
		this.child = spawn(node, [...preloaded, n8n, ...command], {
			cwd: folder,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const remember = (data: Buffer) => {
			this.said = (this.said + data.toString()).slice(-20_000);
			this.log.push(...data.toString().split('\n').filter(Boolean));
			this.log.splice(0, this.log.length - 500);
		};
		this.child.stdout?.on('data', remember);
		this.child.stderr?.on('data', remember);
	}

	/** @throws with the end of the log when the process has ended */
	check(): void {
		if (!this.isRunning) throw new Error(`n8n ended:\n${this.log.slice(-20).join('\n')}`);
	}

	/** Resolves when the process has written this since it was started. */
	async says(words: string): Promise<void> {
		await until(
			`“${words}”`,
			() => {
				this.check();
				return this.said.includes(words);
			},
			180,
		);
	}

	/** Ends the process; the data stays. */
	async halt(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		const { child } = this;
		if (!child || hasEnded(child)) return;
		child.kill(signal);
		const killer = setTimeout(() => child.kill('SIGKILL'), 40_000);
		await this.ended();
		clearTimeout(killer);
	}

	/** Resolves when the process has ended, for whatever reason. */
	async ended(): Promise<void> {
		const { child } = this;
		if (child && !hasEnded(child)) await once(child, 'exit');
	}
}

/** A process that a signal has ended has no exit code. */
export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
	return exitCode !== null || signalCode !== null;
}

/** What every n8n of the tests is told: a quiet one, on this machine only. */
export function environmentOf(userFolder: string, url: string): Record<string, string> {
	return {
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_EDITOR_BASE_URL: url,
		WEBHOOK_URL: `${url}/`,
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_SECURE_COOKIE: 'false',
		N8N_LOG_LEVEL: 'info',
		NODE_ENV: 'production',
		GENERIC_TIMEZONE: 'America/New_York',
	};
}

/** What npm would publish, as a file in the folder. */
export function packInto(folder: string): string {
	mkdirSync(folder, { recursive: true });
	execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT });
	return path.join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '');
}

/** Puts it where n8n keeps community nodes. */
export function installPackage(tarball: string, userFolder: string): void {
	const nodesFolder = path.join(userFolder, '.n8n', 'nodes');
	const place = path.join(nodesFolder, 'node_modules', PACKAGE);
	mkdirSync(place, { recursive: true });
	writeFileSync(path.join(nodesFolder, 'package.json'), '{"private":true}');
	execFileSync('tar', ['-xzf', tarball, '-C', place, '--strip-components=1']);
}

export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
