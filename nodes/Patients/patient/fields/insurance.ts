import type { INodeProperties } from 'n8n-workflow';

import { gendersOrNotSet, planTypesOrNotSet, relationshipsOrNotSet } from './choices';
import { countriesOrNotSet } from './countries';
import { states } from './states';

/**
 * What the primary, secondary and tertiary insurance have in common, which is all their fields. The
 * photos of the card (photo_front, photo_back) are left out: they are files, which the API takes in
 * multipart requests, while it takes nested objects in JSON only.
 */
const insuranceFields: INodeProperties[] = [
	{
		displayName: 'Claim Office Number',
		name: 'insurance_claim_office_number',
		type: 'string',
		default: '',
		placeholder: 'e.g. 202-555-0143',
		description: "Phone number of the insurer's claim office",
	},
	{ displayName: 'Group Name', name: 'insurance_group_name', type: 'string', default: '' },
	{ displayName: 'Group Number', name: 'insurance_group_number', type: 'string', default: '' },
	{
		displayName: 'Insurance Company',
		name: 'insurance_company',
		type: 'string',
		default: '',
		placeholder: 'e.g. Example Health',
	},
	{
		displayName: 'Insurance ID Number',
		name: 'insurance_id_number',
		type: 'string',
		default: '',
		description: 'The member number on the insurance card',
	},
	{
		displayName: 'Patient Is Subscriber',
		name: 'is_subscriber_the_patient',
		type: 'boolean',
		default: true,
		description: "Whether the policy is in the patient's own name",
	},
	{
		displayName: 'Patient Relationship to Subscriber',
		name: 'patient_relationship_to_subscriber',
		type: 'options',
		options: relationshipsOrNotSet,
		default: '',
		description: 'Who the patient is to the person who holds the policy',
	},
	{
		displayName: 'Payer ID',
		name: 'insurance_payer_id',
		type: 'string',
		default: '',
		description:
			'Identifies the insurer on electronic claims. DrChrono does not check it, so take it from its list of insurances.',
	},
	{ displayName: 'Plan Name', name: 'insurance_plan_name', type: 'string', default: '' },
	{
		displayName: 'Plan Type',
		name: 'insurance_plan_type',
		type: 'options',
		options: planTypesOrNotSet,
		default: '',
	},
	{
		displayName: 'Subscriber Address',
		name: 'subscriber_address',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1 Example Street',
	},
	{
		displayName: 'Subscriber City',
		name: 'subscriber_city',
		type: 'string',
		default: '',
		placeholder: 'e.g. Springfield',
	},
	{
		displayName: 'Subscriber Country',
		name: 'subscriber_country',
		type: 'options',
		options: countriesOrNotSet,
		default: '',
	},
	{
		displayName: 'Subscriber Date of Birth',
		name: 'subscriber_date_of_birth',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
	},
	{
		displayName: 'Subscriber First Name',
		name: 'subscriber_first_name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nathan',
	},
	{
		displayName: 'Subscriber Gender',
		name: 'subscriber_gender',
		type: 'options',
		options: gendersOrNotSet,
		default: '',
	},
	{
		displayName: 'Subscriber Last Name',
		name: 'subscriber_last_name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Smith',
	},
	{
		displayName: 'Subscriber Middle Name',
		name: 'subscriber_middle_name',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Subscriber Social Security Number',
		name: 'subscriber_social_security',
		type: 'string',
		default: '',
		description:
			'Sensitive: send it only where a payer asks for it, and keep it out of the rest of the workflow',
	},
	{
		displayName: 'Subscriber State',
		name: 'subscriber_state',
		type: 'options',
		options: states,
		default: '',
	},
	{
		displayName: 'Subscriber Suffix',
		name: 'subscriber_suffix',
		type: 'string',
		default: '',
		placeholder: 'e.g. III',
	},
	{
		displayName: 'Subscriber Zip Code',
		name: 'subscriber_zip_code',
		type: 'string',
		default: '',
		placeholder: 'e.g. 62701',
	},
];

/**
 * A nested object is a collection, not a fixed collection: n8n fills every field of a fixed
 * collection with its default before a node runs, so that changing one field would overwrite all
 * the others.
 */
export const insurance: INodeProperties[] = [
	{
		displayName: 'Primary Insurance',
		name: 'primary_insurance',
		type: 'collection',
		options: insuranceFields,
		default: {},
		placeholder: 'Add Field',
		description:
			'Take care with patients who have been seen already: after a change here, their past appointments may no longer be billable',
	},
	{
		displayName: 'Secondary Insurance',
		name: 'secondary_insurance',
		type: 'collection',
		options: insuranceFields,
		default: {},
		placeholder: 'Add Field',
		description:
			'Take care with patients who have been seen already: after a change here, their past appointments may no longer be billable',
	},
	{
		displayName: 'Tertiary Insurance',
		name: 'tertiary_insurance',
		type: 'collection',
		options: insuranceFields,
		default: {},
		placeholder: 'Add Field',
		description:
			'Take care with patients who have been seen already: after a change here, their past appointments may no longer be billable',
	},
];
