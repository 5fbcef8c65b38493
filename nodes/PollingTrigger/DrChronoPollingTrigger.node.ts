import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { searchDoctors } from '../shared/locators/doctor';
import { searchPatients } from '../shared/locators/patient';
import { poll } from './poll';
import { properties } from './properties';

export class DrChronoPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono Polling Trigger',
		name: 'drChronoPollingTrigger',
		icon: { light: 'file:../../icons/drchrono.svg', dark: 'file:../../icons/drchrono.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["resource"] + ": " + $parameter["triggerOn"] }}',
		description: 'Checks DrChrono for new or changed records, also those that have no event',
		defaults: { name: 'DrChrono Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'drChronoOAuth2Api', required: true }],
		properties,
	};

	methods = { listSearch: { searchDoctors, searchPatients } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
