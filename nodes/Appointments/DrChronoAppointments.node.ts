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

export class DrChronoAppointments implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono Appointments',
		name: 'drChronoAppointments',
		icon: {
			light: 'file:../../icons/appointments.svg',
			dark: 'file:../../icons/appointments.dark.svg',
		},
		group: ['transform'],
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle: subtitle(resources),
		description: 'Book, move, cancel and list the appointments of a practice in DrChrono',
		defaults: { name: 'DrChrono Appointments' },
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
