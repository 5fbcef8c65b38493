import type { INodeProperties } from 'n8n-workflow';

import { paymentProfilesOrNotSet } from './choices';

/**
 * The patient's place in the practice: chart, status, visits, payment, pharmacies. patient_photo
 * and patient_photo_date are left out: the photo is a file, which the API takes in multipart
 * requests, and its date is refused without it.
 */
export const care: INodeProperties[] = [
	{
		displayName: 'Chart ID',
		name: 'chart_id',
		type: 'string',
		default: '',
		placeholder: 'e.g. SMNA000001',
		description:
			'Four letters and six digits. DrChrono makes one from the name if you leave it out.',
	},
	{
		displayName: 'Copay',
		name: 'copay',
		type: 'string',
		default: '',
		placeholder: 'e.g. 25.00',
		description: 'Amount in US dollars the patient pays per visit',
	},
	{
		displayName: 'Date of First Appointment',
		name: 'date_of_first_appointment',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
	},
	{
		displayName: 'Date of Last Appointment',
		name: 'date_of_last_appointment',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
	},
	{
		displayName: 'Default Pharmacy',
		name: 'default_pharmacy',
		type: 'string',
		default: '',
		placeholder: 'e.g. 0123456',
		description: 'The seven-digit number that every US pharmacy has (NCPDP ID)',
	},
	{
		displayName: 'Medication History Consent',
		name: 'medication_history_consent',
		type: 'string',
		default: '',
		description:
			"The patient's answer to whether the practice may look up which medications they took",
	},
	{
		displayName: 'Offices',
		name: 'offices',
		type: 'number',
		typeOptions: { multipleValues: true },
		default: 0,
		description:
			'IDs of the offices the patient has been to. DrChrono Users → Office → Get Many lists them.',
	},
	{
		displayName: 'Patient Flags Attached',
		name: 'patient_flags_attached',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Flag',
		description: 'Notices shown on the chart',
		options: [
			{
				displayName: 'Flag',
				name: 'values',
				values: [
					{
						displayName: 'Flag Text',
						name: 'flag_text',
						type: 'string',
						default: '',
						placeholder: 'e.g. Needs an interpreter',
					},
					{
						displayName: 'Flag Type',
						name: 'flag_type',
						type: 'number',
						default: 0,
						description:
							'ID of a kind of flag your practice set up. A patient read with Verbose shows it as flag_type.',
					},
				],
			},
		],
	},
	{
		displayName: 'Patient Payment Profile',
		name: 'patient_payment_profile',
		type: 'options',
		options: paymentProfilesOrNotSet,
		default: '',
		description:
			"How visits are paid. Insurance, Auto Accident and Worker's Comp need a primary or secondary insurance, on file or set along with this.",
	},
	{
		displayName: 'Patient Status',
		name: 'patient_status',
		type: 'options',
		options: [
			{ name: 'Active', value: 'A' },
			{ name: 'Inactive', value: 'I' },
			{ name: 'Inactive – Deceased', value: 'D' },
		],
		default: 'A',
	},
	{
		displayName: 'Preferred Pharmacies',
		name: 'preferred_pharmacies',
		type: 'string',
		typeOptions: { multipleValues: true },
		default: '',
		placeholder: 'e.g. 0123456',
		description: 'The seven-digit numbers that every US pharmacy has (NCPDP IDs)',
	},
	{
		displayName: 'Primary Care Physician',
		name: 'primary_care_physician',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nathan Smith',
	},
	{
		displayName: 'Referring Source',
		name: 'referring_source',
		type: 'string',
		default: '',
		placeholder: 'e.g. Website',
		description: 'How the patient came to the practice',
	},
];
