import { text } from '../../collection';
import type { JsonObject } from '../../json';
import type { Practice } from '../../practice';
import { fakerFor, sow, stampBefore } from '../sow';

const FAXES = ['Referral from Riverside Clinic', 'Hospital discharge summary', 'Imaging report'];
const SUBJECTS = ['Question about my medication', 'Running late', 'Need a copy of my results'];

/** A file as a fax machine would leave it: small, and with nobody's data. */
export function syntheticPdf(title: string): Buffer {
	const stream = `BT /F1 18 Tf 72 720 Td (${title.replace(/[()\\]/g, ' ')}) Tj ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
	return Buffer.from(
		`%PDF-1.4\n${body}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`,
	);
}

/** A file on the shelf of the practice. @returns its ID */
export function shelve({ files }: Practice, title: string): string {
	const name = `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.pdf`;
	return files.put(syntheticPdf(title), { name, type: 'application/pdf' }).id;
}

/** The message center: faxes that came in, some filed to a patient, and messages of patients. */
export function seedMessages(practice: Practice): void {
	const faker = fakerFor(practice, 'messages');
	const patients = practice.store.patients.all();
	const rows = Array.from({ length: 10 }, (_, index): JsonObject => {
		const fax = index % 5 < 3;
		const known = patients.length > 0 && (!fax || index % 2 === 0);
		const patient = known ? faker.helpers.arrayElement(patients) : undefined;
		const title = fax ? FAXES[index % FAXES.length] : SUBJECTS[index % SUBJECTS.length];
		return {
			doctor: 1,
			patient: patient?.id ?? null,
			owner: '1',
			responsible_user: '1',
			title,
			type: fax ? 'IF' : 'PI',
			type_description: fax ? 'Incoming Fax' : 'Patient Incoming Message',
			attachment: fax ? shelve(practice, `Fax ${index + 1} ${title}`) : null,
			patient_first_name: patient ? text(patient, 'first_name') : '',
			patient_last_name: patient ? text(patient, 'last_name') : '',
			read: index > 5,
			received_at: stampBefore(practice, 9 - index, '07:45:00'),
			updated_at: stampBefore(practice, 9 - index, '07:45:00'),
			created_at: stampBefore(practice, 9 - index, '07:45:00'),
		};
	});
	sow(practice, 'messages', rows);
}

/** What patients wrote in the portal. */
export function seedPatientMessages(practice: Practice): void {
	const patients = practice.store.patients.all().slice(0, 3);
	const rows = patients.map((patient, index) => ({
		patient: patient.id,
		doctor: patient.doctor,
		subject: SUBJECTS[index],
		body: 'Synthetic text of a message.',
		attachments: [],
		created_at: stampBefore(practice, 3 - index),
		updated_at: stampBefore(practice, 3 - index),
	}));
	sow(practice, 'patient_messages', rows);
}
