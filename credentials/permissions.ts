import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Every scope of DrChrono, in words. */
const SCOPES: INodePropertyOptions[] = [
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
		description: 'See users, doctors and offices; the nodes need it to show you lists of them',
	},
	{
		name: 'User: Write',
		value: 'user:write',
		description: 'Change offices, and register a doctor for a page of your own (DrChrono Iframe)',
	},
];

/** What the nodes need for patients, documents and appointments; DrChrono has always accepted these. */
const USUAL = [
	'user:read',
	'patients:read',
	'patients:write',
	'calendar:read',
	'calendar:write',
	'clinical:read',
];
const READ_ONLY = USUAL.filter((scope) => scope.endsWith(':read'));

/** As an expression can hold it. */
const list = (scopes: readonly unknown[]) => JSON.stringify(scopes);

/**
 * What is asked for, by the choice, as an expression. A credential that was stored before there was a
 * choice has its permissions in `scopes` and goes on asking for them. n8n's editor writes permissions of
 * its own into a field of this name, so of these only DrChrono's count. Never blank: n8n would send
 * `scope=`, which DrChrono answers with `invalid_scope`.
 */
const asked = [
	`$self["permissions"] === "readOnly" ? ${list(READ_ONLY)}`,
	`$self["permissions"] === "chosen" ? $self["chosenScopes"]`,
	`$self["scopes"].filter((scope) => ${list(SCOPES.map(({ value }) => value))}.includes(scope))`,
].join(' : ');

/**
 * n8n 1.x drops a `scope` that the user typed and takes the property's default, 2.x keeps it only if the
 * property is visible. So the choice is in properties of its own, and `scope` is hidden with a default
 * computed from them, which works in both.
 */
export const permissionProperties: INodeProperties[] = [
	{
		displayName: 'Permissions',
		name: 'permissions',
		type: 'options',
		default: 'usual',
		description:
			'What n8n may do in DrChrono. DrChrono asks you to confirm it when you connect; after a change, connect again.',
		options: [
			{
				name: 'Choose Yourself',
				value: 'chosen',
				description: 'Needed for lab results, messages, tasks and billing',
			},
			{
				name: 'Read Only',
				value: 'readOnly',
				description: 'See patients, documents, appointments and clinical notes, change nothing',
			},
			{
				name: 'Usual',
				value: 'usual',
				description:
					'See and change patients, documents and appointments, and see clinical notes. A connection from before there was this choice keeps the permissions that were ticked then.',
			},
		],
	},
	{
		displayName: 'What n8n May Do',
		name: 'chosenScopes',
		type: 'multiOptions',
		default: USUAL,
		displayOptions: { show: { permissions: ['chosen'] } },
		description:
			'Tick no more than your workflows need. If DrChrono says that a scope is invalid, your application may not have one of these: leave out Messages, Settings and Tasks first. With none ticked, the usual ones are asked for.',
		options: SCOPES,
	},
	{ displayName: 'Scopes', name: 'scopes', type: 'hidden', default: USUAL },
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'hidden',
		default: `={{ ((scopes) => (scopes.length ? scopes : ${list(USUAL)}).join(" "))(${asked}) }}`,
	},
];
