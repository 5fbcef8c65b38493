import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IRunExecutionData } from 'n8n-workflow';
import { environmentOf, freePort, installPackage, N8nChild, packInto } from './n8nChild';
import type { N8nVersion } from './n8nInstall';
import { N8nRest } from './n8nRest';
import { N8nWorkflows, type WorkflowToCreate } from './n8nWorkflows';
import { until } from './until';

const TIME_SHIFT = path.join(__dirname, 'timeShift.cjs');

export interface N8nOptions {
	readonly version: N8nVersion;
	readonly env?: Readonly<Record<string, string>>;
	/** How far n8n's clock is from the real one, in ms. */
	readonly clockShiftMs?: number;
}

export interface Run {
	readonly status: string;
	/** The message that it ended with. */
	readonly error?: string;
}

/** A real n8n in a process of its own, with the package installed and an owner set up. */
export class N8n extends N8nWorkflows {
	private constructor(
		version: N8nVersion,
		rest: N8nRest,
		readonly userFolder: string,
		readonly url: string,
		private readonly child: N8nChild,
	) {
		super(version, rest);
	}

	static async start({ version, env, clockShiftMs = 0 }: N8nOptions): Promise<N8n> {
		const userFolder = mkdtempSync(path.join(tmpdir(), 'n8n-user-'));
		installPackage(packInto(userFolder), userFolder);
		const [port, brokerPort] = await Promise.all([freePort(), freePort()]);
		const url = `http://127.0.0.1:${port}`;
		const child = new N8nChild(version, {
			preloaded: clockShiftMs === 0 ? [] : ['--require', TIME_SHIFT],
			command: ['start'],
			folder: userFolder,
			env: {
				...environmentOf(userFolder, url),
				N8N_PORT: String(port),
				N8N_RUNNERS_BROKER_PORT: String(brokerPort),
				CLOCK_SHIFT_MS: String(clockShiftMs),
				...env,
			},
		});
		const n8n = new N8n(version, new N8nRest(url), userFolder, url, child);
		try {
			await n8n.boot();
			await n8n.rest.setUpOwner();
			return n8n;
		} catch (error) {
			await n8n.stop();
			throw error;
		}
	}

	/** The latest lines of n8n's log. */
	get log(): readonly string[] {
		return this.child.log;
	}

	/** Stops and starts the process on the same data. */
	async restart(): Promise<void> {
		await this.halt();
		await this.boot();
		await this.rest.login();
	}

	/** Ends the process; the data stays. */
	async halt(signal?: NodeJS.Signals): Promise<void> {
		await this.child.halt(signal);
	}

	/** Resolves when the process has ended, for whatever reason. */
	async ended(): Promise<void> {
		await this.child.ended();
	}

	/** Starts the process again after `halt`. */
	async boot(): Promise<void> {
		await this.child.start();
		await this.rest.untilReady(() => this.child.check());
	}

	async stop(): Promise<void> {
		await this.halt();
		rmSync(this.userFolder, { recursive: true, force: true });
	}

	/** Runs it from its trigger, as "Execute workflow" in the editor does, and waits for the end. */
	async run(workflow: WorkflowToCreate): Promise<Run> {
		return await this.execute(await this.createWorkflow(workflow));
	}

	/** The same for a workflow that is there, with what n8n remembers of it. */
	async execute(id: string): Promise<Run> {
		const workflowData = await this.rest.request<WorkflowToCreate>('GET', `/rest/workflows/${id}`);
		const trigger = workflowData.nodes.find(({ type }) => type.endsWith('Trigger'));
		if (!trigger) throw new Error('The workflow has no trigger');
		const { executionId } = await this.rest.request<{ executionId: string }>(
			'POST',
			`/rest/workflows/${id}/run`,
			{ workflowData, triggerToStartFrom: { name: trigger.name } },
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
}
