import type { Doubts } from '../doubts';

/** What each area of the API opens, in words for the consent page. */
const AREAS: Readonly<Record<string, string>> = {
	user: 'your account, the offices and their exam rooms',
	patients: 'patients: demographics, contact details, insurance',
	'patients:summary': 'patients in brief: name, chart ID, birth date, gender',
	calendar: 'appointments',
	clinical: 'clinical records: notes, medications, problems, documents',
	labs: 'lab orders and results',
	billing: 'billing records',
	'billing:patient-payment': 'payments by patients',
	messages: 'messages',
	tasks: 'tasks',
	settings: 'settings of the practice, such as custom fields',
};

/** Every scope [spec]. A blank or missing-from-this-list scope fails the whole authorization [obs]. */
export const ALL_SCOPES: readonly string[] = Object.keys(AREAS).flatMap((area) => [
	`${area}:read`,
	`${area}:write`,
]);

/** A scope as the consent page words it. */
export function describeScope(scope: string): string {
	const area = scope.replace(/:(?:read|write)$/, '');
	return `${scope.endsWith(':write') ? 'Create and change' : 'View'} ${AREAS[area]}`;
}

/**
 * The scopes that a `scope` parameter asks for: all without the parameter [doc].
 * @returns undefined if the application may not have one of them, or if the parameter is blank
 */
export function requestedScopes(
	parameter: string | undefined,
	doubts: Pick<Doubts, 'refusedScopes' | 'blankScope'>,
): readonly string[] | undefined {
	const known = ALL_SCOPES.filter((scope) => !isRefused(scope, doubts));
	const isBlank = parameter?.trim() === '' && doubts.blankScope === 'all';
	if (parameter === undefined || isBlank) return known;
	const scopes = parameter.trim().split(/\s+/);
	return scopes.every((scope) => known.includes(scope)) ? scopes : undefined;
}

/** Areas that some applications were refused, others not [conflict]. */
const REFUSED = ['messages', 'tasks', 'settings'];

const isRefused = (scope: string, { refusedScopes }: Pick<Doubts, 'refusedScopes'>): boolean =>
	refusedScopes === 'some' && REFUSED.includes(scope.split(':')[0]);

/** Whether granted scopes open a request: reading needs either scope of the area [spec]. */
export function scopeAllows(granted: readonly string[], area: string, method: string): boolean {
	if (granted.includes(`${area}:write`)) return true;
	return method === 'GET' && granted.includes(`${area}:read`);
}
