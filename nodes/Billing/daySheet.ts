import { choice, type Choices } from '../shared/fields/kinds';
import type { Resource } from '../shared/operation/operation';
import { report } from './daySheet/report';

const either = (label: string, otherwise: string, values: Choices, about: string) =>
	choice({ ...values }, { label, about: `${about} Left out: ${otherwise}.` });

const chargesBy = either(
	'Charges By',
	'the day on which they were entered',
	{ scheduled_time: 'Day of the Appointment' },
	'By which day charges count.',
);
const creditsBy = either(
	'Credits By',
	'the day on which they were posted',
	{ credit: 'Credit', debit: 'Debit' },
	'By which day credits count.',
);

const charges = report({
	value: 'getCharges',
	name: 'Get Charges',
	path: 'day_sheet_charges',
	description: 'What was billed from one day to another',
	filters: { charges_date_type: chargesBy },
});

const credits = report({
	value: 'getCredits',
	name: 'Get Credits',
	path: 'day_sheet_credits',
	description: 'What insurers paid and what was adjusted from one day to another',
	filters: { credits_date_type: creditsBy },
});

const patientPayments = report({
	value: 'getPatientPayments',
	name: 'Get Patient Payments',
	path: 'day_sheet_patient_payments',
	description: 'What patients paid from one day to another',
	filters: { charges_date_type: chargesBy },
	office: 'office',
});

const totals = report({
	value: 'getTotals',
	name: 'Get Totals',
	path: 'day_sheet_totals',
	description: 'The sums of charges, credits and payments from one day to another',
	filters: { charges_date_type: chargesBy },
});

/** The reports of DrChrono's Day Sheet; the contract does not say what they answer. */
export const daySheet: Resource = {
	value: 'daySheet',
	name: 'Day Sheet',
	initial: charges.value,
	operations: [charges, credits, patientPayments, totals],
};
