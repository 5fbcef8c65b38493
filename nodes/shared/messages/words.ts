/** A value of a record as text; nothing for what has no text of its own. */
export function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const UPPER = ['ccr', 'edi', 'id', 'loinc', 'npi', 'sms', 'url'];
/** Parts of names that are not written as DrChrono's API writes them. */
const SPELLED: Readonly<Partial<Record<string, string>>> = {
	appt: 'Appointment',
	icd10: 'ICD-10',
	icd9: 'ICD-9',
	of: 'of',
	timezone: 'Time Zone',
	to: 'to',
};

/** An API field's name in words: `cell_phone` is "Cell Phone", `chart_id` is "Chart ID". */
export function words(field: string): string {
	return field.split('_').filter(Boolean).map(word).join(' ');
}

function word(part: string): string {
	if (UPPER.includes(part)) return part.toUpperCase();
	return SPELLED[part] ?? part.charAt(0).toUpperCase() + part.slice(1);
}
