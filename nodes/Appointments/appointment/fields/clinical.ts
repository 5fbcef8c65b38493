import type { FieldTable } from '../../../shared/fields/field';
import {
	amount,
	choice,
	dateTime,
	group,
	rows,
	text,
	wholeNumber,
	yesNo,
} from '../../../shared/fields/kinds';
import { smokingStatuses } from './choices';

/** What is noted at the visit. */
export const clinical = {
	clinical_note: group(
		{
			locked: yesNo({ about: 'Whether the note is signed and closed' }),
			updated_at: dateTime(),
		},
		{ about: 'The state of the note that belongs to the visit' },
	),
	custom_fields: rows(
		{
			field_type: wholeNumber({
				about:
					'The ID of a field your practice set up. An appointment read with Verbose shows it as field_type.',
			}),
			field_value: text(),
		},
		{ about: 'Values of the fields your practice added to appointments', row: 'Custom Field' },
	),
	custom_vitals: rows(
		{
			value: text(),
			vital_type: wholeNumber({
				about:
					'The ID of a measurement your practice set up. An appointment read with Verbose shows it as vital_type.',
			}),
		},
		{ about: 'Values of the measurements your practice added', row: 'Custom Vital' },
	),
	vitals: group(
		{
			blood_pressure_2: wholeNumber({
				label: 'Blood Pressure (Diastolic)',
				about: 'In mmHg, the lower number',
			}),
			blood_pressure_1: wholeNumber({
				label: 'Blood Pressure (Systolic)',
				about: 'In mmHg, the upper number',
			}),
			head_circumference: amount(),
			head_circumference_units: text({ eg: 'inches' }),
			height: amount(),
			height_units: text({ eg: 'inches' }),
			oxygen_saturation: amount({ about: 'In percent' }),
			pain: text({ eg: '3', about: 'From 0 to 10' }),
			pulse: wholeNumber({ about: 'Beats per minute' }),
			respiratory_rate: wholeNumber({ about: 'Breaths per minute' }),
			smoking_status: choice(smokingStatuses, { initial: 'blank' }),
			temperature: amount(),
			temperature_units: text({ eg: 'f' }),
			weight: amount(),
			weight_units: text({ eg: 'lbs' }),
		},
		{ about: 'Measured at the visit' },
	),
} as const satisfies FieldTable;
