/** A value of a record as text; nothing for what has no text of its own. */
export function text(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const UPPER = ['id', 'url', 'npi', 'sms', 'icd10', 'icd9'];

/** An API field's name in words: `cell_phone` is "Cell Phone", `chart_id` is "Chart ID". */
export function words(field: string): string {
	return field
		.split('_')
		.filter(Boolean)
		.map((part) =>
			UPPER.includes(part) ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1),
		)
		.join(' ');
}
