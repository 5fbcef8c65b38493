import type { NodeParameterValueType } from 'n8n-workflow';
import type { WorkflowNode } from './harness';

/** A locator's value as n8n stores it. */
export function locator(value: string | number, mode: 'id' | 'list' | 'url' = 'id') {
	return { __rl: true, mode, value: String(value) };
}

/** A Patients node, as a workflow holds it. */
export function patients(
	operation: string,
	parameters: Record<string, NodeParameterValueType> = {},
	rest: Partial<WorkflowNode> = {},
): WorkflowNode {
	return {
		type: 'drChronoPatients',
		parameters: { resource: 'patient', operation, ...parameters },
		...rest,
	};
}
