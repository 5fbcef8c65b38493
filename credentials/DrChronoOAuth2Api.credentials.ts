import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { permissionProperties } from './permissions';

/**
 * The origin of DrChrono's address as people paste it: without https, with the path of a page, with
 * blanks. The same as `addressOf` of the nodes, in an expression.
 */
const ORIGIN =
	'$self["baseUrl"].trim().replace(/^(?![a-z]+:\\/\\/)/i, "https://").replace(/^http:(?=\\/\\/([^\\/?#:]*\\.)?drchrono\\.com(?![^\\/?#:]))/i, "https:").replace(/^([a-z]+:\\/\\/[^\\/?#]*).*$/i, "$1")';

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
			displayName:
				'When the same DrChrono user connects the same application in another credential or another n8n, this connection ends. Give each n8n an application of its own.',
			name: 'connectionNotice',
			type: 'notice',
			default: '',
		},
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
				'Where your practice logs in to DrChrono. Leave it as it is unless DrChrono told you otherwise. An address of any page there will do.',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{${ORIGIN}}}/o/authorize/`,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{${ORIGIN}}}/o/token/`,
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
