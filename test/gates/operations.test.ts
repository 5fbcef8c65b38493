import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { differences, packageOperations } from '../contract/reach';
import { ANY_PATH } from '../contract/reach/elsewhere';
import { cases } from '../nodes/cases';
import { shareClock } from '../support/clock';
import { loadedPackage, type WorkflowNode } from '../support/harness';
import { openPractice, type Practice } from '../support/practice';

const ROOT = path.resolve(__dirname, '../..');

interface Operation {
	readonly node: string;
	/** `resource.operation`, or `operation` where there is one resource. */
	readonly key: string;
}

/** Every operation that n8n offers, from the declarations in the built package. */
async function offeredOperations(): Promise<Operation[]> {
	const { types } = await loadedPackage();
	return types.nodes
		.filter(({ usableAsTool }) => usableAsTool)
		.flatMap(({ name, properties }) =>
			properties
				.filter((property) => property.name === 'operation')
				.flatMap((selector) => operationsOf(name, selector)),
		);
}

function operationsOf(node: string, selector: INodeProperties): Operation[] {
	const [resource] = selector.displayOptions?.show?.resource ?? [];
	return (selector.options as INodePropertyOptions[]).map(({ value }) => ({
		node,
		key: [resource, value].filter((part) => part !== undefined).join('.'),
	}));
}

/** What the page of all operations says of one, if it leads to one path. */
function endpoints(type: string, key: string) {
	return packageOperations().find(
		({ node, resource, several, operation }) =>
			`drChrono${node}` === type &&
			!ANY_PATH.includes(node) &&
			(several ? `${resource.value}.${operation.value}` : operation.value) === key,
	);
}

const files = readdirSync(path.join(ROOT, 'nodes'), { recursive: true, encoding: 'utf8' });
const operationFiles = files.filter((file) => file.endsWith('.operation.ts'));

/** POSTs after which there is no more than before, however often they are sent. */
const CREATES_NOTHING = /\/iframe_integration$|_list$|\/(?:apply_to|unapply_from)_appointment$/;

let practice: Practice;
let restore: () => void;

beforeEach(async () => {
	practice = await openPractice();
	restore = shareClock(practice.simulator).restore;
});
afterEach(async () => {
	restore();
	await practice.simulator.close();
});

test('every *.operation.ts is used by its node', () => {
	const sources = files.filter((file) => file.endsWith('.ts'));
	for (const operation of operationFiles) {
		const [node] = operation.split(path.sep);
		const users = sources.filter((file) => {
			if (!file.startsWith(`${node}${path.sep}`) || file === operation) return false;
			const relative = path.relative(path.dirname(file), operation).replace(/\.ts$/, '');
			const source = readFileSync(path.join(ROOT, 'nodes', file), 'utf8');
			return source.includes(`'${relative.startsWith('.') ? relative : `./${relative}`}'`);
		});
		expect([operation, users.length > 0]).toEqual([operation, true]);
	}
});

test('every operation has a case in test/nodes/cases', async () => {
	const missing = (await offeredOperations()).filter(
		({ node, key }) => !(key in (cases[node] ?? {})),
	);
	expect(missing.map(({ node, key }) => `${node}: ${key}`)).toEqual([]);
});

const allCases = Object.entries(cases).flatMap(([type, byKey = {}]) =>
	Object.entries(byKey).map(([key, one]) => ({ type, key, one })),
);

describe.each(allCases)('$type $key', ({ type, key, one }) => {
	const { parameters, items = [{}, {}], binary, prepare, refusal } = one;
	const inputs = items.map((json) => ({ json, binary }));
	const [first, second] = key.split('.');
	const selectors = second ? { resource: first, operation: second } : { operation: first };
	const node = (rest: Partial<WorkflowNode> = {}): WorkflowNode => ({
		type,
		parameters: { ...selectors, ...parameters },
		...rest,
	});
	const reason = refusal?.message ?? 'Made up for this test.';
	const body = { detail: reason };
	/** A node that fails for every item: DrChrono refuses, or its input cannot be used. */
	const failingNode = (rest: Partial<WorkflowNode> = {}): WorkflowNode => {
		practice.simulator.inject({ times: 9, effect: { kind: 'status', status: 400, body } });
		return node({ parameters: { ...selectors, ...parameters, ...refusal?.parameters }, ...rest });
	};

	test('succeeds for two input items, and pairs each output item with its own', async () => {
		await prepare?.(practice);
		practice.simulator.clearLog();
		const { outputs, error } = await practice.run({ nodes: [node()], items: inputs });
		expect(error).toBeUndefined();
		const paired = outputs[0].map(({ pairedItem }) => pairedItem);
		expect(new Set(paired.map((pair) => JSON.stringify(pair)))).toEqual(
			new Set(['{"item":0}', '{"item":1}']),
		);
		expect(outputs[0].every(({ json }) => !('error' in json))).toBe(true);
		const said = endpoints(type, key);
		if (said) expect(differences(said, practice.simulator.requests())).toEqual([]);
	});

	test('fails with what DrChrono says, or is wrong with the input, naming the item', async () => {
		await prepare?.(practice);
		const { error } = await practice.run({ nodes: [failingNode()], items: inputs });
		expect(error?.name).toBe(refusal ? 'NodeOperationError' : 'NodeApiError');
		expect(error?.httpCode).toBe(refusal ? undefined : '400');
		expect(error?.message.endsWith(`${reason} [item 0]`)).toBe(true);
	});

	test('with Continue On Fail gives an item with the message for each that fails', async () => {
		await prepare?.(practice);
		const { outputs, error } = await practice.run({
			nodes: [failingNode({ onError: 'continueRegularOutput' })],
			items: inputs,
		});
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual(
			[0, 1].map((item) => [expect.stringContaining(`${reason} [item ${item}]`), { item }]),
		);
	});

	test('with Retry On Fail nothing that creates is sent', async () => {
		await prepare?.(practice);
		practice.simulator.clearLog();
		const run = await practice.run({ nodes: [node({ retryOnFail: true })], items: inputs });
		const creates = run.error?.message === 'Retry On Fail would create records twice';
		const posted = practice.simulator
			.requests({ method: 'POST' })
			.filter(({ path }) => !CREATES_NOTHING.test(path));
		expect(posted).toEqual([]);
		expect(practice.simulator.requests().length > 0 || type === 'drChronoJwt').toBe(!creates);
	});

	test('with an error output, what fails goes there and the rest goes on', async () => {
		await prepare?.(practice);
		const { outputs } = await practice.run({
			nodes: [failingNode({ onError: 'continueErrorOutput' })],
			items: inputs,
		});
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toHaveLength(2);
	});
});
