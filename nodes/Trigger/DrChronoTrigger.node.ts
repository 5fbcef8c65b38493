import {
	NodeConnectionTypes,
	NodeOperationError,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { eventSubtitle } from './events';
import { properties } from './properties';
import { receive, verify, webhookSecret } from './webhook';

export class DrChronoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono Trigger',
		name: 'drChronoTrigger',
		icon: { light: 'file:../../icons/drchrono.svg', dark: 'file:../../icons/drchrono.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: eventSubtitle,
		description:
			'Starts the workflow the moment something happens in DrChrono, such as a new appointment',
		defaults: { name: 'DrChrono Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'drChronoOAuth2Api', required: true }],
		webhooks: [
			{
				name: 'setup',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				path: 'webhook',
				ndvHideUrl: true,
			},
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		eventTriggerDescription: 'Give DrChrono the test URL, then change something there',
		triggerPanel: {
			header: 'Start this workflow from DrChrono',
			executionsHelp:
				'<b>To try it out</b>, enter the test URL on DrChrono’s API-management page, click the button, and change something in DrChrono, such as a test patient. <b>For good</b>, enter the production URL there and publish the workflow. Its runs are then in the executions list.',
			activationHint:
				'DrChrono starts the workflow once it is published and its production URL is on DrChrono’s API-management page.',
		},
		activationMessage:
			'DrChrono can now send events to the production URL, once it is entered on its API-management page.',
		properties,
	};

	/** DrChrono has no endpoint to register a webhook: people do it on its API-management page. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				if ((await webhookSecret(this)) !== '') return true;
				throw new NodeOperationError(this.getNode(), 'The credential has no Webhook Secret', {
					description:
						'Without it anybody could start this workflow. Enter the secret token of the webhook on DrChrono’s API-management page as Webhook Secret in the DrChrono credential.',
				});
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
		return this.getWebhookName() === 'setup' ? await verify(this) : await receive(this);
	}
}
