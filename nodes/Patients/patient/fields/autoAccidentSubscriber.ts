import type { INodeProperties } from 'n8n-workflow';

import { relationshipsOrNotSet } from './choices';
import { states } from './states';

/** The person who holds the car insurance. */
export const autoAccidentSubscriber: INodeProperties[] = [
	{
		displayName: 'Patient Is Subscriber',
		name: 'auto_accident_is_subscriber_the_patient',
		type: 'boolean',
		default: false,
		description: "Whether the policy is in the patient's own name",
	},
	{
		displayName: 'Patient Relationship to Subscriber',
		name: 'auto_accident_patient_relationship_to_subscriber',
		type: 'options',
		options: relationshipsOrNotSet,
		default: '',
		description: 'Who the patient is to the person who holds the policy',
	},
	{
		displayName: 'Subscriber Address',
		name: 'auto_accident_subscriber_address',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1 Example Street',
	},
	{
		displayName: 'Subscriber City',
		name: 'auto_accident_subscriber_city',
		type: 'string',
		default: '',
		placeholder: 'e.g. Springfield',
	},
	{
		displayName: 'Subscriber Date of Birth',
		name: 'auto_accident_subscriber_date_of_birth',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
	},
	{
		displayName: 'Subscriber First Name',
		name: 'auto_accident_subscriber_first_name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nathan',
	},
	{
		displayName: 'Subscriber Last Name',
		name: 'auto_accident_subscriber_last_name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Smith',
	},
	{
		displayName: 'Subscriber Middle Name',
		name: 'auto_accident_subscriber_middle_name',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Subscriber Phone Number',
		name: 'auto_accident_subscriber_phone_number',
		type: 'string',
		default: '',
		placeholder: 'e.g. 202-555-0143',
	},
	{
		displayName: 'Subscriber Social Security Number',
		name: 'auto_accident_subscriber_social_security',
		type: 'string',
		default: '',
		description:
			'Sensitive: send it only where a payer asks for it, and keep it out of the rest of the workflow',
	},
	{
		displayName: 'Subscriber State',
		name: 'auto_accident_subscriber_state',
		type: 'options',
		options: states,
		default: '',
	},
	{
		displayName: 'Subscriber Suffix',
		name: 'auto_accident_subscriber_suffix',
		type: 'string',
		default: '',
		placeholder: 'e.g. III',
	},
	{
		displayName: 'Subscriber Zip Code',
		name: 'auto_accident_subscriber_zip_code',
		type: 'string',
		default: '',
		placeholder: 'e.g. 62701',
	},
];
