import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
	ICredentialDataDecryptedObject,
	INode,
	IConnections,
	IRunExecutionData,
	IWorkflowSettings,
} from 'n8n-workflow';
import { CREDENTIAL_TYPE } from './credentials';
import { ensureN8n, type N8nVersion } from './n8nInstall';
import { N8nRest } from './n8nRest';
import { until } from './until';

const ROOT = path.resolve(__dirname, '../..');
const PACKAGE = 'n8n-nodes-drchrono';
const TIME_SHIFT = path.join(__dirname, 'timeShift.cjs');

export interface N8nOptions {
	readonly version: N8nVersion;
	readonly env?: Readonly<Record<string, string>>;
	/** How far n8n's clock is from the real one, in ms. */
	readonly clockShiftMs?: number;
}

export interface WorkflowToCreate {
	readonly name: string;
	readonly nodes: INode[];
	readonly connections: IConnections;
	readonly settings?: IWorkflowSettings;
}

export interface Run {
	readonly status: string;
	/** The message that it ended with. */
	readonly error?: string;
}

/** A real n8n in a process of its own, with the package installed and an owner set up. */
export class N8n {
	private child?: ChildProcess;

	/** The latest lines of n8n's log. */
	readonly log: string[] = [];

	private constructor(
		private readonly options: N8nOptions,
		readonly userFolder: string,
		readonly port: number,
		private readonly brokerPort: number,
		readonly rest: N8nRest,
	) {}

	static async start(options: N8nOptions): Promise<N8n> {
		const userFolder = mkdtempSync(path.join(tmpdir(), 'n8n-user-'));
		installPackage(path.join(userFolder, '.n8n', 'nodes'));
		const [port, brokerPort] = await Promise.all([freePort(), freePort()]);
		const rest = new N8nRest(`http://127.0.0.1:${port}`);
		const n8n = new N8n(options, userFolder, port, brokerPort, rest);
		try {
			await n8n.boot();
			await n8n.rest.setUpOwner();
			return n8n;
		} catch (error) {
			await n8n.stop();
			throw error;
		}
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** Stops and starts the process on the same data. */
	async restart(): Promise<void> {
		await this.halt();
		await this.boot();
		await this.rest.login();
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

	/** Starts the process again after `halt`. */
	async boot(): Promise<void> {
		const { node, n8n } = await ensureN8n(this.options.version);
		const { clockShiftMs = 0 } = this.options;
		const preloaded = clockShiftMs === 0 ? [] : ['--require', TIME_SHIFT];
		this.child = spawn(node, [...preloaded, n8n, 'start'], {
			cwd: this.userFolder,
			env: {
				...process.env,
				...this.environment(),
				CLOCK_SHIFT_MS: String(clockShiftMs),
				...this.options.env,
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const remember = (data: Buffer) => {
			this.log.push(...data.toString().split('\n').filter(Boolean));
			this.log.splice(0, this.log.length - 500);
		};
		this.child.stdout?.on('data', remember);
		this.child.stderr?.on('data', remember);
		await this.rest.untilReady(() => {
			if (!this.child || hasEnded(this.child))
				throw new Error(`n8n ended:\n${this.log.slice(-20).join('\n')}`);
		});
	}

	async stop(): Promise<void> {
		await this.halt();
		rmSync(this.userFolder, { recursive: true, force: true });
	}

	/** @returns the credential's ID */
	async createCredential(
		data: ICredentialDataDecryptedObject,
		name = 'DrChrono',
		type = CREDENTIAL_TYPE,
	): Promise<string> {
		const { id } = await this.rest.request<{ id: string }>('POST', '/rest/credentials', {
			name,
			type,
			data,
		});
		return id;
	}

	/** @returns the workflow's ID */
	async createWorkflow(workflow: WorkflowToCreate): Promise<string> {
		const { id } = await this.rest.request<{ id: string }>('POST', '/rest/workflows', {
			settings: {},
			active: false,
			...workflow,
		});
		return id;
	}

	async activate(workflowId: string): Promise<void> {
		const { versionId } = await this.rest.request<{ versionId: string }>(
			'GET',
			`/rest/workflows/${workflowId}`,
		);
		if (this.options.version.startsWith('1.')) {
			await this.rest.request('PATCH', `/rest/workflows/${workflowId}`, {
				active: true,
				versionId,
			});
		} else {
			await this.rest.request('POST', `/rest/workflows/${workflowId}/activate`, { versionId });
		}
	}

	/** Runs it from its trigger, as "Execute workflow" in the editor does, and waits for the end. */
	async run(workflow: WorkflowToCreate): Promise<Run> {
		const trigger = workflow.nodes.find(({ type }) => type.endsWith('Trigger'));
		if (!trigger) throw new Error('The workflow has no trigger');
		const id = await this.createWorkflow(workflow);
		const { executionId } = await this.rest.request<{ executionId: string }>(
			'POST',
			`/rest/workflows/${id}/run`,
			{
				workflowData: await this.rest.request('GET', `/rest/workflows/${id}`),
				triggerToStartFrom: { name: trigger.name },
			},
		);
		let status = '';
		await until('The end of the run', async () => {
			const execution = await this.rest.request<{ status: string }>(
				'GET',
				`/rest/executions/${executionId}`,
			);
			status = execution.status;
			return status === 'success' || status === 'error';
		});
		if (status === 'success') return { status };
		const { resultData } = await this.rest.executionData<IRunExecutionData>(executionId);
		return { status, error: resultData.error?.message };
	}

	private environment(): Record<string, string> {
		return {
			N8N_USER_FOLDER: this.userFolder,
			N8N_PORT: String(this.port),
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_EDITOR_BASE_URL: this.url,
			WEBHOOK_URL: `${this.url}/`,
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_TEMPLATES_ENABLED: 'false',
			N8N_PERSONALIZATION_ENABLED: 'false',
			N8N_SECURE_COOKIE: 'false',
			N8N_LOG_LEVEL: 'info',
			N8N_RUNNERS_BROKER_PORT: String(this.brokerPort),
			NODE_ENV: 'production',
			GENERIC_TIMEZONE: 'America/New_York',
		};
	}
}

/** A process that a signal has ended has no exit code. */
function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
	return exitCode !== null || signalCode !== null;
}

/** Puts what npm would publish where n8n keeps community nodes. */
function installPackage(nodesFolder: string): void {
	const place = path.join(nodesFolder, 'node_modules', PACKAGE);
	mkdirSync(place, { recursive: true });
	writeFileSync(path.join(nodesFolder, 'package.json'), '{"private":true}');
	execFileSync('npm', ['pack', '--silent', '--pack-destination', nodesFolder], { cwd: ROOT });
	const tarball = readdirSync(nodesFolder).find((file) => file.endsWith('.tgz')) ?? '';
	execFileSync('tar', [
		'-xzf',
		path.join(nodesFolder, tarball),
		'-C',
		place,
		'--strip-components=1',
	]);
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
