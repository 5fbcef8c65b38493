import type { NodeParameterValueType } from 'n8n-workflow';
import type { WorkflowNode } from './harness';

type Parameters = Record<string, NodeParameterValueType>;

/** An Appointments node, as a workflow holds it. */
export function appointments(
	operation: string,
	parameters: Parameters = {},
	rest: Partial<WorkflowNode> = {},
): WorkflowNode {
	return {
		type: 'drChronoAppointments',
		parameters: { resource: 'appointment', operation, ...parameters },
		...rest,
	};
}

/** A Users node, as a workflow holds it. */
export function users(
	resource: string,
	operation: string,
	parameters: Parameters = {},
): WorkflowNode {
	return { type: 'drChronoUsers', parameters: { resource, operation, ...parameters } };
}
