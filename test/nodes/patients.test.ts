import { locator, patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';
import { connectedCredential, withoutGranted } from '../support/credentials';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({ patients: 300 });
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => {
	practice.simulator.clearLog();
	practice.simulator.clearFaults();
	practice.simulator.clock.advance(3_600_000);
});

const sent = () => practice.simulator.requests();
const jane = {
	first_name: 'Jane',
	last_name: 'Placeholder',
	date_of_birth: '1971-03-04',
	gender: 'Female',
};

describe('Create', () => {
	test('sends the fields under DrChrono’s names, dates as dates, and nothing that was left empty', async () => {
		const [created] = await practice.json({
			nodes: [
				patients('create', {
					...jane,
					date_of_birth: '1971-03-04T00:00:00.000-05:00',
					doctor: locator(2),
					additionalFields: {
						cell_phone: '(212) 555-0123',
						copay: '25.00',
						disable_sms_messages: true,
						email: '',
						primary_insurance: { insurance_company: 'Example Health' },
						custom_demographics: { values: [{ field_type: 3, value: 'x' }] },
					},
				}),
			],
		});
		expect(sent()).toHaveLength(1);
		expect(sent()[0]).toMatchObject({ method: 'POST', path: '/api/patients', query: {} });
		expect(sent()[0].body).toEqual({
			...jane,
			doctor: 2,
			cell_phone: '(212) 555-0123',
			copay: '25.00',
			disable_sms_messages: true,
			primary_insurance: { insurance_company: 'Example Health' },
			custom_demographics: [{ field_type: 3, value: 'x' }],
		});
		expect(created).toMatchObject({ first_name: 'Jane', chart_id: 'PLJA000001', doctor: 2 });
	});

	test('a duplicate is refused with the two ways on; Allow Duplicates creates it', async () => {
		const parameters = { ...jane, first_name: 'Twin', doctor: locator(1) };
		await practice.json({ nodes: [patients('create', parameters)] });
		const { error } = await practice.run({ nodes: [patients('create', parameters)] });
		expect(error?.httpCode).toBe('409');
		expect(error?.message).toBe('DrChrono already has a patient like this one [item 0]');
		expect(error?.description).toMatch('Allow Duplicates');
		await practice.json({
			nodes: [patients('create', { ...parameters, options: { allowDuplicates: true } })],
		});
		expect(sent().at(-1)?.query).toEqual({ allow_duplicates: 'true' });
	});
});

test('a patient whose gender nobody chose is not created', async () => {
	const create = async (gender: string) =>
		await practice.json({
			nodes: [patients('create', { last_name: 'Placeholder', gender, doctor: locator(1) })],
		});
	await expect(create('')).rejects.toThrow('Parameter "Gender" is required');
	await expect(create('={{ $json.gender ?? "" }}')).rejects.toThrow(
		/“Gender” is empty.*\[item 0\]/,
	);
	expect(sent()).toEqual([]);
});

describe('Update', () => {
	test('sends only the fields that have a value, and clears those that are named', async () => {
		const out = await practice.json({
			nodes: [
				patients('update', {
					patientId: locator(9),
					updateFields: { city: 'Utica', last_name: '', patient_status: '' },
					fieldsToClear: ['email', 'date_of_birth', 'race', 'offices'],
				}),
			],
		});
		const changes = {
			city: 'Utica',
			email: '',
			date_of_birth: null,
			race: 'blank',
			offices: [],
		};
		expect(sent().map(({ body }) => body)).toEqual([changes]);
		expect(out).toEqual([{ id: 9, ...changes }]);
	});

	test.each([
		['an empty text', { email: '={{ $json.email }}' }, { email: '' }],
		['a blank one', { email: '={{ $json.email }}', last_name: ' ' }, { email: '\u00A0 ' }],
		['an empty date', { date_of_birth: '={{ $json.dob }}' }, { dob: '' }],
		['an empty choice', { gender: '={{ $json.gender }}' }, { gender: '' }],
		['an insurance without content', { primary_insurance: {} }, {}],
		['an insurance of blanks', { primary_insurance: { insurance_company: ' ' } }, {}],
		['rows without content', { custom_demographics: { values: [{}] } }, {}],
		['an empty list', { offices: [] }, {}],
	])('%s changes nothing: nothing is sent, the record is given', async (_, updateFields, json) => {
		const before = practice.simulator.store.patients.get(9);
		const [out] = await practice.json({
			nodes: [patients('update', { patientId: locator(9), updateFields })],
			items: [{ json }],
		});
		expect(sent().map(({ method }) => method)).toEqual(['GET']);
		expect(out).toMatchObject({ id: 9, chart_id: before?.chart_id });
		expect(practice.simulator.store.patients.get(9)).toEqual(before);
	});

	test('a field that has a value and is to be cleared is refused', async () => {
		const { error } = await practice.run({
			nodes: [
				patients('update', {
					patientId: locator(9),
					updateFields: { email: 'uma@example.com' },
					fieldsToClear: ['email'],
				}),
			],
		});
		expect(error?.message).toMatch(/^“Fields to Clear → Email” has a value under Update Fields/);
		expect(sent()).toEqual([]);
	});

	test('Return Whole Record reads it again', async () => {
		const [out] = await practice.json({
			nodes: [
				patients('update', {
					patientId: locator(9),
					updateFields: { city: 'Ithaca' },
					options: { returnRecord: true },
				}),
			],
		});
		expect(sent().map(({ method }) => method)).toEqual(['PATCH', 'GET']);
		expect(out).toMatchObject({ id: 9, city: 'Ithaca', chart_id: expect.any(String) });
	});
});

