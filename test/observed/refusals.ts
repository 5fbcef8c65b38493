import type { JsonObject } from '../simulator/json';

/** An answer that refuses a request. */
export interface Refusal {
	readonly status: number;
	readonly body: JsonObject;
}

/** A practice that takes no appointment without a patient, which a break is. */
export const patientNull: Refusal = {
	status: 400,
	body: { patient: ['This field may not be null.'] },
};

/** A time that is taken; the words are DrChrono's, the JSON around them is a guess. */
export const overlap: Refusal = {
	status: 409,
	body: { detail: 'Appointment overlaps with 260000031' },
};

/** Too many requests: how long to wait is in the words alone, no header has it. */
export const throttled: Refusal = {
	status: 429,
	body: { detail: 'Request was throttled. Expected available in 1742.0 seconds.' },
};

/** A refresh token that the token endpoint does not take (any more). */
export const grantLost: Refusal = { status: 401, body: { error: 'invalid_grant' } };
