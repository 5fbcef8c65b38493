import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { packageNodes, type NodeDescription } from '../../support/manifest';
import { sizes, table, twins } from './sizes';

const NODES = path.resolve(__dirname, '../../../nodes');

test('what the editor loads is within its budget', () => {
	const nodes = packageNodes();
	const all = sizes(nodes);
	process.stdout.write(`${table(all, twins(nodes))}\n`);
	expect(all.filter(({ size, limit }) => size > limit).map(({ what }) => what)).toEqual([]);
});

test('a plain resource is a table of at most 90 lines, with its labels', () => {
	const tables = readdirSync(NODES, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => ({ file, source: readFileSync(path.join(NODES, file), 'utf8') }))
		.filter(({ source }) => source.includes('= crud({'))
		.map(({ file, source }) => ({ file, lines: source.trimEnd().split('\n').length }));
	expect(tables.length).toBeGreaterThan(40);
	expect(tables.filter(({ lines }) => lines > 90)).toEqual([]);
});

describe('the measure', () => {
	const [users] = packageNodes().filter(({ name }) => name === 'drChronoUsers');
	const notice = (characters: number): INodeProperties => ({
		displayName: 'x'.repeat(characters),
		name: 'notice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['office'] } },
	});
	const withNotice = (characters: number): NodeDescription => ({
		...users,
		properties: [...users.properties, notice(characters)],
	});
	const above = (node: NodeDescription) =>
		sizes([node])
			.filter(({ size, limit }) => size > limit)
			.map(({ what }) => what);

	test('finds a resource, a node and the package above their limits', () => {
		expect(above(users)).toEqual([]);
		expect(above(withNotice(10_000))).toEqual(['drChronoUsers office']);
		expect(above(withNotice(160_000))).toEqual(['drChronoUsers', 'drChronoUsers office']);
		expect(above(withNotice(850_000))).toEqual([
			'drChronoUsers',
			'drChronoUsers office',
			'the first version',
			'the package',
		]);
	});

	test('what a further resource adds is none of the first version', () => {
		const of = (node: NodeDescription) =>
			sizes([node]).find(({ what }) => what === 'the first version')?.size;
		const shownFor = (resource: string): NodeDescription => ({
			...users,
			properties: [
				...users.properties,
				{ ...notice(1_000), displayOptions: { show: { resource: [resource] } } },
			],
		});
		expect(of(shownFor('staff'))).toBe(of(users));
		expect(of(shownFor('office'))).toBeGreaterThan((of(users) ?? 0) + 1);
	});

	test('the table says what is too large', () => {
		const rows = [
			{ what: 'large', size: 12.34, limit: 10 },
			{ what: 'small', size: 9.96, limit: 10 },
		];
		const lines = table(rows, 5)
			.split('\n')
			.map((line) => line.replace(/ +/g, ' '));
		expect(lines).toEqual([
			'kB the editor loads now limit',
			'large 12.3 10 TOO LARGE',
			'small 10.0 10',
			'once more, as tools of AI agents 5.0',
			'',
		]);
	});
});
