import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { contract as facts, resourceFacts } from './facts';
import { sources } from '../../nodes/PollingTrigger/sources';
import { EVENTS } from '../../nodes/Trigger/events';
import { RECORDS } from '../../nodes/Trigger/records';
import { type Simulator, startSimulator } from '../simulator';
import { checkAgainstSchema, loadContract } from '../simulator/contract';
import { type Json, type JsonObject, isJsonArray, isJsonObject } from '../simulator/json';

const OPENAPI = resolve(__dirname, '../../../shared/drchrono-api/openapi-v4.yaml');
const present = existsSync(OPENAPI);

if (!present) {
	process.stdout.write('Skipped: the triggers against the OpenAPI, which is not here.\n');
}

/** The schema of the object of each delivery. */
const OBJECTS: Readonly<Record<string, string>> = {
	appointment: 'Appointment',
	cashPayment: 'CashPayment',
	labOrder: 'LabOrder',
	lineItem: 'BillingLineItem',
	lineItemTransaction: 'LineItemTransaction',
	patient: 'Patient',
	patientAllergy: 'PatientAllergy',
	patientMedication: 'PatientDrug',
	patientProblem: 'PatientProblem',
	task: 'Task',
	vaccine: 'PatientVaccineRecord',
};

/** Of these the contract has no object, or one that lacks what appointments have of it. */
const WITHOUT_SCHEMA = ['clinicalNote', 'patientFlag'];

test('every event has a resource, and every resource at most ten simplified fields', () => {
	const resources = Object.values(EVENTS).map((kind) => kind?.resource ?? '');
	expect([...new Set(resources)].sort()).toEqual(Object.keys(RECORDS).sort());
	const all = [...Object.values(RECORDS), ...sources];
	all.forEach(({ simplified }) => expect(simplified.length).toBeLessThanOrEqual(10));
	expect(Object.keys(EVENTS)).toHaveLength(27);
});

/** Fields of an appointment that deliveries and answers have, and the contract has not. */
const OBSERVED = ['archived', 'is_telehealth', 'telehealth_url'];

test('every list of the contract that can be asked for changes can be watched, but for a twin', () => {
	const since = Object.entries(facts.resources).flatMap(([name, resource]) => {
		const isList = resource?.operations.includes('list') && resource.answer !== 'undescribed';
		const asked = Object.keys(resource?.filters ?? {});
		return isList && (asked.includes('since') || asked.includes('updated_since')) ? [name] : [];
	});
	const watched = sources.map(({ path }) => path.replace('/api/', ''));
	expect(watched.sort()).toEqual(since.filter((name) => name !== 'appointments_list').sort());
});

(present ? describe : describe.skip)('The triggers against the published OpenAPI', () => {
	const text = present ? readFileSync(OPENAPI, 'utf8') : '{}';
	const document = load(text) as { paths: Record<string, { get: JsonObject }> };
	const contract = present ? loadContract(OPENAPI) : undefined;
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ throttle: { perSecond: 1000, perHour: 1000 } });
	});
	afterAll(async () => await simulator.close());

	const properties = (schema: string) => [
		...(contract?.properties(schema) ?? []),
		...(contract?.verboseProperties(schema) ?? []),
	];

	test.each(sources)('$name: its list, its filters, its fields', (source) => {
		const parameters: Json = document.paths[source.path].get.parameters;
		const names = (isJsonArray(parameters) ? parameters : []).map((one) =>
			isJsonObject(one) ? String(one.name) : '',
		);
		// A page's size may be asked for everywhere, though the contract forgets it for one list.
		const asked = [source.since, ...source.filters.map(({ name }) => name)];
		expect(names).toEqual(expect.arrayContaining(asked));
		const all = [...source.simplified, ...source.others];
		const fields = all.filter((field) => !OBSERVED.includes(field));
		if (source.id !== '') fields.push(source.id);
		// Not those that only `verbose` gives: the trigger does not ask for them.
		const { schema = '' } = resourceFacts(source.path.replace('/api/', ''));
		expect(contract?.properties(schema)).toEqual(expect.arrayContaining(fields));
	});

	test.each(Object.entries(RECORDS).filter(([name]) => !WITHOUT_SCHEMA.includes(name)))(
		'the fields offered of a delivered %s exist',
		(name, { simplified, others }) => {
			const fields = [...simplified, ...others].filter((field) => !OBSERVED.includes(field));
			expect(properties(OBJECTS[name])).toEqual(expect.arrayContaining(fields));
		},
	);

	test.each([
		['messages', { doctor: 1, patient: 1, title: 'Refill' }, 'DoctorMessage'],
		['patient_lab_results', { patient: 1, ordering_doctor: 1 }, 'PatientLabResultSet'],
		['tasks', { title: 'Call back' }, 'Task'],
		['clinical_notes', { appointment: '77', patient: '1' }, 'ClinicalNote'],
	])('the simulator’s %s are what the OpenAPI says', async (name, fields, schema) => {
		const { id } = simulator.store.collection(name).insert(fields);
		const headers = { authorization: `Bearer ${simulator.connect().access_token}` };
		const response = await fetch(`${simulator.url}/api/${name}/${String(id)}`, { headers });
		const record = (await response.json()) as JsonObject;
		expect(Object.keys(record).sort()).toEqual(contract?.properties(schema).sort());
		expect(contract && checkAgainstSchema(contract, schema, record)).toEqual([]);
	});
});
