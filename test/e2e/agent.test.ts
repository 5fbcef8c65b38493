import type { INode } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { connectedCredential, CREDENTIAL_TYPE } from '../support/credentials';
import { readExample } from '../support/examples';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { N8n } from '../support/n8nProcess';
import { until } from '../support/until';
import { startScriptedModel, type ScriptedModel, type Turn } from '../support/scriptedModel';

const EXAMPLE = 'front-desk-assistant';

/** The example asks in n8n's own chat window; here the question comes by HTTP. */
function reachable(node: INode): INode {
	return node.name === 'Question'
		? { ...node, parameters: { ...node.parameters, public: true } }
		: node;
}

describe.each(N8N_VERSIONS)('The nodes as tools of an AI agent, in n8n %s', (version) => {
	let simulator: Simulator;
	let model: ScriptedModel;
	let n8n: N8n;
	let chat: string;

	beforeAll(async () => {
		[simulator, model] = await Promise.all([startSimulator(), startScriptedModel()]);
		n8n = await N8n.start({ version });
		const example = readExample(EXAMPLE, {
			[CREDENTIAL_TYPE]: await n8n.createCredential(connectedCredential(simulator)),
			openAiApi: await n8n.createCredential(
				{ apiKey: 'none', url: model.url },
				'OpenAI',
				'openAiApi',
			),
		});
		await n8n.activate(
			await n8n.createWorkflow({ ...example, nodes: example.nodes.map(reachable) }),
		);
		chat = `${n8n.url}/webhook/${String(example.nodes[0].webhookId)}/chat`;
		// n8n has answered the activation before the address is there.
		await until('The chat', async () => (await fetch(chat)).status !== 404);
	});
	afterAll(async () => {
		await n8n.stop();
		await Promise.all([simulator.close(), model.close()]);
	});
	beforeEach(() => simulator.clearLog());

	async function ask(chatInput: string, turns: readonly Turn[]): Promise<unknown> {
		model.play(turns);
		const response = await fetch(chat, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ action: 'sendMessage', sessionId: 'one', chatInput }),
		});
		return await response.json();
	}

	test('it looks a patient up and changes what it was asked to', async () => {
		const patient = simulator.store.patients.all()[3];
		const answer = await ask('New mobile number', [
			() => ({
				tool: 'Find_patients',
				arguments: { First_Name: '', Last_Name: patient.last_name },
			}),
			(found) => {
				const [{ id }] = JSON.parse(found) as Array<{ id: number }>;
				return {
					tool: 'Change_cell_phone',
					arguments: { Patient: String(id), Cell_Phone: '(212) 555-0123' },
				};
			},
			() => ({ answer: 'The number is changed.' }),
		]);
		expect(answer).toEqual({ output: 'The number is changed.' });
		const [search, change] = simulator.requests({ path: /^\/api\/patients/ });
		expect(search.query).toEqual({ last_name: patient.last_name, page_size: '5' });
		expect(change).toMatchObject({
			method: 'PATCH',
			path: `/api/patients/${String(patient.id)}`,
			body: { cell_phone: '(212) 555-0123' },
			status: 204,
		});
		const [found] = model.toolResults();
		expect(Object.keys((JSON.parse(found) as object[])[0]).sort()).toEqual([
			'cell_phone',
			'date_of_birth',
			'first_name',
			'id',
			'last_name',
		]);
	});

	test('an empty phone number does not clear the one in the chart', async () => {
		const { id, cell_phone } = simulator.store.patients.all()[3];
		await ask('New mobile number', [
			() => ({ tool: 'Change_cell_phone', arguments: { Patient: String(id), Cell_Phone: '' } }),
			(refused) => ({ answer: refused }),
		]);
		expect(model.toolResults().at(-1)).toContain('has an expression that gives nothing');
		expect(simulator.requests({ method: 'PATCH' })).toEqual([]);
		expect(simulator.store.patients.all()[3].cell_phone).toBe(cell_phone);
	});

	test('a search without a name lists nobody', async () => {
		const answer = await ask('Who is there?', [
			() => ({ tool: 'Find_patients', arguments: { First_Name: '', Last_Name: '' } }),
			(refused) => ({ answer: refused }),
		]);
		expect(answer).toEqual({ output: expect.stringContaining('nothing to search by') as string });
		expect(simulator.requests({ path: '/api/patients' })).toEqual([]);
	});

	test('the model is told what each tool does and what to fill in', async () => {
		await ask('Hello', [() => ({ answer: 'Hello' })]);
		const tools = new Map(model.tools().map((tool) => [tool.name, tool]));
		expect([...tools.keys()].sort()).toEqual(['Change_cell_phone', 'Find_patients']);
		expect(tools.get('Find_patients')).toMatchObject({
			description: 'Get many patients in DrChrono Patients',
			parameters: {
				properties: {
					First_Name: {
						type: 'string',
						description: expect.stringContaining('empty if') as string,
					},
					Last_Name: { type: 'string', description: expect.stringContaining('empty if') as string },
				},
			},
		});
		expect(tools.get('Change_cell_phone')).toMatchObject({
			description: expect.stringContaining('looked up before') as string,
			parameters: { required: expect.arrayContaining(['Patient', 'Cell_Phone']) as string[] },
		});
	});

	test('what DrChrono refuses comes back to the model in words, and the run goes on', async () => {
		const answer = await ask('New mobile number', [
			() => ({
				tool: 'Change_cell_phone',
				arguments: { Patient: '999999999', Cell_Phone: '(212) 555-0123' },
			}),
			(refused) => ({ answer: refused }),
		]);
		expect(answer).toEqual({ output: expect.stringContaining('no record with this ID') as string });
		expect(simulator.requests({ path: '/api/patients/999999999' })).toMatchObject([
			{ method: 'PATCH', status: 404 },
		]);
	});
});
