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
		expect(out).toEqual({ id });
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
});
