import { declare } from '../../shared/fields/field';
import { choice, needed } from '../../shared/fields/kinds';
import { property } from '../../shared/operation/operation';

/** Whose list of payers is meant; DrChrono has no payer without it. */
export const clearinghouses = needed(
	choice(
		{ emdeon: 'Emdeon', gateway: 'Gateway', ihcfa: 'iHCFA' },
		{ label: 'Clearinghouse', about: 'Whose list of payers to search' },
	),
);

export const clearinghouse = property(declare({ payer_type: clearinghouses }).payer_type);
