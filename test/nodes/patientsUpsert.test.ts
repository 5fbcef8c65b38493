import { locator, patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

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
		expect(sent()[1].body).toEqual({ city: 'Rome' });
	});

	test('what a patient is known by stays as the chart has it, and so does the gender', async () => {
		const { id } = practice.simulator.store.patients.insert({ ...jane, first_name: 'Mary-Ann' });
		const typed = { ...jane, first_name: 'mary-ann ', gender: 'ASKU' };
		const match = { matchBy: 'nameAndBirthDate', email: 'mary-ann@example.com' };
		await practice.json({ nodes: [upsert({ ...typed, ...match })] });
		expect(sent().map(({ method }) => method)).toEqual(['GET', 'PATCH']);
		expect(sent()[1].body).toEqual({ email: 'mary-ann@example.com' });
		expect(stored(id)).toMatchObject({ first_name: 'Mary-Ann', gender: 'Female' });
	});

	test('a patient of whom nothing else is told is found, and not written to', async () => {
		const { id } = practice.simulator.store.patients.insert({ ...jane, first_name: 'Same' });
		const [out] = await practice.json({
			nodes: [upsert({ ...jane, first_name: 'Same', matchBy: 'nameAndBirthDate' })],
		});
		expect(out).toMatchObject({ id, first_name: 'Same' });
		expect(sent().map(({ method }) => method)).toEqual(['GET']);
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

	test('says whether a patient was created or updated, and what was changed', async () => {
		const person = { ...jane, first_name: 'Told', matchBy: 'nameAndBirthDate' };
		const [created] = await practice.json({ nodes: [upsert(person)] });
		const output = { output: 'selected', fields: ['id'] };
		const city = { additionalFields: { city: 'Troy', zip_code: '' } };
		const [updated] = await practice.json({ nodes: [upsert({ ...person, ...output, ...city })] });
		const [found] = await practice.json({ nodes: [upsert(person)] });
		expect(created).toMatchObject({ created: true, updated: false, changed: [] });
		expect(updated).toEqual({ id: created.id, created: false, updated: true, changed: ['city'] });
		expect(found).toMatchObject({ id: created.id, created: false, updated: false, changed: [] });
	});

	test.each([
		['decomposed accents', 'José', 'García', 'Jose\u0301', 'Garci\u0301a'],
		['an apostrophe of a phone', 'Ana', "O'Brien", 'Ana', 'O’Brien'],
		[
			'an odd spelling in the chart',
			'Mary\u00A0Ann',
			'Smith\u2011Jones',
			'mary ann',
			'Smith-Jones',
		],
		['a zero-width blank', 'Zoë', 'Ray', 'Zoë\u200B', ' Ray '],
	])('%s: the one who is there is changed, and keeps the name', async (_, first, last, f, l) => {
		const { id } = practice.simulator.store.patients.insert({
			...jane,
			first_name: first,
			last_name: last,
		});
		const typed = { first_name: f, last_name: l, date_of_birth: jane.date_of_birth };
		const nodes = [
			upsert({ ...typed, matchBy: 'nameAndBirthDate', additionalFields: { city: 'Rome' } }),
		];
		const [out] = await practice.json({ nodes });
		expect(out.id).toBe(id);
		expect(stored(id)).toMatchObject({ first_name: first, last_name: last, city: 'Rome' });
		expect(sent().map(({ method }) => method)).toEqual(['GET', 'PATCH']);
	});

	test.each(['I', 'D'])('a patient with the status %s is found', async (patient_status) => {
		const whom = { ...jane, first_name: `Status ${patient_status}` };
		const { id } = practice.simulator.store.patients.insert({ ...whom, patient_status });
		const nodes = [upsert({ ...whom, matchBy: 'nameAndBirthDate' })];
		expect(await practice.json({ nodes })).toMatchObject([{ id, created: false }]);
	});

	test.each([
		['chart ID', 'chartId', { first_name: 'Joan' }, 'first name or date of birth'],
		['chart ID', 'chartId', { date_of_birth: '1971-03-05' }, 'first name or date of birth'],
		['email', 'email', { chart_id: 'ZZZZ000009' }, 'chart ID'],
		['name and date of birth', 'nameAndBirthDate', { chart_id: 'ZZZZ000009' }, 'chart ID'],
	])('the same %s, and by %s with %j somebody else: nobody is changed', async (...row) => {
		const [called, matchBy, other, words] = row;
		const known = {
			...jane,
			first_name: 'Guard',
			email: `${matchBy.toLowerCase()}@example.com`,
			last_name: matchBy,
		};
		const { id, chart_id } = practice.simulator.store.patients.insert(known);
		const { error } = await practice.run({
			nodes: [upsert({ ...known, chart_id, ...other, matchBy, additionalFields: { city: 'No' } })],
		});
		expect(error?.message).toBe(
			`Patient ${String(id)} has this ${called}, and another ${words} [item 0]`,
		);
		expect(sent().filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	test('what a run has changed it knows, though lists are stale', async () => {
		const { id } = practice.simulator.store.patients.insert({ ...jane, first_name: 'Known' });
		await practice.json({ nodes: [patients('getAll', { limit: 1 })] });
		practice.simulator.inject({ times: 9, match: { method: 'GET' }, effect: { kind: 'stale' } });
		const items = [
			{ json: { by: 'nameAndBirthDate', email: 'known@example.com', city: 'Troy' } },
			{ json: { by: 'email', email: 'Known@Example.com', city: 'Utica' } },
		];
		const nodes = [
			upsert({
				...jane,
				first_name: 'Known',
				matchBy: '={{ $json.by }}',
				email: '={{ $json.email }}',
				additionalFields: { city: '={{ $json.city }}' },
			}),
		];
		const out = await practice.json({ nodes, items });
		expect(out.map((one) => one.id)).toEqual([id, id]);
		expect(stored(id)).toMatchObject({ city: 'Utica' });
	});
});
