import { loadOptions } from '../support/loadOptions';
import { locator, patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({ patients: 10 });
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => practice.simulator.clearLog());

const sent = () => practice.simulator.requests();

test.each([
	['loadCustomFields', 'a field', ['Preferred Pharmacy Phone', 'School']],
	['loadFlags', 'a flag', ['Balance due', 'Interpreter needed']],
])('%s offers them by name', async (method, one, names) => {
	const offered = await loadOptions({
		type: 'drChronoPatients',
		method,
		credentials: practice.credentials,
	});
	expect(offered.map(({ name }) => name)).toEqual([`Choose ${one}…`, ...names]);
	expect(offered[0].value).toBe(0);
	expect(offered.slice(1).every(({ value }) => Number(value) > 0)).toBe(true);
});

const update = (field_type: string | number) =>
	patients('update', {
		patientId: locator(9),
		updateFields: { custom_demographics: { values: [{ field_type, value: 'PS 12' }] } },
	});

test('an ID that an expression gives as text is a number on the wire', async () => {
	await practice.json({
		nodes: [update('={{ $json.id }}')],
		items: [{ json: { id: ' 0610002' } }],
	});
	expect(sent().map(({ body }) => body)).toEqual([
		{ custom_demographics: [{ field_type: 610002, value: 'PS 12' }] },
	]);
});

test.each([0, '0', 'School', '={{ $json.nothing }}', -3, 2.5])(
	'%p is no field, and nothing is sent',
	async (chosen) => {
		const { error } = await practice.run({ nodes: [update(chosen)] });
		expect(error?.message).toMatch(
			/Field Name or ID” (is not chosen. Choose a field|has an expression that gives nothing)/,
		);
		expect(sent()).toEqual([]);
	},
);
