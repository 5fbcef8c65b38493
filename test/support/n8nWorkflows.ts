import type {
	IConnections,
	ICredentialDataDecryptedObject,
	INode,
	IWorkflowSettings,
} from 'n8n-workflow';
import { CREDENTIAL_TYPE } from './credentials';
import type { N8nVersion } from './n8nInstall';
import type { N8nRest } from './n8nRest';

export interface WorkflowToCreate {
	readonly name: string;
	readonly nodes: INode[];
	readonly connections: IConnections;
	readonly settings?: IWorkflowSettings;
}

/** The workflows and credentials of a real n8n, however many processes it has. */
export abstract class N8nWorkflows {
	protected constructor(
		readonly version: N8nVersion,
		readonly rest: N8nRest,
	) {}

	/** @returns the credential's ID */
	async createCredential(
		data: ICredentialDataDecryptedObject,
		name = 'DrChrono',
		type = CREDENTIAL_TYPE,
	): Promise<string> {
		const { id } = await this.rest.request<{ id: string }>('POST', '/rest/credentials', {
			name,
			type,
			data,
		});
		return id;
	}

	/** @returns the workflow's ID */
	async createWorkflow(workflow: WorkflowToCreate): Promise<string> {
		const { id } = await this.rest.request<{ id: string }>('POST', '/rest/workflows', {
			settings: {},
			active: false,
			...workflow,
		});
		return id;
	}

	async activate(workflowId: string): Promise<void> {
		const { versionId } = await this.rest.request<{ versionId: string }>(
			'GET',
			`/rest/workflows/${workflowId}`,
		);
		if (this.version.startsWith('1.')) {
			await this.rest.request('PATCH', `/rest/workflows/${workflowId}`, {
				active: true,
				versionId,
			});
		} else {
			await this.rest.request('POST', `/rest/workflows/${workflowId}/activate`, { versionId });
		}
	}

	async deactivate(workflowId: string): Promise<void> {
		if (this.version.startsWith('1.')) {
			await this.rest.request('PATCH', `/rest/workflows/${workflowId}`, { active: false });
		} else {
			await this.rest.request('POST', `/rest/workflows/${workflowId}/deactivate`, {});
		}
	}
}
