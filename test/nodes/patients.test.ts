import { locator, patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';
import { connectedCredential } from '../support/credentials';

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
const stored = (id: unknown) => practice.simulator.store.patients.get(Number(id));
const count = () => practice.simulator.store.patients.all().length;
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
			doctor: '2',
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

describe('Create Many', () => {
	const people = (n: number, name: string) =>
		Array.from({ length: n }, (_, index) => ({
			json: { ...jane, first_name: `${name}${index}`, date_of_birth: '1990-01-01' },
		}));

	test('sends the items in chunks of Batch Size, in their order', async () => {
		const created = await practice.json({
			nodes: [patients('createMany', { doctor: locator(1), options: { batchSize: 20 } })],
			items: people(50, 'Bulk'),
		});
		expect(sent().map(({ body }) => (Array.isArray(body) ? body.length : 1))).toEqual([20, 20, 10]);
		expect(created.map(({ first_name }) => first_name)).toEqual(
			people(50, 'Bulk').map(({ json }) => json.first_name),
		);
	});

	test('one bad record is told apart, and the others are created once', async () => {
		const before = count();
		const items = people(10, 'Apart').map(({ json }, index) => ({
			json: index === 4 ? { ...json, email: 'no address' } : json,
		}));
		const { outputs } = await practice.run({
			nodes: [patients('createMany', { doctor: locator(1) }, { onError: 'continueRegularOutput' })],
			items,
		});
		expect(count() - before).toBe(9);
		expect(sent()).toHaveLength(2);
		const failed = outputs[0].filter(({ json }) => json.error);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 4 }]);
		expect(failed[0].json.error).toMatch(/Email: Enter a valid email address\. \[item 4\]$/);
		for (const { json, pairedItem } of outputs[0].filter(({ json: j }) => !j.error)) {
			expect(json.first_name).toBe(`Apart${(pairedItem as { item: number }).item}`);
		}
	});

	test('a duplicate, which DrChrono does not name, is found by halving', async () => {
		await practice.json({
			nodes: [patients('createMany', { doctor: locator(1) })],
			items: people(8, 'Half').slice(5, 6),
		});
		practice.simulator.clearLog();
		const before = count();
		const { outputs } = await practice.run({
			nodes: [patients('createMany', { doctor: locator(1) }, { onError: 'continueRegularOutput' })],
			items: people(8, 'Half'),
		});
		expect(count() - before).toBe(7);
		expect(outputs[0].filter(({ json }) => json.error).map(({ pairedItem }) => pairedItem)).toEqual(
			[{ item: 5 }],
		);
	});

	test('without Continue On Fail the rest is created too, and the message says so', async () => {
		const before = count();
		const items = people(3, 'Rest').map(({ json }, index) => ({
			json: index === 1 ? { ...json, email: 'no address' } : json,
		}));
		const { error } = await practice.run({
			nodes: [patients('createMany', { doctor: locator(1) })],
			items,
		});
		expect(count() - before).toBe(2);
		expect(error?.message).toMatch('[item 1]');
		expect(error?.description).toMatch('1 of 3 items were not carried out, the others were');
	});

	test('a chunk whose connection is cut is not sent again', async () => {
		practice.simulator.inject({ effect: { kind: 'cut', after: 'headers' } });
		const before = count();
		const { outputs } = await practice.run({
			nodes: [
				patients(
					'createMany',
					{ doctor: locator(1), options: { batchSize: 3 } },
					{ onError: 'continueRegularOutput' },
				),
			],
			items: people(6, 'Cut'),
		});
		expect(sent()).toHaveLength(2);
		expect(count() - before).toBe(6);
		expect(outputs[0].map(({ json }) => Boolean(json.error))).toEqual([
			true,
			true,
			true,
			false,
			false,
			false,
		]);
		expect(outputs[0][2].json.error).toMatch(/may or may not .* \[item 2\]$/);
	});

	test.each([
		['an unknown field', { ...jane, frist_name: 'X' }, /has no field "frist_name"/],
		['a field in other writing', { ...jane, 'First Name': 'X' }, /Did you mean "first_name"\?/],
		['an ID, which an existing patient has', { ...jane, id: 5 }, /has no field "id"/],
		['a wrong date', { ...jane, date_of_birth: '04/03/1971' }, /Date of Birth.*is not a date/],
		['a wrong choice', { ...jane, gender: 'female' }, /Gender.*must be one of: .*Female, Male/],
		['no gender', { first_name: 'X' }, /has no field "gender"/],
	])('%s is refused before anything is sent', async (_, item, message) => {
		const { error } = await practice.run({
			nodes: [patients('createMany', { doctor: locator(1) })],
			items: [{ json: jane }, { json: item }],
		});
		expect(error?.message).toMatch(message);
		expect(error?.message).toMatch(/\[item 1\]$/);
		expect(sent()).toEqual([]);
	});

	test('Ignore Unknown Fields leaves them out', async () => {
		await practice.json({
			nodes: [
				patients('createMany', { doctor: locator(1), options: { ignoreUnknownFields: true } }),
			],
			items: [{ json: { ...jane, first_name: 'Ignored', row_number: 7 } }],
		});
		expect(sent()[0].body).not.toHaveProperty('row_number');
	});
});

