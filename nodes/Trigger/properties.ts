import type { INodeProperties } from 'n8n-workflow';
import { outputProperties } from '../shared/operation/output';
import { readinessField } from '../shared/messages/readiness';
import { setupNotice } from '../shared/messages/setupNotice';
import { EVERY_EVENT, eventOptions } from './events';
import { allRecordFields, commonFields } from './records';

const STEPS = [
	'DrChrono has one webhook for each API application, so this is the one DrChrono Trigger for the application in the credential: let it take all the events you need, and put a Switch node after it, on event. For a second trigger register a second application.',
	'Think up a secret, long and random, and enter it as Webhook Secret in the DrChrono credential.',
	'Publish this workflow (n8n 1.x: switch it to Active), so that its production URL answers.',
	'In DrChrono open Account → API Management, choose your application, and set up its webhook. n8n’s test URL there would cut production off: to try things out take a second application.',
	'Paste the production URL shown under Webhook URLs above as its callback URL, and the same secret as its secret token.',
	'Tick the events to send, save, and click Verify Webhook. DrChrono calls the URL and shows the webhook as verified.',
];

const output = outputProperties(commonFields, allRecordFields).map((property) =>
	property.name === 'output'
		? {
				...property,
				description:
					'How much of the patient, appointment or other record to pass on, next to the event’s name and time',
			}
		: property,
);

export const properties: INodeProperties[] = [
	readinessField(),
	setupNotice(STEPS, 'DrChrono sends what happens from then on.'),
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: [EVERY_EVENT],
		options: eventOptions,
		description:
			'The events that start the workflow. Tick the same ones on DrChrono’s page: it sends only those. Events that DrChrono adds later start it only with Every Event.',
	},
	...output,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Pass On Pings',
				name: 'passPings',
				type: 'boolean',
				default: false,
				description:
					'Whether the test event that DrChrono sends, PING, also starts the workflow. DrChrono gets its answer in any case.',
			},
			{
				displayName: 'Practice Group IDs',
				name: 'practices',
				type: 'string',
				default: '',
				placeholder: 'e.g. 222',
				description:
					'Only events of these practice groups, with commas between several IDs. An event’s practice_group_id shows the ID. Empty is every practice that uses the application.',
			},
		],
	},
];
