import type { FieldTable } from '../../../shared/fields/field';
import {
	choice,
	date,
	orNotSet,
	rows,
	text,
	texts,
	wholeNumbers,
} from '../../../shared/fields/kinds';
import { flagTypes } from '../../../shared/locators/lookups';
import { recordChoice } from '../../../shared/locators/record';
import { paymentProfiles } from './choices';

/**
 * The patient’s place in the practice: chart, status, visits, payment, pharmacies. patient_photo and
 * patient_photo_date are left out: the photo is a file, which the API takes in multipart requests, and
 * its date is refused without it.
 */
export const care = {
	chart_id: text({
		eg: 'SMNA000001',
		about: 'Four letters and six digits. DrChrono makes one from the name if you leave it out.',
	}),
	copay: text({ eg: '25.00', about: 'Amount in US dollars the patient pays per visit' }),
	date_of_first_appointment: date(),
	date_of_last_appointment: date(),
	default_pharmacy: text({
		eg: '0123456',
		about: 'The seven-digit number that every US pharmacy has (NCPDP ID)',
	}),
	medication_history_consent: text({
		about: "The patient's answer to whether the practice may look up which medications they took",
	}),
	offices: wholeNumbers({
		about:
			'IDs of the offices the patient has been to. DrChrono Users → Office → Get Many lists them.',
	}),
	patient_flags_attached: rows(
		{
			flag_text: text({ eg: 'Needs an interpreter' }),
			flag_type: recordChoice(flagTypes, 'Flag'),
		},
		{ about: 'Notices shown on the chart', row: 'Flag' },
	),
	patient_payment_profile: choice(orNotSet(paymentProfiles), {
		about:
			"How visits are paid. Insurance, Auto Accident and Worker's Comp need a primary or secondary insurance, on file or set along with this.",
	}),
	patient_status: choice({ A: 'Active', I: 'Inactive', D: 'Inactive – Deceased' }),
	preferred_pharmacies: texts({
		eg: '0123456',
		about: 'The seven-digit numbers that every US pharmacy has (NCPDP IDs)',
	}),
	primary_care_physician: text({ eg: 'Nathan Smith' }),
	referring_source: text({ eg: 'Website', about: 'How the patient came to the practice' }),
} as const satisfies FieldTable;
