import type { INodeParameterResourceLocator, INodeParameters } from 'n8n-workflow';
import {
	startSimulator,
	type JsonObject,
	type RequestLogEntry,
	type Row,
	type Simulator,
} from '../simulator';
import { connectedCredential, CREDENTIAL_TYPE } from './credentials';
import { readExample, type CredentialIds } from './examples';
import { startMailbox, type Mailbox } from './mailbox';
import type { N8nVersion } from './n8nInstall';
import { N8n, type Run } from './n8nProcess';
import type { WorkflowToCreate } from './n8nWorkflows';

/** Where the tests' practice is: on most hours another day there than where n8n is (New York). */
export const OFFICE_ZONE = 'Pacific/Kiritimati';

export const FORM_LOGIN = { user: 'front-desk', password: 'Synthetic-1' };

/** A practice with n8n, DrChrono and a mail server, to run the examples in. */
export class PracticeDay {
	private constructor(
		readonly n8n: N8n,
		readonly simulator: Simulator,
		readonly mailbox: Mailbox,
		readonly credentials: CredentialIds,
	) {}

	/** @param env for n8n's process */
	static async start(version: N8nVersion, env: Record<string, string> = {}): Promise<PracticeDay> {
		const [simulator, mailbox] = await Promise.all([
			startSimulator({ appointments: 0, doctors: 2, patients: 12 }),
			startMailbox(),
		]);
		const n8n = await N8n.start({ version, env });
		return new PracticeDay(n8n, simulator, mailbox, {
			[CREDENTIAL_TYPE]: await n8n.createCredential(connectedCredential(simulator)),
			smtp: await n8n.createCredential(mailbox.credential, 'SMTP', 'smtp'),
			// For an example that is looked at, but not run: no model answers here.
			openAiApi: await n8n.createCredential({ apiKey: 'none' }, 'OpenAI', 'openAiApi'),
			httpBasicAuth: await n8n.createCredential(FORM_LOGIN, 'Intake form', 'httpBasicAuth'),
		});
	}

	async stop(): Promise<void> {
		await this.n8n.stop();
		await Promise.all([this.simulator.close(), this.mailbox.close()]);
	}

	/** An example as a practice imports it, in the practice's time zone. */
	example(name: string): WorkflowToCreate {
		const workflow = readExample(name, this.credentials);
		return { ...workflow, settings: { ...workflow.settings, timezone: OFFICE_ZONE } };
	}

	async run(workflow: WorkflowToCreate): Promise<Run> {
		return await this.n8n.run(workflow);
	}

	/** All that went to DrChrono's API, but for its OAuth pages. */
	requests(): Array<Pick<RequestLogEntry, 'method' | 'path' | 'query'>> {
		return this.simulator
			.requests({ path: /^\/api\// })
			.map(({ method, path, query }) => ({ method, path, query }));
	}

	/** A record that somebody has made in DrChrono. */
	insert(collection: string, fields: JsonObject): Row {
		return this.simulator.store.collection(collection).insert(fields);
	}

	empty(name: string): void {
		const collection = this.simulator.store.collection(name);
		collection.all().forEach(({ id }) => collection.remove(id));
	}

	book(fields: JsonObject): Row {
		return this.insert('appointments', {
			doctor: 1,
			office: 1,
			exam_room: 1,
			duration: 30,
			status: 'Confirmed',
			...fields,
		});
	}
}

/** A node of a workflow with other values in its fields, as someone who follows its note changes them. */
export function withFields(
	workflow: WorkflowToCreate,
	nodeName: string,
	values: Readonly<Record<string, string>>,
): WorkflowToCreate {
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => {
			if (node.name !== nodeName) return node;
			const { assignments } = node.parameters.assignments as {
				assignments: Array<{ name: string; value: string }>;
			};
			const changed = assignments.map((one) => ({
				...one,
				value: values[one.name] ?? one.value,
			}));
			return {
				...node,
				parameters: { ...node.parameters, assignments: { assignments: changed } },
			};
		}),
	};
}

/** A node of a workflow with records picked from its lists, as its note asks for: IDs by parameter. */
export function withChoices(
	workflow: WorkflowToCreate,
	nodeName: string,
	ids: Readonly<Record<string, number>>,
): WorkflowToCreate {
	const picked = Object.entries(ids).map(([name, id]): [string, INodeParameterResourceLocator] => [
		name,
		{ __rl: true, mode: 'list', value: String(id) },
	]);
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => {
			if (node.name !== nodeName) return node;
			const { additionalFields } = node.parameters;
			const within = (name: string) =>
				typeof additionalFields === 'object' && name in (additionalFields ?? {});
			return {
				...node,
				parameters: {
					...node.parameters,
					...Object.fromEntries(picked.filter(([name]) => !within(name))),
					...(additionalFields !== undefined && {
						additionalFields: {
							...(additionalFields as INodeParameters),
							...Object.fromEntries(picked.filter(([name]) => within(name))),
						},
					}),
				},
			};
		}),
	};
}

/** The same with a record picked in every list from which nothing is picked yet. */
export function withAnyChoices(workflow: WorkflowToCreate): WorkflowToCreate {
	const picked = (_key: string, value: unknown): unknown =>
		isUnpicked(value) ? { ...value, value: '1' } : value;
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => ({
			...node,
			parameters: JSON.parse(JSON.stringify(node.parameters, picked)) as INodeParameters,
		})),
	};
}

function isUnpicked(value: unknown): value is INodeParameterResourceLocator {
	const { __rl: isLocator, mode, value: id } = (value ?? {}) as Record<string, unknown>;
	return isLocator === true && mode === 'list' && id === '';
}
