import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { type Simulator, startSimulator } from '../simulator';
import { type Contract, checkAgainstSchema, loadContract } from '../simulator/contract';
import { type Json, isJsonArray, isJsonObject } from '../simulator/json';

const OPENAPI = resolve(__dirname, '../../../shared/drchrono-api/openapi-v4.yaml');
const present = existsSync(OPENAPI);

if (!present) {
	process.stdout.write('Skipped: the simulator against the OpenAPI, which is not here.\n');
}

/** Lists and the schema of their objects. `partial`: the objects have fewer fields on purpose. */
const LISTS = [
	{ path: '/api/patients', schema: 'Patient', partial: false },
	{ path: '/api/patients_summary', schema: 'Patient', partial: true },
	{ path: '/api/appointments?occurred_since=2000-01-01', schema: 'Appointment', partial: false },
	{ path: '/api/appointment_profiles', schema: 'AppointmentProfile', partial: false },
	{ path: '/api/doctors', schema: 'Doctor', partial: false },
	{ path: '/api/offices', schema: 'Office', partial: false },
	{ path: '/api/documents', schema: 'ScannedClinicalDocument', partial: false },
	{ path: '/api/users', schema: 'UserProfile', partial: false },
];

(present ? describe : describe.skip)('The simulator against the published OpenAPI', () => {
	let simulator: Simulator;
	let contract: Contract;
	let headers: Record<string, string>;

	beforeAll(async () => {
		contract = loadContract(OPENAPI);
		simulator = await startSimulator({ throttle: { perSecond: 1000, perHour: 1000 } });
		headers = { authorization: `Bearer ${simulator.connect().access_token}` };
	});

	afterAll(() => simulator.close());

	const getJson = async (path: string): Promise<Json> => {
		const response = await fetch(`${simulator.url}${path}`, { headers });
		const body: Json = JSON.parse(await response.text());
		return body;
	};

	const objects = async (path: string): Promise<readonly Json[]> => {
		const page = await getJson(path);
		return isJsonObject(page) && isJsonArray(page.results) ? page.results : [];
	};

	const keys = (object: Json) => (isJsonObject(object) ? Object.keys(object).sort() : []);

	test.each(LISTS)('$path answers with objects of $schema', async ({ path, schema, partial }) => {
		const found = await objects(path);
		expect(found.length).toBeGreaterThan(0);
		expect(found.flatMap((object) => checkAgainstSchema(contract, schema, object))).toEqual([]);
		const expected = contract.properties(schema).sort();
		expect(expected).toEqual(expect.arrayContaining(keys(found[0])));
		expect(keys(found[0]).length === expected.length).toBe(!partial);
	});

	test.each(LISTS.filter(({ partial }) => !partial))(
		'$path with verbose adds what the OpenAPI says it adds',
		async ({ path, schema }) => {
			const found = await objects(`${path}${path.includes('?') ? '&' : '?'}verbose=true`);
			expect(found.flatMap((object) => checkAgainstSchema(contract, schema, object))).toEqual([]);
			const all = [...contract.properties(schema), ...contract.verboseProperties(schema)];
			expect(keys(found[0])).toEqual(all.sort());
		},
	);

	test('a created patient with everything nested satisfies the schema', async () => {
		const body = JSON.stringify({
			doctor: 1,
			gender: 'Female',
			first_name: 'Ada',
			last_name: 'Example',
			copay: '25',
			primary_insurance: { insurance_company: 'Example Mutual', subscriber_state: 'NY' },
			custom_demographics: [{ field_type: 1, value: 'x' }],
			patient_flags_attached: [{ flag_type: 1, flag_text: 'VIP' }],
			race_subcategories: [{ code: '1', description: 'x' }],
			preferred_pharmacies: ['0000000'],
		});
		const response = await fetch(`${simulator.url}/api/patients?verbose=true`, {
			method: 'POST',
			headers: { ...headers, 'content-type': 'application/json' },
			body,
		});
		expect(response.status).toBe(201);
		const created: Json = JSON.parse(await response.text());
		expect(checkAgainstSchema(contract, 'Patient', created)).toEqual([]);
	});

	test('the check itself finds wrong types, unknown enum values and unknown fields', () => {
		const wrong = { id: 'x', gender: 'female', nonsense: 1 };
		expect(checkAgainstSchema(contract, 'Patient', wrong).join('\n')).toMatch(
			/\/id must be integer[\s\S]*nonsense|nonsense[\s\S]*\/id must be integer/,
		);
		expect(checkAgainstSchema(contract, 'Patient', { gender: 'female' })).not.toEqual([]);
	});
});
