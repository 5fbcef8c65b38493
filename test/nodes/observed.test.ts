import type { INodePropertyOptions } from 'n8n-workflow';

import { packageOperations } from '../contract/reach';
import { observed, type Observed } from '../observed';
import type { WorkflowNode } from '../support/harness';
import { openPractice, type Practice } from '../support/practice';
import { cases } from './cases';

let practice: Practice;

beforeEach(async () => {
	practice = await openPractice();
});
afterEach(async () => await practice.simulator.close());

/** What reads a record and passes it on: of those that change one, what they read back. */
const READING = ['get', 'getAll', 'update', 'setStatus', 'reschedule', 'cancel'];

/** The operations of all nodes that pass on records of a resource. */
function readers(path: string) {
	return packageOperations()
		.filter(({ endpoints }) => endpoints.some((one) => one.split(/[ {]/)[1].startsWith(path)))
		.filter(({ endpoints }) => endpoints.some((one) => one.replace('/{id}', '').endsWith(path)))
		.filter(({ operation }) => READING.includes(operation.value));
}

const table = observed.flatMap((one) =>
	readers(one.path).map(({ node, resource, several, operation }) => ({
		...one,
		type: `drChrono${node}`,
		key: several ? `${resource.value}.${operation.value}` : operation.value,
		changes: !operation.value.startsWith('get'),
		names: { ...(several && { resource: resource.value }), operation: operation.value },
		offered: operation.properties,
	})),
);

/** The practice has this record alone, whatever it is asked for; changes are accepted. */
function serve({ path, record }: Observed, envelope = 'results'): void {
	const page = { previous: null, next: null, [envelope]: [record] };
	const answer = (match: { method: string; path: string }, status: number, body?: unknown) =>
		practice.simulator.inject({ match, times: 9, effect: { kind: 'status', status, body } });
	answer({ method: 'GET', path }, 200, page);
	answer({ method: 'GET', path: `/^${path}/[^/]+$/` }, 200, record);
	answer({ method: 'PATCH', path: `/^${path}/[^/]+$/` }, 204);
}

const nodeOf = (
	{ type, key, names, changes }: (typeof table)[number],
	output: string,
): WorkflowNode => ({
	type,
	parameters: {
		...names,
		...cases[type]?.[key].parameters,
		...(changes ? { options: { returnRecord: true } } : { output }),
	},
});

const itemsOf = ({ type, key }: (typeof table)[number]) =>
	(cases[type]?.[key].items ?? [{}]).map((json) => ({ json }));

test('every resource of an observed record has operations that read it', () => {
	const counts = Object.fromEntries(
		observed.map(({ path }) => [
			path,
			readers(path)
				.map(({ operation }) => operation.value)
				.sort(),
		]),
	);
	expect(counts).toEqual({
		'/api/appointments': ['cancel', 'get', 'getAll', 'reschedule', 'setStatus', 'update'],
		'/api/patients': ['get', 'getAll', 'update'],
		'/api/documents': ['get', 'getAll', 'update'],
		'/api/doctors': ['get', 'getAll'],
		'/api/schedule_blocks': ['get', 'getAll', 'update'],
	});
});

describe.each(table)('$what through $type $key', (row) => {
	const { record, essential } = row;

	test.each(['results', 'data'])('Raw is the record itself (a page has %s)', async (envelope) => {
		serve(row, envelope);
		const items = itemsOf(row);
		const found = await practice.json({ nodes: [nodeOf(row, 'raw')], items });
		expect(found).toEqual(items.map(() => record));
	});

	test('Simplified keeps what nobody can do without, as it came', async () => {
		serve(row);
		const [first] = await practice.json({
			nodes: [nodeOf(row, 'simplified')],
			items: itemsOf(row),
		});
		for (const name of essential) expect(first).toHaveProperty(name, record[name]);
	});
});

const choosing = table.flatMap((row) => {
	const { options } = row.offered.find(({ name }) => name === 'fields') ?? {};
	return options ? [{ ...row, options: options as INodePropertyOptions[] }] : [];
});

test.each(choosing)('$what: $type $key offers all of its fields', ({ record, options }) => {
	const offered = options.map(({ value }) => value);
	expect(Object.keys(record).filter((name) => !offered.includes(name))).toEqual([]);
});
