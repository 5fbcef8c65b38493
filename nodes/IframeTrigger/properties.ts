import type { INodeProperties } from 'n8n-workflow';
import { clockTolerance, maximumAge } from '../shared/jwtOptions';

/** Every page that DrChrono shows has a fresh token, so this only bounds how long one can be reused. */
export const MAXIMUM_AGE_S = 300;

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [clockTolerance, maximumAge(MAXIMUM_AGE_S)],
};

export const properties: INodeProperties[] = [
	{
		displayName:
			'Copy the Production URL from Webhook URLs above. In DrChrono, open Account → API Management → your application and paste it as the address of the iframe. Activate this workflow, and register each doctor once with the DrChrono Iframe node.',
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Respond',
		name: 'responseMode',
		type: 'options',
		default: 'lastNode',
		options: [
			{
				name: 'Using Respond to Webhook Node',
				value: 'responseNode',
				description: 'The page is the response defined in that node',
			},
			{
				name: 'When Last Node Finishes',
				value: 'lastNode',
				description: 'The page is the HTML in a field of the last node’s first item',
			},
		],
		description: 'Where the page that DrChrono shows comes from',
	},
	{
		displayName: 'HTML Field',
		name: 'htmlField',
		type: 'string',
		required: true,
		default: 'html',
		placeholder: 'e.g. html',
		displayOptions: { show: { responseMode: ['lastNode'] } },
		description: 'The field that holds the page. The HTML node puts it into html.',
	},
	{
		displayName:
			'n8n’s Respond to Webhook node refuses to run without one of n8n’s own Webhook nodes before it. Add one, disable it, and connect it to the Respond to Webhook node too. Set Respond With to Text there, and add the response header Content-Type: text/html.',
		name: 'respondNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { responseMode: ['responseNode'] } },
	},
	options,
];
