import { faker } from '@faker-js/faker';
import { documents, upload } from '../support/documents';
import { locator, patients } from '../support/patients';
import type { WorkflowNode } from '../support/harness';

const once = { executeOnce: true };

/** The rows of a sign-up sheet. */
function newcomers(count: number) {
	faker.seed(11);
	return Array.from({ length: count }, () => {
		const first_name = faker.person.firstName();
		const last_name = faker.person.lastName();
		return {
			first_name,
			last_name,
			date_of_birth: faker.date
				.birthdate({ mode: 'age', min: 1, max: 95 })
				.toISOString()
				.slice(0, 10),
			gender: faker.helpers.arrayElement(['Female', 'Male', 'Other']),
			email: faker.internet.email({
				firstName: first_name,
				lastName: last_name,
				provider: 'example.com',
			}),
		};
	});
}

/** What a practice does in a morning, as one workflow; `pdf` is the letter that it files. */
export const demoWorkflow = (pdf: Uint8Array): readonly WorkflowNode[] => [
	patients('getAll', { returnAll: true }, { name: 'List all patients' }),
	patients(
		'getAll',
		{ returnAll: true, filters: { last_name: '={{ $json.last_name }}' } },
		{ name: 'Search by last name', ...once },
	),
	patients(
		'create',
		{
			first_name: 'Nathan',
			last_name: 'Example',
			date_of_birth: '1984-05-06',
			gender: 'Male',
			doctor: locator(1),
			additionalFields: { email: 'nathan@example.com', cell_phone: '(212) 555-0123' },
		},
		{ name: 'Create a patient', ...once },
	),
	patients(
		'update',
		{
			patientId: '={{ { __rl: true, mode: "id", value: $json.id } }}',
			updateFields: { city: 'Albany', preferred_language: 'eng' },
			options: { returnRecord: true },
		},
		{ name: 'Update the patient' },
	),
	patients(
		'upsert',
		{
			matchBy: 'email',
			email: 'nathan@example.com',
			gender: 'Male',
			doctor: locator(2),
			additionalFields: { cell_phone: '(212) 555-0199' },
		},
		{ name: 'Create or update by email' },
	),
	{ name: 'Read the sign-up sheet', type: 'items', parameters: { items: newcomers(120) } },
	patients(
		'createMany',
		{ doctor: locator(1), options: { batchSize: 50 } },
		{ name: 'Create the newcomers' },
	),
	{
		name: 'Scan a letter',
		type: 'items',
		parameters: { items: [{}], pdf: Buffer.from(pdf).toString('base64') },
	},
	upload({ metatags: ['letter', 'scan'] }, { name: 'File the letter in the chart' }),
	documents(
		'download',
		{ documentId: '={{ { __rl: true, mode: "id", value: $json.id } }}' },
		{ name: 'Read the letter back' },
	),
];
