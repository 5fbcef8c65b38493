import type { Method } from '../transport/retry';
import { NEEDS } from './permissionFacts';

/** What a request needs, in words: what DrChrono surely asks for, and then what it may ask for too. */
interface Needed {
	/** Scopes to tick in the credential, as their display names. */
	readonly scopes: readonly string[];
	/** In-app permissions of the user who connected. */
	readonly permissions: readonly string[];
}

/** Areas of scopes whose display names are not their own words. */
const AREA_NAMES: Readonly<Partial<Record<string, string>>> = {
	'billing:patient-payment': 'Patient Payments',
	'patients:summary': 'Patient Summaries',
};

/** Where the contract says nothing, or more than DrChrono asks for in practice. */
const KNOWN_BETTER: typeof NEEDS = [
	['calendar', 'scheduling', 'appointments appointments_list availability'],
	['user', '', 'iframe_integration users'],
];

const inWords = (name: string) =>
	name
		.split('-')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');

const listed = (texts: string) => texts.split(' ').filter(Boolean);

function needsOf(path: string) {
	const [, , resource = ''] = path.split('/');
	return [...KNOWN_BETTER, ...NEEDS].find(([, , paths]) => listed(paths).includes(resource));
}

/** The areas of scopes that a path of the API may need, such as `patients`; none if nobody knows. */
export function areasOf(path: string): readonly string[] {
	return listed(needsOf(path)?.[0] ?? '');
}

/** Scopes of areas as the credential names them, such as `Patients: Read`. */
export function scopeNames(areas: readonly string[], method: Method): readonly string[] {
	const access = method === 'GET' ? 'Read' : 'Write';
	return areas.map((area) => `${AREA_NAMES[area] ?? inWords(area)}: ${access}`);
}

/** What a request needs, for the message of a 403; of a path that nobody knows only the kind of access. */
export function permissionFor(method: Method, path: string): Needed {
	const [areas, permissions] = needsOf(path) ?? ['…', ''];
	return {
		scopes: scopeNames(listed(areas), method),
		permissions: listed(permissions).map(inWords),
	};
}

/** `A`, or `A, perhaps also B and C`: the contract lists several and does not say whether one will do. */
export function perhapsAll([first, ...others]: readonly string[]): string {
	return others.length > 0 ? `${first}, perhaps also ${others.join(' and ')}` : first;
}
