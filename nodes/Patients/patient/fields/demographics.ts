import type { INodeProperties } from 'n8n-workflow';
import { property } from '../../../shared/operation/operation';

import { ethnicities, gendersOrNotSet, languages, pronounsOrNotSet, races } from './choices';

export const firstName = property({
	displayName: 'First Name',
	name: 'first_name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Nathan',
});

export const lastName = property({
	displayName: 'Last Name',
	name: 'last_name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Smith',
});

export const dateOfBirth = property({
	displayName: 'Date of Birth',
	name: 'date_of_birth',
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	default: '',
	description: 'Year, month and day, such as 1980-05-03',
});

export const gender = property({
	displayName: 'Gender',
	name: 'gender',
	type: 'options',
	options: gendersOrNotSet,
	default: '',
});

/** Who the patient is. */
export const demographics: INodeProperties[] = [
	dateOfBirth,
	{
		displayName: 'Custom Demographics',
		name: 'custom_demographics',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Custom Demographic',
		description: 'Values of the fields your practice added to the demographics',
		options: [
			{
				displayName: 'Custom Demographic',
				name: 'values',
				values: [
					{
						displayName: 'Field Type',
						name: 'field_type',
						type: 'number',
						default: 0,
						description:
							'ID of the field your practice added. A patient read with Verbose shows it as field_type.',
					},
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
			},
		],
	},
	{
		displayName: 'Date of Death',
		name: 'date_of_death',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'To mark the patient as deceased as well, set Patient Status',
	},
	{
		displayName: 'Ethnicity',
		name: 'ethnicity',
		type: 'options',
		options: ethnicities,
		default: 'blank',
	},
	{ displayName: 'Middle Name', name: 'middle_name', type: 'string', default: '' },
	{
		displayName: 'Nickname',
		name: 'nick_name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nate',
		description: 'What the patient is called instead of the first name',
	},
	{
		displayName: 'Preferred Language',
		name: 'preferred_language',
		type: 'options',
		options: languages,
		default: 'blank',
	},
	{
		displayName: 'Pronouns',
		name: 'pronouns',
		type: 'options',
		options: pronounsOrNotSet,
		default: '',
	},
	{ displayName: 'Race', name: 'race', type: 'options', options: races, default: 'blank' },
	{
		displayName: 'Race Subcategories',
		name: 'race_subcategories',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Race Subcategory',
		description: 'Narrower groups within the race, with their codes',
		options: [
			{
				displayName: 'Race Subcategory',
				name: 'values',
				values: [
					{
						displayName: 'Code',
						name: 'code',
						type: 'string',
						default: '',
						placeholder: 'e.g. 2034-7',
					},
					{
						displayName: 'Description',
						name: 'description',
						type: 'string',
						default: '',
						placeholder: 'e.g. Chinese',
					},
				],
			},
		],
	},
	{
		displayName: 'Social Security Number',
		name: 'social_security_number',
		type: 'string',
		default: '',
		description:
			'Sensitive: send it only where a payer asks for it, and keep it out of the rest of the workflow',
	},
];
