import type { INodeProperties } from 'n8n-workflow';

import { specialtiesOrNotSet } from './specialties';

const referringDoctorFields: INodeProperties[] = [
	{
		displayName: 'Address',
		name: 'address',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1 Example Street',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'name@email.com',
	},
	{
		displayName: 'Fax',
		name: 'fax',
		type: 'string',
		default: '',
		placeholder: 'e.g. 202-555-0144',
	},
	{
		displayName: 'First Name',
		name: 'first_name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nathan',
	},
	{
		displayName: 'Last Name',
		name: 'last_name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Smith',
	},
	{ displayName: 'Middle Name', name: 'middle_name', type: 'string', default: '' },
	{
		displayName: 'NPI',
		name: 'npi',
		type: 'string',
		default: '',
		description: 'National Provider Identifier, the ten-digit number of a US health care provider',
	},
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. 202-555-0143',
	},
	{
		displayName: 'Provider Number',
		name: 'provider_number',
		type: 'string',
		default: '',
		description: 'A number of the kind chosen under Provider Qualifier',
	},
	{
		displayName: 'Provider Qualifier',
		name: 'provider_qualifier',
		type: 'options',
		options: [
			{ name: 'Not Set', value: '' },
			{ name: 'Provider Commercial Number', value: 'G2' },
			{ name: 'Provider UPIN Number', value: '1G' },
			{ name: 'State License Number', value: '0B' },
		],
		default: '',
		description: 'What kind of number the Provider Number is',
	},
	{
		displayName: 'Specialty',
		name: 'specialty',
		type: 'options',
		options: specialtiesOrNotSet,
		default: '',
	},
	{ displayName: 'Suffix', name: 'suffix', type: 'string', default: '', placeholder: 'e.g. MD' },
];

/** A collection, so that only the fields the user added are sent: see insurance.ts. */
export const referringDoctor: INodeProperties[] = [
	{
		displayName: 'Referring Doctor',
		name: 'referring_doctor',
		type: 'collection',
		options: referringDoctorFields,
		default: {},
		placeholder: 'Add Field',
		description: 'The doctor who sent the patient to the practice',
	},
];
