import type { INodeProperties } from 'n8n-workflow';
import { clockTolerance, maximumAge } from '../shared/jwt/options';
import { readinessField } from '../shared/messages/readiness';
import { setupNotice } from '../shared/messages/setupNotice';

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [clockTolerance, maximumAge],
};

const STEPS = [
	'Publish this workflow (n8n 1.x: switch it to Active), so that its production URL answers.',
	'In DrChrono open Account → API Management, for which you need the staff permission Settings, and choose the application whose Client ID is in the credential.',
	'It has two sections, Patient iframe and Clinical note iframe. Paste the production URL shown under Webhook URLs above into the one you want, or both, set a height, and save.',
	'Ask DrChrono to approve the application: before that the page shows nowhere.',
	'Run the DrChrono Iframe node (Register Doctor) once for each doctor, with that doctor’s own credential.',
];

export const properties: INodeProperties[] = [
	readinessField(),
	setupNotice(
		STEPS,
		'The page then shows in the patient and clinical note pages of those doctors.',
	),
	{
		displayName: 'Respond',
		name: 'responseMode',
		type: 'options',
		default: 'lastNode',
		options: [
			{
				name: 'Using Respond to Webhook Node',
				value: 'responseNode',
				description: 'The page is what that node responds with',
			},
			{
				name: 'When Last Node Finishes',
				value: 'lastNode',
				description: 'The page is in a field of the last node’s output, mostly html',
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
		description:
			'The field of the last node’s output that holds the page. n8n’s HTML node calls it html.',
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
