import type { FieldTable } from '../../../shared/fields/field';
import { choice, orNotSet, text, texts, wholeNumber } from '../../../shared/fields/kinds';
import { billingStatuses } from './choices';

/** Who bills the visit to whom, and for what. */
export const billing = {
	billing_provider: text({
		eg: '120001',
		about:
			'The ID of the doctor in whose name the visit is billed. DrChrono Users → Doctor → Get Many lists the IDs.',
	}),
	billing_status: choice(orNotSet(billingStatuses), {
		about: 'For a status that your practice set up itself, switch to Expression and write its name',
		open: true,
	}),
	icd10_codes: texts({
		eg: 'Z00.00',
		about: 'The diagnoses. In an update they replace those that are there.',
	}),
	icd9_codes: texts({
		eg: 'V70.0',
		about: 'Diagnoses by the code that was used before October 2015',
	}),
	payment_profile: text({ eg: 'Insurance', about: 'How the visit is paid, as DrChrono calls it' }),
	resubmit_claim_original_id: wholeNumber({
		about: 'The ID of the claim that is sent again with this one',
	}),
	supervising_provider: text({
		eg: '120002',
		about: 'The ID of the doctor who supervises the visit',
	}),
} as const satisfies FieldTable;
