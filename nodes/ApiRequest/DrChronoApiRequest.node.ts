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

export class DrChronoApiRequest implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono API Request',
		name: 'drChronoApiRequest',
		icon: {
			light: 'file:../../icons/apiRequest.svg',
			dark: 'file:../../icons/apiRequest.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: subtitle(resources),
		description:
			'Reach any path of DrChrono’s API, with the connection, pace and pages of the other nodes',
		defaults: { name: 'DrChrono API Request' },
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
