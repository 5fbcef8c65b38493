/**
 * What must never reach a message or a log, in letters and words that no message has: texts of records
 * are Georgian, tokens and secrets contain one word.
 */
export const SECRET = 'vertraulich';

/** A character of a record, or a secret. */
export const LEAK = new RegExp(`[\\u10A0-\\u10FF]|${SECRET}`, 'iu');

export const PATIENT = {
	first_name: 'ნინო',
	last_name: 'ბერიძე-მაისურაძე',
	gender: 'Female',
	city: 'ქუთაისი',
	email: 'ნინო@example.com',
	address: '12 რუსთაველის გამზირი',
	patient_status: 'A',
} as const;

/** A record as the server has it. */
export const record = (id: number) => ({ id, ...PATIENT, chart_id: `ნბ${id}` });

export const LIST = Array.from({ length: 6 }, (_, index) => record(index + 1));
export const FIRST_PAGE = 4;

export const SUMMARY = `<?xml version="1.0"?><ClinicalDocument><name>${PATIENT.last_name}</name></ClinicalDocument>`;

export const FILE = Buffer.from(`წერილი ${PATIENT.first_name} ${'ტექსტი '.repeat(4_000)}`);

/** What a refusal may quote: what was sent, as it is or cut, and what is stored. */
export const QUOTES = JSON.stringify({
	first_name: [`"${PATIENT.first_name}" is not a valid choice.`],
	last_name: [`Ensure that ${PATIENT.last_name} is shorter.`],
	non_field_errors: [
		`${PATIENT.email} is used by "${PATIENT.first_name} ხვიჩა".`,
		`Already stored: '${PATIENT.address}'`,
	],
});

export const PAGE = `<!doctype html><title>${PATIENT.first_name}</title><p>One moment, ${PATIENT.last_name}</p>`;
