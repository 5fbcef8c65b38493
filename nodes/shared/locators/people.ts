import type { FieldTable } from '../fields/field';
import { described, needed } from '../fields/kinds';
import type { Declaration } from '../operation/crud';
import { ofChosen } from './chosen';
import { optionalDoctorLocator } from './doctor';
import { optionalPatientLocator } from './patient';

/** A patient, picked by name; said what for. */
export const patient = (about: string) => described(optionalPatientLocator, { about });

/** A doctor, picked by name; said what for. */
export const doctor = (about: string) => described(optionalDoctorLocator, { about });

/**
 * For records that exist in a chart only: the list shows those of the patient who is chosen first, and none
 * ever moves to another chart.
 */
export const inChart = {
	within: {
		fields: {
			patient: patient('Whose records the list below shows. With By ID nobody is needed.'),
		},
		query: ofChosen('patient'),
	},
	fixed: ['patient'],
} as const satisfies Partial<Declaration>;

/** The patient whose chart a new record goes into. */
export const chart = needed(patient('Whose chart it goes into'));

/** The filters of most lists of records in charts. */
export const chartFilters = {
	doctor: doctor('Only records of this doctor'),
	patient: patient('Only records of this patient'),
} as const satisfies FieldTable;