describe('Create or Update', () => {
	const upsert = (parameters: object, options = {}) =>
		patients('upsert', { gender: 'Female', doctor: locator(2), options, ...parameters });

	test.each([
		['name and date of birth', { matchBy: 'nameAndBirthDate' }],
		['email', { matchBy: 'email', email: 'UMA.EXAMPLE@example.com' }],
	])('by %s creates once, then updates', async (name, match) => {
		const person = {
			first_name: 'Uma',
			last_name: name.replaceAll(' ', ''),
			date_of_birth: '1969-12-31',
			...match,
		};
		const before = count();
		const [created] = await practice.json({ nodes: [upsert(person)] });
		practice.simulator.clearLog();
		const [updated] = await practice.json({
			nodes: [upsert({ ...person, additionalFields: { city: 'Troy' }, doctor: locator(3) })],
		});
		expect(updated.id).toBe(created.id);
		expect(count() - before).toBe(1);
		expect(sent().map(({ method }) => method)).toEqual(['GET', 'PATCH']);
		expect(stored(created.id)).toMatchObject({ city: 'Troy', doctor: 2 });
	});

	test('by chart ID updates the one chart', async () => {
		const chart_id = String(stored(7)?.chart_id);
		await practice.json({
			nodes: [
				upsert({ matchBy: 'chartId', chart_id, gender: '', additionalFields: { city: 'Rome' } }),
			],
		});
		expect(sent().map(({ method, path }) => `${method} ${path}`)).toEqual([
			'GET /api/patients',
			'PATCH /api/patients/7',
		]);
		expect(sent()[1].body).toEqual({ chart_id, city: 'Rome' });
	});

	test('two matches are an error that lists their IDs; nothing is changed', async () => {
		const twin = { ...jane, first_name: 'Gemini' };
		const create = patients('create', {
			...twin,
			doctor: locator(1),
			options: { allowDuplicates: true },
		});
		const [one] = await practice.json({ nodes: [create] });
		const [two] = await practice.json({ nodes: [create] });
		practice.simulator.clearLog();
		const { error } = await practice.run({
			nodes: [upsert({ ...twin, matchBy: 'nameAndBirthDate', additionalFields: { city: 'No' } })],
		});
		expect(error?.message).toBe(
			`2 patients match: IDs ${Number(one.id)}, ${Number(two.id)} [item 0]`,
		);
		expect(sent().map(({ method }) => method)).toEqual(['GET']);
	});

	test('the same new patient twice in one run is created once, though lists are stale', async () => {
		practice.simulator.inject({ times: 9, match: { method: 'GET' }, effect: { kind: 'stale' } });
		const before = count();
		const out = await practice.json({
			nodes: [upsert({ ...jane, first_name: '={{ $json.name }}', matchBy: 'nameAndBirthDate' })],
			items: [{ json: { name: 'Again' } }, { json: { name: 'again ' } }],
		});
		expect(count() - before).toBe(1);
		expect(out[0].id).toBe(out[1].id);
	});

	test('what is needed to match must be there', async () => {
		const { error } = await practice.run({ nodes: [upsert({ matchBy: 'email' })] });
		expect(error?.message).toBe('“Email” is empty, and patients are matched by it [item 0]');
		expect(sent()).toEqual([]);
	});
});

describe('Update', () => {
	test('sends only the fields given; an empty text clears one', async () => {
		const out = await practice.json({
			nodes: [
				patients('update', {
					patientId: locator(9),
					updateFields: { city: 'Utica', email: '', date_of_birth: '' },
				}),
			],
		});
		expect(sent()).toHaveLength(1);
		expect(sent()[0].body).toEqual({ city: 'Utica', email: '', date_of_birth: null });
		expect(out).toEqual([{ id: 9, city: 'Utica', email: '', date_of_birth: null }]);
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
		practice.credentials.data = connectedCredential(practice.simulator, {
			scopes: ['patients:read'],
		});
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
	const { node: _, stack: __, ...visible } = error as unknown as Record<string, unknown>;
	expect(JSON.stringify(visible)).not.toMatch(/Placeholder|1971/);
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
