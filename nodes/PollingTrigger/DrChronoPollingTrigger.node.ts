import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { readiness } from '../shared/messages/readiness';
import { methodsOf } from '../shared/operation/node';
import { requireConnection } from './connection';
import { poll } from './poll';
import { loadFields, properties, subtitle } from './properties';

export class DrChronoPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono Polling Trigger',
		name: 'drChronoPollingTrigger',
		icon: {
			light: 'file:../../icons/pollingTrigger.svg',
			dark: 'file:../../icons/pollingTrigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle,
		description:
			'Starts the workflow when documents, messages, lab results or other records are new or changed',
		defaults: { name: 'DrChrono Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'drChronoOAuth2Api', required: true }],
		activationMessage:
			'n8n asks DrChrono at the Poll Times, if “Ready to Publish” in the trigger says yes. The first time, what is there already starts nothing; published again, it goes on where it was.',
		properties,
	};

	methods = {
		...methodsOf(this.description.properties),
		loadOptions: { loadFields, loadReadiness: readiness(requireConnection) },
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
