import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { JwtRules } from './jwt';
import { words } from '../messages/words';

/** What DrChrono writes into the address of an iframe, and repeats in the token. */
export const REPEATED_CLAIMS = ['doctor_id', 'patient_id', 'practice_id'];

/** Every page that DrChrono shows has a fresh token, so this only bounds how long one can be reused. */
const MAXIMUM_AGE_S = 300;

/** DrChrono's documentation allows its clock and the receiver's to differ by a minute. */
const CLOCK_TOLERANCE_S = 60;

export const clockTolerance: INodeProperties = {
	displayName: 'Clock Tolerance (Seconds)',
	name: 'clockTolerance',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: CLOCK_TOLERANCE_S,
	description: 'How many seconds the clocks of DrChrono and n8n may be apart. DrChrono allows 60.',
};

export const maximumAge: INodeProperties = {
	displayName: 'Maximum Age (Seconds)',
	name: 'maximumAge',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: MAXIMUM_AGE_S,
	description:
		'For how long a token is accepted after DrChrono made it, so that an address copied today is of no use tomorrow',
};

export const requiredClaims: INodeProperties = {
	displayName: 'Required Claims',
	name: 'requiredClaims',
	type: 'multiOptions',
	default: ['doctor_id', 'patient_id', 'practice_id'],
	options: [
		{ name: words('doctor_id'), value: 'doctor_id' },
		{ name: 'Expires At', value: 'exp' },
		{ name: 'Issued At', value: 'iat' },
		{ name: 'Not Before', value: 'nbf' },
		{ name: words('patient_id'), value: 'patient_id' },
		{ name: words('practice_id'), value: 'practice_id' },
	],
	description: 'What must be in the token; without it the token is refused',
};

/**
 * The rules that an Options collection, once it is read, stands for. What is not among the options is as
 * strict as DrChrono's own tokens allow: five minutes old at most, with all three IDs.
 */
export function jwtRules(options: IDataObject): JwtRules {
	const { clockTolerance: tolerance, maximumAge: age, requiredClaims: claims } = options;
	return {
		clockToleranceS: typeof tolerance === 'number' ? tolerance : CLOCK_TOLERANCE_S,
		maximumAgeS: typeof age === 'number' ? age : MAXIMUM_AGE_S,
		requiredClaims: Array.isArray(claims) ? claims.map(String) : REPEATED_CLAIMS,
	};
}
