import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { methodsOf, nodeProperties, subtitle } from '../shared/operation/node';
import { runOperations } from '../shared/operation/run';
import { resources } from './resources';

export class DrChronoUsers implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono Users',
		name: 'drChronoUsers',
		icon: {
			light: 'file:../../icons/users.svg',
			dark: 'file:../../icons/users.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: subtitle(resources),
		description: 'Look up the users, doctors and offices of a practice in DrChrono',
		defaults: { name: 'DrChrono Users' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'drChronoOAuth2Api', required: true }],
		properties: nodeProperties(resources),
	};

	methods = methodsOf(this.description.properties);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, resources);
	}
}
