import { startSimulator, type Simulator, type SimulatorOptions } from '../simulator';
import { CredentialStore, connectedCredential } from './credentials';
import { runForJson, runWorkflow, type WorkflowResult, type WorkflowRun } from './harness';
import type { IDataObject } from 'n8n-workflow';

/** A simulated practice and a connected credential for it. */
export interface Practice {
	readonly simulator: Simulator;
	readonly credentials: CredentialStore;
	run(request: Omit<WorkflowRun, 'credentials'>): Promise<WorkflowResult>;
	json(request: Omit<WorkflowRun, 'credentials'>): Promise<IDataObject[]>;
}

export async function openPractice(options?: SimulatorOptions): Promise<Practice> {
	const simulator = await startSimulator(options);
	const credentials = new CredentialStore(connectedCredential(simulator));
	return {
		simulator,
		credentials,
		run: async (request) => await runWorkflow({ credentials, ...request }),
		json: async (request) => await runForJson({ credentials, ...request }),
	};
}
