import type { INodeProperties } from 'n8n-workflow';

import { ethnicities, genders, languages, races } from './choices';

/** What narrows a list of patients. `doctor`, a resource locator, is added by the node. */
export const patientFilters: INodeProperties[] = [
	{
		displayName: 'Changed Since',
		name: 'since',
		type: 'dateTime',
		default: '',
		description: 'Only patients created or changed at this time or later',
	},
	{
		displayName: 'Chart ID',
		name: 'chart_id',
		type: 'string',
		default: '',
		placeholder: 'e.g. SMNA000001',
		description: 'Four letters and six digits, from the patient’s chart',
	},
	{
		displayName: 'Created On',
		name: 'created_at',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
	},
	{
		displayName: 'Date of Birth',
		name: 'date_of_birth',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'name@email.com',
	},
	{
		displayName: 'Ethnicity',
		name: 'ethnicity',
		type: 'options',
		options: ethnicities,
		default: 'blank',
	},
	{
		displayName: 'First Name',
		name: 'first_name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nathan',
	},
	{ displayName: 'Gender', name: 'gender', type: 'options', options: genders, default: 'Female' },
	{
		displayName: 'Last Name',
		name: 'last_name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Smith',
	},
	{
		displayName: 'Preferred Language',
		name: 'preferred_language',
		type: 'options',
		options: languages,
		default: 'blank',
	},
	{ displayName: 'Race', name: 'race', type: 'options', options: races, default: 'blank' },
];
