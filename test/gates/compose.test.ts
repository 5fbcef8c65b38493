import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { N8N_VERSIONS } from '../support/n8nInstall';

const FOLDER = path.resolve(__dirname, '../../examples/docker');

interface Compose {
	readonly services: Record<
		string,
		{
			image: string;
			restart: string;
			ports?: string[];
			volumes: string[];
			environment?: Record<string, string>;
		}
	>;
	readonly volumes: Record<string, null>;
}

const read = (file: string) => readFileSync(path.join(FOLDER, file), 'utf8');
const compose = load(read('compose.yaml')) as Compose;
const settings = Object.fromEntries(
	read('env.example')
		.split('\n')
		.filter((line) => /^\w+=/.test(line))
		.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

test('every setting is asked for, used, and no secret is given', () => {
	const used = [...read('compose.yaml').matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
	expect([...new Set(used)].sort()).toEqual(Object.keys(settings).sort());
	expect([settings.N8N_ENCRYPTION_KEY, settings.DATABASE_PASSWORD]).toEqual(['', '']);
	expect(N8N_VERSIONS).toContain(settings.N8N_VERSION);
});

test('only the proxy can be reached, all data is in volumes, and everything comes back after a restart', () => {
	const open = Object.entries(compose.services).filter(([, { ports }]) => ports);
	expect(open.map(([name]) => name)).toEqual(['proxy']);
	for (const { volumes, restart } of Object.values(compose.services)) {
		expect(restart).toBe('unless-stopped');
		for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0]);
	}
});

test('n8n knows the address that it is reached by, and its database', () => {
	const { environment = {} } = compose.services.n8n;
	expect(environment).toMatchObject({
		WEBHOOK_URL: 'https://${N8N_HOST}/',
		N8N_PROXY_HOPS: '1',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: 'database',
		DB_POSTGRESDB_PASSWORD: compose.services.database.environment?.POSTGRES_PASSWORD,
		DB_POSTGRESDB_USER: compose.services.database.environment?.POSTGRES_USER,
		DB_POSTGRESDB_DATABASE: compose.services.database.environment?.POSTGRES_DB,
	});
});
