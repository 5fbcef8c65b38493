import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { JwtRules } from './jwt';
import { words } from '../messages/words';

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

/** @param initial seconds */
export function maximumAge(initial: number): INodeProperties {
	return {
		displayName: 'Maximum Age (Seconds)',
		name: 'maximumAge',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: initial,
		description:
			'For how long a token is accepted after DrChrono made it, so that an address copied today is of no use tomorrow',
	};
}

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

/** The rules that an Options collection, once it is read, stands for. */
export function jwtRules(
	options: IDataObject,
	initial: Omit<JwtRules, 'clockToleranceS'>,
): JwtRules {
	const { clockTolerance: tolerance, maximumAge: age, requiredClaims: claims } = options;
	return {
		clockToleranceS: typeof tolerance === 'number' ? tolerance : CLOCK_TOLERANCE_S,
		maximumAgeS: typeof age === 'number' ? age : initial.maximumAgeS,
		requiredClaims: Array.isArray(claims) ? claims.map(String) : initial.requiredClaims,
	};
}
