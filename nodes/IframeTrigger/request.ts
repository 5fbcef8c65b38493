import type { JwtRefusal, JwtRules } from '../shared/jwt/jwt';
import { verifyJwt } from '../shared/jwt/jwt';
import { REPEATED_CLAIMS } from '../shared/jwt/options';
import type { IDataObject } from 'n8n-workflow';
import { textOf } from '../shared/messages/words';

/** What the token says, and what only the address says: nobody has signed that. */
export interface Admitted {
	readonly claims: IDataObject;
	readonly unverified: IDataObject;
}

export type Admission = Admitted | JwtRefusal | { readonly reason: 'no-token' | 'altered-address' };

/** Parameters of the address that the token stands for. */
const VERIFIED = ['jwt', 'iat', ...REPEATED_CLAIMS];

/**
 * Whether DrChrono opened this address: its token is good, and the doctor, the patient and the
 * practice next to it are those of the token. On the clinical-note page DrChrono adds further
 * parameters, which its documentation does not name and its token does not hold.
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
	const altered = REPEATED_CLAIMS.some(
		(name) => name in query && query[name] !== textOf(verdict.claims[name]),
	);
	if (altered) return { reason: 'altered-address' };
	const others = Object.entries(query).filter(([name]) => !VERIFIED.includes(name));
	return { claims: verdict.claims, unverified: Object.fromEntries(others) };
}

/** What the workflow starts with: the claims, and apart from them what nobody has signed. */
export function iframeItem({ claims, unverified }: Admitted): IDataObject {
	return Object.keys(unverified).length > 0 ? { ...claims, unverified } : claims;
}
