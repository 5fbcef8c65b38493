import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { nodeProperties, subtitle } from '../shared/operation/node';
import { runOperations } from '../shared/operation/run';
import { resources } from './resources';

export class DrChronoJwt implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono JWT Verification',
		name: 'drChronoJwt',
		icon: {
			light: 'file:../../icons/jwt.svg',
			dark: 'file:../../icons/jwt.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: subtitle(resources),
		description: 'Check that a request to your page really comes from DrChrono',
		defaults: { name: 'DrChrono JWT Verification' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'drChronoOAuth2Api', required: true }],
		properties: nodeProperties(resources),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, resources);
	}
}
