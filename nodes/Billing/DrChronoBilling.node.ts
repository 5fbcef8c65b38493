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

export class DrChronoBilling implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono Billing',
		name: 'drChronoBilling',
		icon: { light: 'file:../../icons/billing.svg', dark: 'file:../../icons/billing.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitle(resources),
		description:
			'Bill procedures, enter patient payments, and look up coverage, payments and prices in DrChrono',
		defaults: { name: 'DrChrono Billing' },
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
