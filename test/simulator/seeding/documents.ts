import type { Practice } from '../practice';

const KINDS = ['Referral letter', 'Lab report', 'Consent form'];

/** One small file in each of the first charts. */
export function seedDocuments({ store, files }: Practice): void {
	const first = store.patients.all().slice(0, 5);
	first.forEach((patient, index) => {
		const description = KINDS[index % KINDS.length];
		const content = Buffer.from(`${description}\nAll people in this practice are made up.\n`);
		const name = `${description.toLowerCase().replace(' ', '-')}.txt`;
		store.collection('documents').seed({
			patient: patient.id,
			doctor: patient.doctor,
			description,
			date: `2020-03-0${index + 1}`,
			document: files.put(content, { name, type: 'text/plain' }).id,
			metatags: '["seeded"]',
			archived: false,
			updated_at: `2020-03-0${index + 1}T09:00:00`,
		});
	});
}
