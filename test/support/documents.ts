import type { NodeParameterValueType } from 'n8n-workflow';
import type { WorkflowNode } from './harness';
import { locator } from './patients';

/** A Documents node, as a workflow holds it. */
export function documents(
	operation: string,
	parameters: Record<string, NodeParameterValueType> = {},
	rest: Partial<WorkflowNode> = {},
): WorkflowNode {
	return { type: 'drChronoDocuments', parameters: { operation, ...parameters }, ...rest };
}

/** An Upload into the chart of the practice's first patient. */
export function upload(
	parameters: Record<string, NodeParameterValueType> = {},
	rest: Partial<WorkflowNode> = {},
): WorkflowNode {
	return documents('upload', { patientId: locator(1), doctor: locator(1), ...parameters }, rest);
}
