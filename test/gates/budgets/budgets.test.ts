import type { INodeProperties } from 'n8n-workflow';
import { packageNodes, type NodeDescription } from '../../support/manifest';
import { FOR_NOW } from './limits';
import { sizes, table, twins } from './sizes';

test('what the editor loads is within its budget', () => {
	const nodes = packageNodes();
	const all = sizes(nodes);
	process.stdout.write(`${table(all, twins(nodes))}\n`);
	expect(all.filter(({ size, limit }) => size > limit).map(({ what }) => what)).toEqual([]);
});

test('what is allowed above a goal for now names something that has one', () => {
	const known = sizes(packageNodes()).map(({ what }) => what);
	expect(known).toEqual(expect.arrayContaining(Object.keys(FOR_NOW)));
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
			'the first nodes together',
			'the package',
		]);
	});

	test('the table says what is above, and what may be lowered', () => {
		const rows = [
			{ what: 'too large', size: 12.34, goal: 10, limit: 10 },
			{ what: 'for now', size: 11.5, goal: 10, limit: 12 },
			{ what: 'lower', size: 11, goal: 10, limit: 12 },
			{ what: 'done', size: 9, goal: 10, limit: 12 },
		];
		const lines = table(rows, 5)
			.split('\n')
			.map((line) => line.replace(/ +/g, ' '));
		expect(lines).toEqual([
			'kB the editor loads now goal',
			'too large 12.3 10 ABOVE ITS LIMIT, 10',
			'for now 11.5 10 for now at most 12',
			'lower 11.0 10 FOR_NOW can be 11',
			'done 9.0 10 at its goal: take it out of FOR_NOW',
			'once more, as tools of AI agents 5.0',
			'',
		]);
	});
});
