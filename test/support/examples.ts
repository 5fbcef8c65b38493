import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INode } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from './credentials';
import type { WorkflowToCreate } from './n8nWorkflows';

const FOLDER = path.resolve(__dirname, '../../examples');

/** IDs of stored credentials, by credential type. */
export type CredentialIds = Readonly<Record<string, string>>;

/** The names of the workflows in examples/. */
export function exampleNames(): string[] {
	return readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.map((file) => path.basename(file, '.json'));
}

/** An example as someone imports it: with their own credentials, and webhook addresses of its own. */
export function readExample(name: string, credentials: CredentialIds): WorkflowToCreate {
	const file = path.join(FOLDER, `${name}.json`);
	const workflow = JSON.parse(readFileSync(file, 'utf8')) as WorkflowToCreate;
	return { ...workflow, nodes: workflow.nodes.map((node) => imported(node, credentials)) };
}

function imported(node: INode, ids: CredentialIds): INode {
	return {
		...node,
		...(node.webhookId && { webhookId: randomUUID() }),
		...(node.credentials && {
			credentials: Object.fromEntries(
				Object.keys(node.credentials)
					.filter((type) => type in ids)
					.map((type) => [
						type,
						{ id: ids[type], name: type === CREDENTIAL_TYPE ? 'DrChrono' : type },
					]),
			),
		}),
	};
}
