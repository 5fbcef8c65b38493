import type { INodeProperties } from 'n8n-workflow';

import { states } from './states';

const workersCompFields: INodeProperties[] = [
	{
		displayName: 'Carrier Code',
		name: 'workers_comp_carrier_code',
		type: 'string',
		default: '',
		description: "The insurer's code at the workers' compensation board",
	},
	{ displayName: 'Case Number', name: 'workers_comp_case_number', type: 'string', default: '' },
	{
		displayName: 'Date of Accident',
		name: 'workers_comp_date_of_accident',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
	},
	{ displayName: 'Group Name', name: 'workers_comp_group_name', type: 'string', default: '' },
	{ displayName: 'Group Number', name: 'workers_comp_group_number', type: 'string', default: '' },
	{
		displayName: 'Insurance Company',
		name: 'workers_comp_company',
		type: 'string',
		default: '',
		placeholder: 'e.g. Example Mutual',
	},
	{
		displayName: 'Notes',
		name: 'workers_comp_notes',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
	},
	{ displayName: 'Payer Address', name: 'workers_comp_payer_address', type: 'string', default: '' },
	{ displayName: 'Payer City', name: 'workers_comp_payer_city', type: 'string', default: '' },
	{
		displayName: 'Payer ID',
		name: 'workers_comp_payer_id',
		type: 'string',
		default: '',
		description: 'Identifies the insurer on electronic claims',
	},
	{
		displayName: 'Payer State',
		name: 'workers_comp_payer_state',
		type: 'options',
		options: states,
		default: '',
	},
	{
		displayName: 'Payer Zip Code',
		name: 'workers_comp_payer_zip',
		type: 'string',
		default: '',
		placeholder: 'e.g. 62701',
	},
	{
		displayName: 'Property and Casualty Agency Claim Number',
		name: 'property_and_casualty_agency_claim_number',
		type: 'string',
		default: '',
		description: 'The number the insurer gave this claim',
	},
	{
		displayName: 'State of Occurrence',
		name: 'workers_comp_state_of_occurrence',
		type: 'options',
		options: states,
		default: '',
		description: 'Where the accident happened',
	},
	{
		displayName: 'WCB Number',
		name: 'workers_comp_wcb',
		type: 'string',
		default: '',
		description: "The case number at the workers' compensation board",
	},
	{
		displayName: 'WCB Rating Code',
		name: 'workers_comp_wcb_rating_code',
		type: 'string',
		default: '',
		description: "The provider's rating code at the workers' compensation board",
	},
];

/** A collection, so that only the fields the user added are sent: see insurance.ts. */
export const workersComp: INodeProperties[] = [
	{
		displayName: "Workers' Comp Insurance",
		name: 'workers_comp_insurance',
		type: 'collection',
		options: workersCompFields,
		default: {},
		placeholder: 'Add Field',
		description: 'The claim after an accident at work',
	},
];
