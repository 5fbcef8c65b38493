import type { INodeProperties } from 'n8n-workflow';
import { billingStatuses } from './choices';

/** Who bills the visit to whom, and for what. */
export const billing: INodeProperties[] = [
	{
		displayName: 'Billing Provider',
		name: 'billing_provider',
		type: 'string',
		default: '',
		placeholder: 'e.g. 120001',
		description:
			'The ID of the doctor in whose name the visit is billed. DrChrono Users → Doctor → Get Many lists the IDs.',
	},
	{
		displayName: 'Billing Status',
		name: 'billing_status',
		type: 'options',
		options: billingStatuses,
		allowArbitraryValues: true,
		default: '',
		description:
			'For a status that your practice set up itself, switch to Expression and write its name',
	},
	{
		displayName: 'ICD-10 Codes',
		name: 'icd10_codes',
		type: 'string',
		typeOptions: { multipleValues: true },
		default: '',
		placeholder: 'e.g. Z00.00',
		description: 'The diagnoses. In an update they replace those that are there.',
	},
	{
		displayName: 'ICD-9 Codes',
		name: 'icd9_codes',
		type: 'string',
		typeOptions: { multipleValues: true },
		default: '',
		placeholder: 'e.g. V70.0',
		description: 'Diagnoses by the code that was used before October 2015',
	},
	{
		displayName: 'Payment Profile',
		name: 'payment_profile',
		type: 'string',
		default: '',
		placeholder: 'e.g. Insurance',
		description: 'How the visit is paid, as DrChrono calls it',
	},
	{
		displayName: 'Resubmit Claim Original ID',
		name: 'resubmit_claim_original_id',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'The ID of the claim that is sent again with this one',
	},
	{
		displayName: 'Supervising Provider',
		name: 'supervising_provider',
		type: 'string',
		default: '',
		placeholder: 'e.g. 120002',
		description: 'The ID of the doctor who supervises the visit',
	},
];
