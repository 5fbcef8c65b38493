import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { permissionProperties } from './permissions';

/** One API application of a practice, as listed on DrChrono's API-management page. */
export class DrChronoOAuth2Api implements ICredentialType {
	name = 'drChronoOAuth2Api';

	displayName = 'DrChrono OAuth2 API';

	extends = ['oAuth2Api'];

	icon = { light: 'file:../icons/drchrono.svg', dark: 'file:../icons/drchrono.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-drchrono/n8n-nodes-drchrono/blob/main/docs/connect.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'DrChrono Address',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://drchrono.com',
			placeholder: 'e.g. https://app.drchrono.com',
			description:
				'Where your practice logs in to DrChrono. Leave it as it is unless DrChrono told you otherwise.',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: '={{$self["baseUrl"].replace(/\\/+$/, "")}}/o/authorize/',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: '={{$self["baseUrl"].replace(/\\/+$/, "")}}/o/token/',
		},
		...permissionProperties,
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '',
			placeholder: 'e.g. v4',
			description:
				'Leave it empty: then the version counts that is chosen for the application on the API-management page. Enter v4 only if that one is older and has to stay.',
		},
		// n8n adds these two by itself where they are missing, and then the HTTP Request node may send the
		// token anywhere.
		{
			displayName: 'Allowed HTTP Request Domains',
			name: 'allowedHttpRequestDomains',
			type: 'options',
			default: 'domains',
			description:
				'Where HTTP Request and GraphQL nodes may use this connection. The DrChrono nodes go to DrChrono only, whatever is chosen here.',
			options: [
				{
					name: 'All',
					value: 'all',
					description: 'Anywhere: whoever edits workflows can send the access token to any address',
				},
				{
					name: 'None',
					value: 'none',
					description: 'Nowhere: only the DrChrono nodes may use it',
				},
				{
					name: 'Specific Domains',
					value: 'domains',
					description: 'Only the domains below',
				},
			],
		},
		{
			displayName: 'Allowed Domains',
			name: 'allowedDomains',
			type: 'string',
			default: 'drchrono.com, *.drchrono.com',
			placeholder: 'e.g. drchrono.com, *.drchrono.com',
			description: 'Separated by commas; * stands for any subdomain',
			displayOptions: { show: { allowedHttpRequestDomains: ['domains'] } },
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only the DrChrono Trigger node needs it. Think it up, long and random, and enter the same as the secret token of the webhook on DrChrono’s API-management page.',
		},
	];
}
