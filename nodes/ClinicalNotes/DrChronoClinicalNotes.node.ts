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

export class DrChronoClinicalNotes implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono Clinical Notes',
		name: 'drChronoClinicalNotes',
		icon: {
			light: 'file:../../icons/clinicalNotes.svg',
			dark: 'file:../../icons/clinicalNotes.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: subtitle(resources),
		description:
			'Read notes and their PDFs, write into their fields, and look up their templates in DrChrono',
		defaults: { name: 'DrChrono Clinical Notes' },
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
