import type { JwtRefusal, JwtRules } from '../shared/jwt/jwt';
import { verifyJwt } from '../shared/jwt/jwt';
import type { IDataObject } from 'n8n-workflow';
import { textOf } from '../shared/messages/words';

/** What DrChrono writes into the address, and repeats in the token. */
export const REPEATED = ['doctor_id', 'patient_id', 'practice_id'];

export type Admission =
	| { readonly claims: IDataObject }
	| JwtRefusal
	| { readonly reason: 'no-token' | 'altered-address' };

/**
 * Whether DrChrono opened this address: its token is good, and the doctor, the patient and the
 * practice next to it are those of the token. What is not in the token is trusted by nobody, so of
 * the address nothing but the token's claims goes on.
 * @param query the address's parameters; one that is given twice is a list
 * @param nowMs milliseconds since 1970
 */
export async function admit(
	query: IDataObject,
	secret: string,
	rules: JwtRules,
	nowMs: number,
): Promise<Admission> {
	if (typeof query.jwt !== 'string') return { reason: 'no-token' };
	const verdict = await verifyJwt(query.jwt, secret, rules, nowMs);
	if (!('claims' in verdict)) return verdict;
	const altered = REPEATED.some(
		(name) => name in query && query[name] !== textOf(verdict.claims[name]),
	);
	return altered ? { reason: 'altered-address' } : verdict;
}
