import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { readiness } from '../shared/messages/readiness';
import { eventSubtitle } from './events';
import { properties } from './properties';
import { receive, requireWebhookSecret, verify } from './webhook';

export class DrChronoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DrChrono Trigger',
		name: 'drChronoTrigger',
		icon: {
			light: 'file:../../icons/trigger.svg',
			dark: 'file:../../icons/trigger.dark.svg',
		},
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
				'<b>To try it out</b>, enter the test URL on DrChrono’s API-management page, click the button, and change something in DrChrono, such as a test patient. An application has one webhook only: while the test URL is there, production gets nothing. <b>For good</b>, enter the production URL there and publish the workflow. Its runs are then in the executions list.',
			activationHint:
				'DrChrono starts the workflow once it is published and its production URL is on DrChrono’s API-management page.',
		},
		activationMessage:
			'DrChrono can send events to the production URL once the credential has a Webhook Secret and both are entered on DrChrono’s API-management page. “Ready to Publish” in the trigger says whether the secret is there, and Verify Webhook on that page whether they agree.',
		properties,
	};

	methods = { loadOptions: { loadReadiness: readiness(requireWebhookSecret) } };

	/**
	 * DrChrono has no endpoint to register a webhook: people do it on its API-management page. Published
	 * without a secret, the trigger refuses everything, and says why to who verifies the webhook there.
	 */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				if (this.getMode() === 'manual') await requireWebhookSecret(this);
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
		return this.getWebhookName() === 'setup' ? await verify(this) : await receive(this);
	}
}
