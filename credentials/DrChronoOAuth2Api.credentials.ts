import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * One API application of a practice, as listed on DrChrono's API-management page.
 *
 * n8n 1.x drops a `scope` that the user typed and takes the property's default, 2.x keeps it only
 * if the property is visible. So the choice is a visible property of its own, and `scope` is hidden
 * with a default computed from it, which works in both. It is never blank: n8n would send `scope=`,
 * which DrChrono answers with `invalid_scope`.
 */
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
		{
			displayName: 'What n8n May Do',
			name: 'scopes',
			type: 'multiOptions',
			default: [
				'user:read',
				'patients:read',
				'patients:write',
				'calendar:read',
				'calendar:write',
				'clinical:read',
			],
			description:
				'Tick no more than your workflows need. DrChrono asks you to confirm them when you connect; after a change, connect again. If DrChrono says that a scope is invalid, your application may not have one of these: leave out Messages, Settings and Tasks first.',
			options: [
				{
					name: 'Billing: Read',
					value: 'billing:read',
					description: 'See charges, line items and transactions',
				},
				{
					name: 'Billing: Write',
					value: 'billing:write',
					description: 'Create and change charges',
				},
				{
					name: 'Calendar: Read',
					value: 'calendar:read',
					description: 'See appointments; without it, appointment lists are empty',
				},
				{
					name: 'Calendar: Write',
					value: 'calendar:write',
					description: 'Book, move and cancel appointments',
				},
				{
					name: 'Clinical: Read',
					value: 'clinical:read',
					description: 'See clinical notes, problems, medications and allergies',
				},
				{
					name: 'Clinical: Write',
					value: 'clinical:write',
					description: 'Change problems, medications, allergies and other clinical records',
				},
				{
					name: 'Labs: Read',
					value: 'labs:read',
					description:
						'See lab orders and results; the DrChrono Polling Trigger needs it for Lab Results',
				},
				{ name: 'Labs: Write', value: 'labs:write', description: 'Create and change lab orders' },
				{
					name: 'Messages: Read',
					value: 'messages:read',
					description: 'See messages; not every application may have it',
				},
				{
					name: 'Messages: Write',
					value: 'messages:write',
					description: 'Send messages; not every application may have it',
				},
				{
					name: 'Patient Payments: Read',
					value: 'billing:patient-payment:read',
					description: 'See payments by patients',
				},
				{
					name: 'Patient Payments: Write',
					value: 'billing:patient-payment:write',
					description: 'Record payments by patients',
				},
				{
					name: 'Patient Summaries: Read',
					value: 'patients:summary:read',
					description: 'See names and contact details only',
				},
				{
					name: 'Patient Summaries: Write',
					value: 'patients:summary:write',
					description: 'Change names and contact details only',
				},
				{
					name: 'Patients: Read',
					value: 'patients:read',
					description: 'See patients with their insurance, documents and portal access',
				},
				{
					name: 'Patients: Write',
					value: 'patients:write',
					description: 'Create, change and delete patients, file documents, invite to the portal',
				},
				{
					name: 'Settings: Read',
					value: 'settings:read',
					description: 'See practice settings; not every application may have it',
				},
				{
					name: 'Settings: Write',
					value: 'settings:write',
					description: 'Change practice settings; not every application may have it',
				},
				{
					name: 'Tasks: Read',
					value: 'tasks:read',
					description: 'See tasks; not every application may have it',
				},
				{
					name: 'Tasks: Write',
					value: 'tasks:write',
					description: 'Create and change tasks; not every application may have it',
				},
				{
					name: 'User: Read',
					value: 'user:read',
					description:
						'See users, doctors and offices; the nodes need it to show you lists of them',
				},
				{
					name: 'User: Write',
					value: 'user:write',
					description:
						'Change offices, and register a doctor for a page of your own (DrChrono Iframe)',
				},
			],
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default:
				'={{($self["scopes"] && $self["scopes"].length ? $self["scopes"] : ["user:read", "patients:read", "patients:write", "calendar:read", "calendar:write", "clinical:read"]).join(" ")}}',
		},
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
