import type { INodeProperties } from 'n8n-workflow';
import { smokingStatuses } from './choices';

function measure(
	displayName: string,
	name: string,
	typeOptions: INodeProperties['typeOptions'],
	description = '',
): INodeProperties {
	return {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0, ...typeOptions },
		default: 0,
		...(description && { description }),
	};
}

const whole = { numberPrecision: 0 };
const decimals = { numberPrecision: 2 };

function unit(displayName: string, name: string, placeholder: string): INodeProperties {
	return { displayName, name, type: 'string', default: '', placeholder };
}

const vitalFields: INodeProperties[] = [
	measure('Blood Pressure (Diastolic)', 'blood_pressure_2', whole, 'In mmHg, the lower number'),
	measure('Blood Pressure (Systolic)', 'blood_pressure_1', whole, 'In mmHg, the upper number'),
	measure('Head Circumference', 'head_circumference', decimals),
	unit('Head Circumference Units', 'head_circumference_units', 'e.g. inches'),
	measure('Height', 'height', decimals),
	unit('Height Units', 'height_units', 'e.g. inches'),
	measure('Oxygen Saturation', 'oxygen_saturation', decimals, 'In percent'),
	{
		displayName: 'Pain',
		name: 'pain',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3',
		description: 'From 0 to 10',
	},
	measure('Pulse', 'pulse', whole, 'Beats per minute'),
	measure('Respiratory Rate', 'respiratory_rate', whole, 'Breaths per minute'),
	{
		displayName: 'Smoking Status',
		name: 'smoking_status',
		type: 'options',
		options: smokingStatuses,
		default: 'blank',
	},
	measure('Temperature', 'temperature', decimals),
	unit('Temperature Units', 'temperature_units', 'e.g. f'),
	measure('Weight', 'weight', decimals),
	unit('Weight Units', 'weight_units', 'e.g. lbs'),
];

/** What is noted at the visit. A nested object is a collection, so that only its added fields are sent. */
export const clinical: INodeProperties[] = [
	{
		displayName: 'Clinical Note',
		name: 'clinical_note',
		type: 'collection',
		default: {},
		placeholder: 'Add Field',
		description: 'The state of the note that belongs to the visit',
		options: [
			{
				displayName: 'Locked',
				name: 'locked',
				type: 'boolean',
				default: false,
				description: 'Whether the note is signed and closed',
			},
			{ displayName: 'Updated At', name: 'updated_at', type: 'dateTime', default: '' },
		],
	},
	{
		displayName: 'Custom Fields',
		name: 'custom_fields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Custom Field',
		description: 'Values of the fields your practice added to appointments',
		options: [
			{
				displayName: 'Custom Field',
				name: 'values',
				values: [
					{
						displayName: 'Field Type',
						name: 'field_type',
						type: 'number',
						typeOptions: whole,
						default: 0,
						description:
							'The ID of a field your practice set up. An appointment read with Verbose shows it as field_type.',
					},
					{ displayName: 'Field Value', name: 'field_value', type: 'string', default: '' },
				],
			},
		],
	},
	{
		displayName: 'Custom Vitals',
		name: 'custom_vitals',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Custom Vital',
		description: 'Values of the measurements your practice added',
		options: [
			{
				displayName: 'Custom Vital',
				name: 'values',
				values: [
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
					{
						displayName: 'Vital Type',
						name: 'vital_type',
						type: 'number',
						typeOptions: whole,
						default: 0,
						description:
							'The ID of a measurement your practice set up. An appointment read with Verbose shows it as vital_type.',
					},
				],
			},
		],
	},
	{
		displayName: 'Vitals',
		name: 'vitals',
		type: 'collection',
		default: {},
		placeholder: 'Add Field',
		description: 'Measured at the visit',
		options: vitalFields,
	},
];
