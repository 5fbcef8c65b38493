import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import type { Browser } from 'playwright-core';
import { startSimulator, type Simulator } from '../simulator';
import { Editor, openBrowser } from '../support/browser';
import { CONNECT_BUTTON, connect, typedCredential } from '../support/connect';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { N8n } from '../support/n8nProcess';
import { until } from '../support/until';
import { canvasNode, manualTrigger, noOperation, rowOf } from '../support/canvas';
import { choices, isTrigger, packageNodes, type NodeDescription } from '../support/manifest';

interface NodeType {
	readonly name: string;
	readonly displayName: string;
	readonly usableAsTool?: unknown;
	readonly group: string[];
}

interface WorkflowState {
	/** n8n 1.x */
	readonly active?: boolean;
	/** n8n 2.x */
	readonly activeVersionId?: string | null;
}

const PREFIX = 'n8n-nodes-drchrono.';

/** The panel leaves the word out, and shows a trigger and an action node of one name together. */
const panelName = ({ displayName }: NodeDescription) => displayName.replace(/ Trigger$/, '');

const trimmed = (text: string) => text.trim();

// On a busy machine n8n's editor sometimes shows something late; what went wrong is printed all the same.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

describe.each(N8N_VERSIONS)('n8n %s, with the package installed as a user would', (version) => {
	let simulator: Simulator;
	let n8n: N8n;
	let browser: Browser | undefined;
	let editor: Editor;
	let credential: string;
	let nodeTypes: NodeType[];

	beforeAll(async () => {
		simulator = await startSimulator({ patients: 300 });
		n8n = await N8n.start({ version });
		browser = await openBrowser();
		editor = await Editor.open(browser, n8n.url, `editor-${version}`);
		credential = await typedCredential(n8n, simulator);
		const all = await n8n.rest.request<NodeType[]>('GET', '/types/nodes.json');
		nodeTypes = all.filter(({ name }) => name.startsWith(PREFIX));
	});
	afterAll(async () => {
		await browser?.close();
		await n8n.stop();
		await simulator.close();
	});

	const actionNodes = () =>
		nodeTypes.filter(({ name, group }) => !name.endsWith('Tool') && !group.includes('trigger'));

	test('every action node has a twin that AI agents can use', () => {
		expect(actionNodes().length).toBeGreaterThan(0);
		for (const { name } of actionNodes()) {
			expect(nodeTypes.map((type) => type.name)).toContain(`${name}Tool`);
		}
	});

	test('Cancel on DrChrono’s page leaves the credential unconnected', async () => {
		const popup = await connect(editor, n8n, credential, 'Cancel');
		await popup.waitForLoadState();
		await editor.picture('cancelled', popup);
		await popup.close();
		await editor.page.reload();
		await editor.page.locator(CONNECT_BUTTON).first().waitFor();
		expect(await editor.page.getByText('Account connected').first().isVisible()).toBe(false);
		expect(simulator.requests({ path: '/o/token/' })).toEqual([]);
	});

	test('Authorize connects it, with the scopes that are ticked by default', async () => {
		await connect(editor, n8n, credential, 'Authorize');
		await editor.page.locator(':text("Account connected"):visible').first().waitFor();
		await editor.picture('connected');
		const asked = simulator.log.find(({ path }) => path === '/o/authorize/');
		expect(asked?.query.scope.split(' ')).toEqual([
			'user:read',
			'patients:read',
			'patients:write',
			'calendar:read',
			'calendar:write',
			'clinical:read',
		]);
		expect(simulator.requests({ path: '/o/token/' }).map(({ status }) => status)).toEqual([200]);
	});

	test('an HTTP Request node gets the token for DrChrono’s own hosts only', async () => {
		simulator.clearLog();
		const parameters = {
			url: `${simulator.url}/api/users/current`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'drChronoOAuth2Api',
		};
		const node = canvasNode('Call', 'n8n-nodes-base.httpRequest', parameters, credential);
		const nodes = rowOf([manualTrigger, { ...node, typeVersion: 4.2 }]);
		expect(await n8n.run({ name: 'Elsewhere', ...nodes })).toEqual({
			status: 'error',
			error: expect.stringContaining('drchrono.com, *.drchrono.com') as string,
		});
		// n8n 1.x looks at where a redirect leads, and not at the first address.
		expect(simulator.requests()).toHaveLength(version.startsWith('1.') ? 1 : 0);
	});

	test('the nodes panel finds every node by "drchrono"', async () => {
		const id = await n8n.createWorkflow({ name: 'Panel', ...rowOf([manualTrigger]) });
		await editor.openWorkflow(id);
		await editor.searchPanel('drchrono');
		await editor.page.getByText('DrChrono Patients').first().waitFor();
		await editor.picture('panel');
		const panel = await editor.page.locator('[data-test-id="node-creator"]').innerText();
		expect(panel.split('\n')).toEqual(expect.arrayContaining(packageNodes().map(panelName)));
	});

	test.each(packageNodes().map((node) => [node.displayName, node] as const))(
		'%s can be added from the panel, and reads well',
		async (_, node) => {
			const start = isTrigger(node) ? [] : [manualTrigger];
			const id = await n8n.createWorkflow({ name: `Add ${node.displayName}`, ...rowOf(start) });
			await editor.openWorkflow(id);
			await editor.searchPanel('drchrono');
			await editor.addFromPanel(panelName(node));
			await editor.picture(`${node.name}-added`);
			for (const { resource, operation, labels } of choices(node)) {
				if (resource) await editor.choose('resource', resource.name);
				await editor.choose('operation', operation.name);
				await until(`${operation.name} with ${labels.join(', ')}`, async () => {
					const panel = await editor.page.locator('[data-test-id="ndv"]').innerText();
					const lines = panel.split('\n').map(trimmed);
					return labels.every((label) => lines.includes(label));
				});
				await editor.picture([node.name, resource?.value, operation.value].join('-'));
			}
			await editor.closeNode();
			await editor.save();
			await until('The saved node', async () => {
				const saved = await n8n.rest.request<{ nodes: INode[] }>('GET', `/rest/workflows/${id}`);
				return saved.nodes.some(({ type }) => type === PREFIX + node.name);
			});
		},
	);

	test.each(
		packageNodes()
			.filter(isTrigger)
			.map((node) => [node.displayName, node] as const),
	)('%s is switched on in the editor', async (_, { name, displayName }) => {
		const trigger = canvasNode(displayName, PREFIX + name, {}, credential);
		const nodes = [{ ...trigger, webhookId: randomUUID() }, noOperation];
		const id = await n8n.createWorkflow({ name: displayName, ...rowOf(nodes) });
		await editor.openWorkflow(id);
		await editor.publish();
		await editor.picture(`${name}-on`);
		const { active, activeVersionId } = await n8n.rest.request<WorkflowState>(
			'GET',
			`/rest/workflows/${id}`,
		);
		expect(active === true || activeVersionId !== null).toBe(true);
	});

	test('a patient is found by typing a part of the name, and read', async () => {
		const patient = simulator.store.patients.all()[4] as { last_name: string; id: number };
		const node = canvasNode(
			'Get patient',
			`${PREFIX}drChronoPatients`,
			{ resource: 'patient', operation: 'get', patientId: { __rl: true, mode: 'list', value: '' } },
			credential,
		);
		const id = await n8n.createWorkflow({ name: 'Pick', ...rowOf([manualTrigger, node]) });
		await editor.openNode(id, 'Get patient');
		simulator.clearLog();
		await editor.pick('patientId', patient.last_name, new RegExp(patient.last_name));
		await editor.picture('picked');
		const searches = simulator.requests({ path: '/api/patients' });
		expect(searches.map(({ query }) => query.last_name)).toContain(patient.last_name);
		await editor.executeStep();
		await editor.page
			.getByText(/chart_id/)
			.first()
			.waitFor();
		await editor.picture('output');
		const output = await editor.page.locator('[data-test-id="output-panel"]').innerText();
		expect(output).toContain(patient.last_name);
		expect(simulator.requests({ path: /^\/api\/patients\/\d+$/ })).toHaveLength(1);
	});

	test('what DrChrono refuses is shown in words, with the way on', async () => {
		const node = canvasNode(
			'Get patient',
			`${PREFIX}drChronoPatients`,
			{
				resource: 'patient',
				operation: 'get',
				patientId: { __rl: true, mode: 'id', value: '999999999' },
			},
			credential,
		);
		const id = await n8n.createWorkflow({ name: 'Refused', ...rowOf([manualTrigger, node]) });
		await editor.openNode(id, 'Get patient');
		await editor.executeStep();
		await editor.page.getByText('DrChrono has no record with this ID').first().waitFor();
		await editor.picture('refused');
	});
});
