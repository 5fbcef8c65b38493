import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import {
	NodeHelpers,
	type INode,
	type INodeParameterResourceLocator,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { exampleNames, readExample } from '../support/examples';
import { packageNodes, type NodeDescription } from '../support/manifest';

const ROOT = path.resolve(__dirname, '../..');
const OURS = /^n8n-nodes-drchrono\.(.+?)(Tool)?$/;
/** Nodes of n8n's own that both lines have, in the newest version that both have. */
const THEIRS: Readonly<Partial<Record<string, number>>> = {
	'n8n-nodes-base.convertToFile': 1.1,
	'n8n-nodes-base.emailSend': 2.1,
	'n8n-nodes-base.extractFromFile': 1.1,
	'n8n-nodes-base.filter': 2.3,
	'n8n-nodes-base.form': 2.3,
	'n8n-nodes-base.formTrigger': 2.3,
	'n8n-nodes-base.html': 1.2,
	'n8n-nodes-base.httpRequest': 4.3,
	'n8n-nodes-base.if': 2.3,
	'n8n-nodes-base.merge': 3.2,
	'n8n-nodes-base.noOp': 1,
	'n8n-nodes-base.readWriteFile': 1,
	'n8n-nodes-base.removeDuplicates': 2,
	'n8n-nodes-base.scheduleTrigger': 1.3,
	'n8n-nodes-base.set': 3.4,
	'n8n-nodes-base.sort': 1,
	'n8n-nodes-base.splitOut': 1,
	'n8n-nodes-base.stickyNote': 1,
	'n8n-nodes-base.stopAndError': 1,
	'n8n-nodes-base.summarize': 1.1,
	'n8n-nodes-base.switch': 3.4,
	'@n8n/n8n-nodes-langchain.agent': 3,
	'@n8n/n8n-nodes-langchain.chatTrigger': 1.4,
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 1.3,
	'@n8n/n8n-nodes-langchain.memoryBufferWindow': 1.3,
};
/** What n8n adds to the twin of a node that AI agents use. */
const OF_TOOLS = ['descriptionType', 'toolDescription'];

/** Values that the lists of the shown parameters, and of the options within them, do not have. */
function unknownChoices(node: INode, description: NodeDescription): string[] {
	const shown = description.properties.filter((property) =>
		NodeHelpers.displayParameter(node.parameters, property, node, description),
	);
	return unknownIn(shown, node.parameters);
}

function unknownIn(properties: readonly INodeProperties[], values: INodeParameters): string[] {
	return properties.flatMap(({ name, type, options = [] }) => {
		const value = values[name];
		if (value === undefined) return [];
		if (type === 'collection') {
			return unknownIn(options as INodeProperties[], value as INodeParameters);
		}
		if (type !== 'options' && type !== 'multiOptions') return [];
		const known = (options as INodePropertyOptions[]).map((option) => option.value);
		return [value]
			.flat()
			.map(String)
			.filter((one) => !one.startsWith('=') && !known.includes(one))
			.map((one) => `${name}: ${one}`);
	});
}

/** What only the practice can choose, and n8n asks for until it is chosen: a record of its own from a list. */
function toChoose(parameters: INodeParameters, properties: readonly INodeProperties[]): string[] {
	return properties
		.filter(({ type, required, name }) => {
			const value = parameters[name] as Partial<INodeParameterResourceLocator> | undefined;
			return type === 'resourceLocator' && required && value?.mode === 'list' && value.value === '';
		})
		.map(({ name }) => name);
}

function withChoices(parameters: INodeParameters, properties: INodeProperties[]): INodeParameters {
	const locator = { __rl: true, mode: 'list', value: '1' } as const;
	const chosen = toChoose(parameters, properties).map((name) => [name, locator] as const);
	return { ...parameters, ...Object.fromEntries(chosen) };
}

const recipes = readFileSync(path.join(ROOT, 'docs/recipes.md'), 'utf8');
const described = packageNodes();

describe.each(exampleNames())('The example %s', (name) => {
	const source = readFileSync(path.join(ROOT, 'examples', `${name}.json`), 'utf8');
	const { nodes, connections, settings, ...rest } = readExample(name, {});
	const stored = (JSON.parse(source) as { nodes: INode[] }).nodes;
	const ours = nodes.flatMap((node) => {
		const [, type = ''] = OURS.exec(node.type) ?? [];
		return type === '' ? [] : [{ node, type }];
	});

	test('has a note that says what it is, what to set, and what it costs', () => {
		const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes).toHaveLength(1);
		const content = String(notes[0].parameters.content);
		for (const { node, type } of ours) {
			const { properties = [] } = described.find((one) => one.name === type) ?? {};
			if (toChoose(node.parameters, properties).length > 0) {
				expect(content).toContain(`Open *${node.name}* and choose`);
			}
		}
		expect(content).toMatch(/^## \w/);
		expect(content).toContain('**Before you switch it on**');
		expect(content).toMatch(/\*\*What it costs of the 500 requests an hour:\*\* \S/);
	});

	test('has nodes that both lines of n8n have', () => {
		const others = nodes.filter(({ type }) => !OURS.test(type));
		for (const { type, typeVersion } of others) {
			expect(Object.keys(THEIRS)).toContain(type);
			expect(typeVersion).toBeLessThanOrEqual(THEIRS[type] ?? 0);
		}
		expect(ours.length).toBeGreaterThan(0);
	});

	test('uses our nodes’ own parameters and options, each where it is shown', () => {
		for (const { node, type } of ours) {
			const description = described.find((one) => one.name === type);
			if (!description) throw new Error(`There is no node ${type}`);
			const parameters = Object.fromEntries(
				Object.entries(node.parameters).filter(([key]) => !OF_TOOLS.includes(key)),
			);
			expect(unknownChoices({ ...node, parameters }, description)).toEqual([]);
			const { properties } = description;
			const known = NodeHelpers.getNodeParameters(
				properties,
				parameters,
				true,
				false,
				node,
				description,
			);
			expect([node.name, known]).toEqual([node.name, expect.objectContaining(parameters)]);
			const chosen = { ...node, parameters: withChoices(node.parameters, properties) };
			expect(NodeHelpers.getNodeParametersIssues(properties, chosen, description)).toBeNull();
		}
	});

	test('belongs to nobody: no credentials, no secrets, no real people', () => {
		for (const { credentials = {} } of stored) {
			for (const { id } of Object.values(credentials)) expect(id).toBe('');
		}
		expect(Object.keys(rest)).toEqual(['name']);
		// A note may name the credential's field.
		const told = source.replaceAll('Webhook Secret', '').replaceAll('a long secret', '');
		expect(told).not.toMatch(/secret|bearer|password"|api_?key|pinData|instanceId/i);
		const addresses = source.match(/[\w.+-]+@[\w-]+\.[\w.]+/g) ?? [];
		for (const address of addresses) expect(address).toMatch(/@example\.(com|org|net)$/);
		for (const phone of source.match(/\(\d{3}\) [\d-]+/g) ?? [])
			expect(phone).toMatch(/555-01\d\d$/);
	});

	test('runs in an order that n8n promises, and its nodes are told apart', () => {
		expect(settings?.executionOrder).toBe('v1');
		for (const key of ['id', 'name'] as const) {
			const values = nodes.map((node) => node[key]);
			expect(new Set(values).size).toBe(values.length);
		}
		const targets = Object.values(connections).flatMap((byType) =>
			Object.values(byType).flatMap((outputs) => outputs.flatMap((output) => output ?? [])),
		);
		const names = nodes.map((node) => node.name);
		expect(names).toEqual(expect.arrayContaining(targets.map(({ node }) => node)));
	});

	test('is in the recipes, with a picture that loads fast', () => {
		expect(recipes).toContain(`(../examples/${name}.json)`);
		expect(recipes).toContain(`(images/recipe-${name}.png)`);
		const picture = path.join(ROOT, 'docs/images', `recipe-${name}.png`);
		expect(existsSync(picture)).toBe(true);
		expect(statSync(picture).size).toBeLessThan(150_000);
	});
});
