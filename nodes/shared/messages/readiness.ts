import {
	NodeApiError,
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';

/** The field's only value: its name says how things are. */
const STATE = 'state';

/**
 * A field of a trigger's form that says whether the trigger can work once it is published. n8n shows what
 * a trigger throws when it is published as a red dot and its words nowhere, so they have to be where the
 * user looks before.
 * @param dependsOn names of the parameters that the answer depends on
 */
export function readinessField(dependsOn: string[] = []): INodeProperties {
	const typeOptions = { loadOptionsMethod: 'loadReadiness', loadOptionsDependsOn: dependsOn };
	return {
		displayName: 'Ready to Publish',
		name: 'readiness',
		type: 'options',
		noDataExpression: true,
		default: STATE,
		typeOptions,
		description:
			'Whether the credential has what this trigger needs. Close the node and open it again to look anew.',
	};
}

/** @param check throws a NodeOperationError or NodeApiError that says what is missing */
export function readiness(check: (functions: ILoadOptionsFunctions) => Promise<unknown>) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		try {
			await check(this);
			return [{ name: 'Yes', value: STATE }];
		} catch (error) {
			const { message, description } = isInWords(error)
				? error
				: new NodeOperationError(this.getNode(), error as Error);
			return [{ name: `Not yet. ${message}`, value: STATE, description: description ?? undefined }];
		}
	};
}

function isInWords(error: unknown): error is NodeApiError | NodeOperationError {
	return error instanceof NodeApiError || error instanceof NodeOperationError;
}
