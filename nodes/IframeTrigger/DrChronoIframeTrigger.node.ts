import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { readiness } from '../shared/messages/readiness';
import { readClientSecret } from '../shared/transport/credential';
import { properties } from './properties';
import { receive } from './webhook';

export class DrChronoIframeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono Iframe Trigger',
		name: 'drChronoIframeTrigger',
		icon: {
			light: 'file:../../icons/iframeTrigger.svg',
			dark: 'file:../../icons/iframeTrigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["responseMode"] === "lastNode" ? "Page from the last node" : "Page from Respond to Webhook" }}',
		description:
			'Shows a page of your own, made by the workflow, when a doctor opens a patient or a note in DrChrono',
		defaults: { name: 'DrChrono Iframe Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'drChronoOAuth2Api', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'GET',
				path: 'iframe',
				responseMode: '={{$parameter["responseMode"]}}',
				responseData: 'firstEntryJson',
				responsePropertyName: '={{$parameter["htmlField"]}}',
				responseContentType: 'text/html; charset=utf-8',
			},
		],
		eventTriggerDescription: 'Give DrChrono the test URL, then open a patient there',
		triggerPanel: {
			header: 'Show a page inside DrChrono',
			executionsHelp:
				'<b>To try it out</b>, enter the test URL on DrChrono’s API-management page, click the button, and open a patient in DrChrono. <b>For good</b>, enter the production URL there and publish the workflow. Its runs are then in the executions list.',
			activationHint:
				'DrChrono shows the page once the workflow is published and its production URL is on DrChrono’s API-management page.',
		},
		activationMessage:
			'DrChrono shows the page once the production URL is entered on its API-management page and the doctor is registered. “Ready to Publish” in the trigger says whether the credential has what it takes.',
		properties,
	};

	methods = { loadOptions: { loadReadiness: readiness(readClientSecret) } };

	/**
	 * The address is pasted into DrChrono by hand: its API cannot take it. Published without a client
	 * secret, the trigger answers with a page that says so.
	 */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				if (this.getMode() === 'manual') await readClientSecret(this);
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
