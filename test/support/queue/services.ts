import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import { debianProgram, ensurePrograms, type DebianProgram } from '../debian';
import { freePort, hasEnded } from '../n8nChild';
import { until } from '../until';

const POSTGRES_FOLDER = '/usr/lib/postgresql';

/** Debian keeps PostgreSQL's programs by version, off the path. */
const initdb: DebianProgram = {
	package: 'postgresql',
	find: () =>
		(existsSync(POSTGRES_FOLDER) ? readdirSync(POSTGRES_FOLDER) : [])
			.map((version) => path.join(POSTGRES_FOLDER, version, 'bin/initdb'))
			.filter((file) => existsSync(file))
			.at(-1),
};

/** What runs as long as a test. */
export interface Running {
	stop(): Promise<void>;
	/** At once, for when there is no time to wait. */
	kill(): void;
}

/** A server. */
export interface Service extends Running {
	readonly port: number;
}

export interface Postgres extends Service {
	/** @returns the rows, columns separated by `|` */
	query(sql: string): string[];
}

/** A PostgreSQL of its own in the folder, which lets in whoever is on this machine. */
export async function startPostgres(folder: string): Promise<Postgres> {
	const [init] = ensurePrograms(initdb);
	const bin = path.dirname(init);
	const place = path.join(folder, 'postgres');
	const owner = postgresOwner();
	mkdirSync(place);
	if (owner) chownSync(place, owner.uid, owner.gid);
	const data = path.join(place, 'data');
	const options = { cwd: place, stdio: 'ignore', ...owner } as const;
	const created = ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'];
	execFileSync(init, created, options);
	const port = await freePort();
	const settings = ['fsync=off', 'max_connections=200'].flatMap((setting) => ['-c', setting]);
	const listening = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', place];
	const child = spawn(path.join(bin, 'postgres'), [...listening, ...settings], options);
	const there = ['-h', '127.0.0.1', '-p', String(port)];
	await started('PostgreSQL', child, path.join(bin, 'pg_isready'), there);
	return {
		...serviceOf(child, port, 'SIGINT'),
		query: (sql) => {
			const asked = [...there, '-U', 'postgres', '-At', '-c', sql];
			const rows = execFileSync(path.join(bin, 'psql'), asked, { encoding: 'utf8' });
			return rows.split('\n').filter(Boolean);
		},
	};
}

/** PostgreSQL refuses to run as root. */
function postgresOwner(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const idOf = (kind: '-u' | '-g') => Number(execFileSync('id', [kind, 'postgres']).toString());
	return { uid: idOf('-u'), gid: idOf('-g') };
}

/** A Redis of its own, which keeps nothing on disk. */
export async function startRedis(): Promise<Service> {
	const [redis, cli] = ensurePrograms(
		debianProgram('redis-server', '/usr/bin/redis-server'),
		debianProgram('redis-tools', '/usr/bin/redis-cli'),
	);
	const port = await freePort();
	const settings = [
		'--port',
		String(port),
		'--bind',
		'127.0.0.1',
		'--save',
		'',
		'--appendonly',
		'no',
	];
	const child = spawn(redis, settings, { stdio: 'ignore' });
	await started('Redis', child, cli, ['-p', String(port), 'ping']);
	return serviceOf(child, port, 'SIGTERM');
}

/** Waits until a command that asks for the service succeeds. */
async function started(
	name: string,
	child: ChildProcess,
	command: string,
	args: string[],
): Promise<void> {
	await until(`${name} has started`, () => {
		if (hasEnded(child)) throw new Error(`${name} ended with ${child.exitCode}`);
		try {
			execFileSync(command, args, { stdio: 'ignore' });
			return true;
		} catch {
			return false;
		}
	});
}

/** @param signal what ends it although clients are connected */
function serviceOf(child: ChildProcess, port: number, signal: NodeJS.Signals): Service {
	return {
		port,
		stop: async () => {
			if (hasEnded(child)) return;
			const ended = once(child, 'exit');
			child.kill(signal);
			await ended;
		},
		kill: () => void child.kill('SIGKILL'),
	};
}
