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

export class DrChronoIframe implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono Iframe',
		name: 'drChronoIframe',
		icon: {
			light: 'file:../../icons/iframe.svg',
			dark: 'file:../../icons/iframe.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: subtitle(resources),
		description:
			'Register a doctor, so that DrChrono shows the page of an Iframe Trigger to that doctor, or unregister one',
		defaults: { name: 'DrChrono Iframe' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'drChronoOAuth2Api', required: true }],
		properties: nodeProperties(resources),
		hints: [
			{
				message:
					'DrChrono knows the doctor by the connection: this is about the doctor who connected the credential chosen here. Run it once for each doctor, each with a credential of their own, in which User: Read and User: Write are ticked (Permissions → Choose Yourself). A doctor who has connected a credential already uses that one: connecting twice ends the first connection.',
				location: 'outputPane',
				whenToDisplay: 'beforeExecution',
			},
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, resources);
	}
}
