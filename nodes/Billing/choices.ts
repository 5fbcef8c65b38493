import { choice, needed, type About } from '../shared/fields/kinds';

/** How somebody paid; the API's codes. */
export const paymentMethod = (about: About = {}) =>
	choice(
		{
			CASH: 'Cash',
			AMEX: 'American Express',
			CHCK: 'Check',
			CRDT: 'Credit Card',
			DBIT: 'Debit Card',
			DISC: 'Discover',
			DRCP: ['DRCP', 'One of DrChrono’s own codes, whose meaning it does not document'],
			MSTR: 'Mastercard',
			ONPT: 'OnPatient',
			OTHR: 'Other',
			PTPA: 'Patient Payments',
			SQR1: 'Square (Legacy)',
			SQRE: 'Square',
			VISA: 'Visa',
		},
		about,
	);

/** What a procedure code is one of; the API's letters. */
export const procedureType = (about: About = {}) =>
	choice(
		{
			C: 'CPT',
			H: 'HCPCS',
			S: ['S', 'One of DrChrono’s own letters, whose meaning it does not document'],
			U: ['Custom', 'A code of the practice’s own'],
		},
		about,
	);

/** Whose list of payers is meant; DrChrono has no payer without it. */
export const clearinghouse = needed(
	choice(
		{ emdeon: 'Emdeon', gateway: 'Gateway', ihcfa: 'iHCFA' },
		{ label: 'Clearinghouse', about: 'Whose list of payers to search' },
	),
);