describe('Output', () => {
	test.each([
		['simplified', {}, 10],
		['raw', {}, 50],
		['selected', { fields: ['id', 'zip_code'] }, 2],
	])('%s', async (output, parameters, fields) => {
		const [record] = await practice.json({
			nodes: [patients('get', { patientId: locator(3), output, ...parameters })],
		});
		if (output === 'raw') expect(Object.keys(record).length).toBeGreaterThan(fields);
		else expect(Object.keys(record)).toHaveLength(fields);
	});

	test('Verbose asks for all of it', async () => {
		const [record] = await practice.json({
			nodes: [
				patients('get', { patientId: locator(3), output: 'raw', options: { verbose: true } }),
			],
		});
		expect(sent()[0].query).toEqual({ verbose: 'true' });
		expect(record).toHaveProperty('primary_insurance');
	});
});

describe('bad input is told before any request', () => {
	test.each([
		['an empty ID', { patientId: locator('={{ "" }}') }, /“Patient” is empty/],
		[
			'a malformed ID',
			{ patientId: locator('={{ "12/../34" }}') },
			/“Patient” cannot be used. A patient ID is/,
		],
		[
			'an expression that gives nothing',
			{ patientId: locator('={{ $json.none }}') },
			/“Patient” is empty/,
		],
	])('%s', async (_, parameters, message) => {
		const { error } = await practice.run({ nodes: [patients('get', parameters)] });
		expect(error?.message).toMatch(message);
		expect(error?.message).toMatch(/\[item 0\]/);
		expect(sent()).toEqual([]);
	});

	test.each([
		['', 'Parameter "Patient" is required'],
		['12/../34', 'A patient ID is a whole number'],
	])('an ID written into the node as "%s" stops the workflow as a whole', async (id, message) => {
		await expect(
			practice.run({ nodes: [patients('get', { patientId: locator(id) })] }),
		).rejects.toThrow(message);
		expect(sent()).toEqual([]);
	});

	test.each([
		['nothing', '={{ $json.none }}', /Cell Phone” has an expression that gives nothing/],
		['an object', '={{ $json }}', /Cell Phone” must be text/],
	])('an update field that gives %s', async (_, cell_phone, message) => {
		const { error } = await practice.run({
			nodes: [patients('update', { patientId: locator(1), updateFields: { cell_phone } })],
		});
		expect(error?.message).toMatch(message);
		expect(sent()).toEqual([]);
	});

	test('a pasted address of a chart is an ID', async () => {
		const address = 'https://app.drchrono.com/patients/12/edit';
		await practice.json({ nodes: [patients('get', { patientId: locator(address, 'url') })] });
		expect(sent()[0].path).toBe('/api/patients/12');
	});
});

describe('permissions', () => {
	test('a missing scope is named as the credential shows it', async () => {
		const original = practice.credentials.data;
		practice.credentials.data = withoutGranted(
			connectedCredential(practice.simulator, { scopes: ['patients:read'] }),
		);
		const { error } = await practice.run({
			nodes: [patients('create', { ...jane, doctor: locator(1) })],
		});
		practice.credentials.data = { ...original, ...connectedCredential(practice.simulator) };
		expect(error?.httpCode).toBe('403');
		expect(error?.description).toMatch('"Patients: Write" under What n8n May Do');
		expect(error?.description).toMatch('Manage Patients');
	});
});

test('nothing of a record reaches a message, whatever DrChrono answers', async () => {
	practice.simulator.inject({
		effect: {
			kind: 'status',
			status: 400,
			body: {
				last_name: ['"Placeholder" is odd.'],
				non_field_errors: ['Placeholder born 1971-03-04'],
			},
		},
	});
	const { error } = await practice.run({
		nodes: [patients('create', { ...jane, doctor: locator(1) })],
	});
	expect(error?.message).toBe(
		'DrChrono did not accept this: Last Name: "…" is odd. … born … [item 0]',
	);
	const { message, description, context } = error ?? {};
	expect(JSON.stringify([message, description, context])).not.toMatch(/Placeholder|1971/);
});

test('a page of the edge is not taken for a clinical summary', async () => {
	practice.simulator.inject({ effect: { kind: 'html' } });
	const { outputs } = await practice.run({
		nodes: [patients('get', { resource: 'clinicalSummary', patientId: locator(4) })],
	});
	const [{ binary }] = outputs[0];
	expect(Buffer.from(binary?.data.data ?? '', 'base64').toString()).toMatch('<ClinicalDocument');
	expect(sent()).toHaveLength(2);
});

test('a clinical summary is a file', async () => {
	const { outputs } = await practice.run({
		nodes: [patients('get', { resource: 'clinicalSummary', patientId: locator(4) })],
	});
	const [{ json, binary }] = outputs[0];
	expect(json).toMatchObject({ patient: 4, fileName: 'clinical-summary-4.xml' });
	expect(binary?.data).toMatchObject({ mimeType: 'application/xml' });
	expect(Buffer.from(binary?.data.data ?? '', 'base64').toString()).toMatch('<ClinicalDocument');
});
