import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { readClientSecret } from '../shared/transport/credential';
import { properties } from './properties';
import { receive } from './webhook';

export class DrChronoIframeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono Iframe Trigger',
		name: 'drChronoIframeTrigger',
		icon: { light: 'file:../../icons/drchrono.svg', dark: 'file:../../icons/drchrono.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["responseMode"] === "lastNode" ? "page of the last node" : "page of Respond to Webhook" }}',
		description: 'Builds a page of your own inside DrChrono’s patient and clinical note pages',
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
		properties,
	};

	/** The address is pasted into DrChrono by hand: its API cannot take it. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await readClientSecret(this);
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
