import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environmentOf, freePort, installPackage, N8nChild, packInto } from '../n8nChild';
import type { N8nVersion } from '../n8nInstall';
import { N8nRest } from '../n8nRest';
import { N8nWorkflows } from '../n8nWorkflows';
import { until } from '../until';
import { startPostgres, startRedis, type Postgres, type Running } from './services';

export interface ClusterOptions {
	readonly version: N8nVersion;
	readonly workers?: number;
	readonly webhookProcessors?: number;
	/** Executions that one worker runs at once. */
	readonly concurrency?: number;
	readonly env?: Readonly<Record<string, string>>;
}

type Role = 'main' | 'worker' | 'webhook';

const COMMANDS: Record<Role, string> = { main: 'start', worker: 'worker', webhook: 'webhook' };

/** What each of them writes when it can be used. A webhook processor listens before it knows the webhooks. */
const READY: Record<Role, string> = {
	main: 'Editor is now accessible',
	worker: 'n8n worker is now ready',
	webhook: 'Webhook listener waiting for requests',
};

/** One process of the cluster. */
export class Member implements Running {
	constructor(
		readonly url: string,
		private readonly role: Role,
		private readonly child: N8nChild,
	) {}

	/** Starts it if it does not run. */
	async boot(): Promise<void> {
		if (this.child.isRunning) return;
		await this.child.start();
		await this.child.says(READY[this.role]);
	}

	async halt(signal?: NodeJS.Signals): Promise<void> {
		await this.child.halt(signal);
	}

	async stop(): Promise<void> {
		await this.halt();
	}

	kill(): void {
		void this.child.halt('SIGKILL');
	}

	get log(): readonly string[] {
		return this.child.log;
	}
}

/** Everything that runs, in the order in which it was started, and the folder it uses. */
class Surroundings {
	readonly folder = mkdtempSync(path.join(tmpdir(), 'n8n-queue-'));

	private readonly running: Running[] = [];

	constructor() {
		// PostgreSQL runs as another user.
		chmodSync(this.folder, 0o755);
		process.once('exit', this.atExit);
	}

	with<T extends Running>(one: T): T {
		this.running.unshift(one);
		return one;
	}

	async stop(): Promise<void> {
		for (const one of this.running) await one.stop();
		process.off('exit', this.atExit);
		rmSync(this.folder, { recursive: true, force: true });
	}

	/** However the tests end, nothing of this is left. */
	private readonly atExit = () => {
		this.running.forEach((one) => one.kill());
		rmSync(this.folder, { recursive: true, force: true });
	};
}

/**
 * n8n in queue mode: PostgreSQL, Redis, one main, workers and webhook processors, each with a user folder of
 * its own that has the package in it, as if they were containers.
 */
export class Cluster extends N8nWorkflows {
	readonly workers: Member[] = [];

	readonly webhookProcessors: Member[] = [];

	private constructor(
		version: N8nVersion,
		rest: N8nRest,
		readonly main: Member,
		private readonly surroundings: Surroundings,
		private readonly database: Postgres,
	) {
		super(version, rest);
	}

	static async start(options: ClusterOptions): Promise<Cluster> {
		const surroundings = new Surroundings();
		try {
			return await Cluster.startIn(surroundings, options);
		} catch (error) {
			await surroundings.stop();
			throw error;
		}
	}

	private static async startIn(
		surroundings: Surroundings,
		options: ClusterOptions,
	): Promise<Cluster> {
		const { version, workers = 2, webhookProcessors = 1, concurrency = 10 } = options;
		const { folder } = surroundings;
		const database = surroundings.with(await startPostgres(folder));
		const redis = surroundings.with(await startRedis());
		const tarball = packInto(folder);
		const mainPort = await freePort();
		const env = {
			...environmentOf(folder, `http://127.0.0.1:${mainPort}`),
			...queueEnvironment(database.port, redis.port),
			...options.env,
		};
		const member = async (name: string, role: Role, own: number, ...args: string[]) => {
			const home = path.join(folder, name);
			installPackage(tarball, home);
			const ports = { N8N_PORT: String(own), N8N_RUNNERS_BROKER_PORT: String(await freePort()) };
			const child = new N8nChild(version, {
				command: [COMMANDS[role], ...args],
				folder: home,
				env: { ...env, ...ports, N8N_USER_FOLDER: home },
			});
			return surroundings.with(new Member(`http://127.0.0.1:${own}`, role, child));
		};
		const main = await member('main', 'main', mainPort);
		await main.boot();
		const rest = new N8nRest(main.url);
		await rest.untilReady(() => undefined);
		await rest.setUpOwner();
		const cluster = new Cluster(version, rest, main, surroundings, database);
		const atOnce = `--concurrency=${concurrency}`;
		for (let number = 1; number <= workers; number += 1) {
			const name = `worker-${number}`;
			cluster.workers.push(await member(name, 'worker', await freePort(), atOnce));
		}
		for (let number = 1; number <= webhookProcessors; number += 1) {
			const name = `webhook-${number}`;
			cluster.webhookProcessors.push(await member(name, 'webhook', await freePort()));
		}
		const others = [...cluster.workers, ...cluster.webhookProcessors];
		await Promise.all(others.map(async (one) => await one.boot()));
		return cluster;
	}

	/** @returns the rows of n8n's database, columns separated by `|` */
	query(sql: string): string[] {
		return this.database.query(sql);
	}

	/** Resolves when all of n8n's processes know a webhook of a published workflow. */
	async hasWebhook(webhookPath: string): Promise<void> {
		const sql = `select 1 from webhook_entity where "webhookPath" like '%${webhookPath}%'`;
		await until(`The webhook ${webhookPath}`, () => this.query(sql).length > 0);
	}

	/** How many executions of a workflow have which status. */
	statuses(workflowId: string): Record<string, number> {
		const sql = `select status, count(*) from execution_entity where "workflowId" = '${workflowId}' group by 1`;
		const rows = this.query(sql).map((row) => row.split('|'));
		return Object.fromEntries(rows.map(([status, count]) => [status, Number(count)]));
	}

	/** Resolves when so many executions of a workflow have ended and none is left. */
	async ended(workflowId: string, count: number, seconds: number): Promise<Record<string, number>> {
		await until(
			`The end of ${count} executions`,
			() => {
				const { running = 0, new: queued = 0, ...ended } = this.statuses(workflowId);
				const sum = Object.values(ended).reduce((a, b) => a + b, 0);
				return sum >= count && running === 0 && queued === 0;
			},
			seconds,
		);
		return this.statuses(workflowId);
	}

	async stop(): Promise<void> {
		await this.surroundings.stop();
	}
}

function queueEnvironment(postgresPort: number, redisPort: number): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		N8N_ENCRYPTION_KEY: 'one-key-for-all-processes-of-this-n8n',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgresPort),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'postgres',
		DB_POSTGRESDB_PASSWORD: 'any',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		// What 2.x does by itself; 1.x would put files into the data of executions.
		N8N_AVAILABLE_BINARY_DATA_MODES: 'database',
		N8N_DEFAULT_BINARY_DATA_MODE: 'database',
		// Of 1.x; 2.x always gives a killed worker's execution up. With 1, its default, it is run again.
		QUEUE_WORKER_MAX_STALLED_COUNT: process.env.QUEUE_WORKER_MAX_STALLED_COUNT ?? '0',
	};
}
