/** A value of a record as text; nothing for what has no text of its own. */
export function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const UPPER =
	'ccr cpt ct cvx daw edi eob era hcpcs icd id loinc mvx ndc npi oru pdf prn sms ssn udi url vis'.split(
		' ',
	);
/** Parts of names that are not written as DrChrono's API writes them. */
const SPELLED: Readonly<Partial<Record<string, string>>> = {
	and: 'and',
	appt: 'Appointment',
	icd10: 'ICD-10',
	icd9: 'ICD-9',
	of: 'of',
	rxnorm: 'RxNorm',
	snomed: 'SNOMED',
	timezone: 'Time Zone',
	to: 'to',
};

/** A name in words: `cell_phone` is "Cell Phone", `chart_id` "Chart ID", `allowDuplicates` "Allow Duplicates". */
export function words(name: string): string {
	return snakeCase(name).split('_').filter(Boolean).map(word).join(' ');
}

/** The first letter of a word as a capital. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `lab order` is "Lab Order". */
export const titleCase = (name: string): string => name.split(' ').map(capital).join(' ');

/** `lab order` is `labOrder`. */
export const camelCase = (name: string): string => {
	const [first, ...others] = name.split(' ');
	return [first.toLowerCase(), ...others.map(capital)].join('');
};

/** `allowDuplicates` is `allow_duplicates`. */
export const snakeCase = (name: string): string =>
	name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `lab order` is "a lab order", `allergy` "an allergy". */
export const withArticle = (noun: string): string =>
	`${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

function word(part: string): string {
	if (UPPER.includes(part)) return part.toUpperCase();
	return SPELLED[part] ?? capital(part);
}
