import type { Row } from '../simulator';
import { positions } from '../simulator/doubts';
import { shareClock } from '../support/clock';
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
const isCalled =
	(name: string) =>
	(patient: Row): boolean =>
		patient.first_name === name;
const count = () => practice.simulator.store.patients.all().length;
const jane = {
	first_name: 'Jane',
	last_name: 'Placeholder',
	date_of_birth: '1971-03-04',
	gender: 'Female',
};

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
		expect(failed[0].json.error).toMatch(/Email: Enter a valid email .*\[item 4\]$/);
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

	test('a chunk whose connection is cut is not sent again, and what is there is told', async () => {
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
		expect(sent().map(({ method }) => method)).toEqual(['POST', 'GET', 'POST']);
		expect(count() - before).toBe(6);
		expect(outputs[0].map(({ json }) => Boolean(json.error))).toEqual([
			true,
			true,
			true,
			false,
			false,
			false,
		]);
		const { id } = practice.simulator.store.patients.all().find(isCalled('Cut2')) ?? {};
		expect(outputs[0][2].json.error).toMatch(
			new RegExp(`may or may not .*there, with the ID ${String(id)} \\[item 2\\]$`),
		);
	});

	describe('whatever DrChrono does with a list', () => {
		afterEach(() => Object.assign(practice.simulator.doubts, positions(0)));

		test.each(['reversed', 'shorter'] as const)(
			'a list that is answered %s: each item has its own record',
			async (createdList) => {
				practice.simulator.doubts.createdList = createdList;
				const created = await practice.json({
					nodes: [patients('createMany', { doctor: locator(1) })],
					items: people(5, createdList),
				});
				const all = practice.simulator.store.patients.all();
				expect(created.map(({ id }) => id)).toEqual(
					people(5, createdList).map(({ json }) => all.find(isCalled(json.first_name))?.id),
				);
			},
		);

		test.each(['told', 'whole', 'before', 'others'] as const)(
			'a list with a wrong one and one that is there, refused "%s": nothing twice, nothing lost',
			async (refusedList) => {
				practice.simulator.doubts.refusedList = refusedList;
				const { restore } = shareClock(practice.simulator);
				const items = people(9, refusedList).map(({ json }, index) => ({
					json: index === 4 ? { ...json, email: 'no address' } : json,
				}));
				practice.simulator.store.patients.insert(items[6].json);
				practice.simulator.clock.advance(3 * 86_400_000);
				const before = count();
				const { outputs } = await practice.run({
					nodes: [
						patients('createMany', { doctor: locator(1) }, { onError: 'continueRegularOutput' }),
					],
					items,
				});
				restore();
				expect(count() - before).toBe(7);
				const failed = outputs[0].filter(({ json }) => json.error);
				expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 4 }, { item: 6 }]);
				expect(failed[1].json.error).toMatch(/already has a patient/);
			},
		);

		test.each([
			['an empty answer', { kind: 'status', status: 303 }],
			['a page', { kind: 'html' }],
		] as const)('%s in place of the records: nothing is sent again', async (_, effect) => {
			const { restore } = shareClock(practice.simulator);
			practice.simulator.inject({ match: { method: 'POST' }, effect });
			await practice.run({
				nodes: [
					patients('createMany', { doctor: locator(1) }, { onError: 'continueRegularOutput' }),
				],
				items: people(3, 'Unseen'),
			});
			restore();
			expect(sent().filter(({ method }) => method === 'POST')).toHaveLength(1);
		});
	});

	test.each([
		['an unknown field', { ...jane, frist_name: 'X' }, /has no field "frist_name"/],
		[
			'two columns for one field',
			{ ...jane, 'First Name': 'X' },
			/has two fields for "first_name"/,
		],
		['a birth in 1180', { ...jane, date_of_birth: '1180-05-03' }, /nobody who is alive was born/],
		['a birth to come', { ...jane, date_of_birth: '2980-05-03' }, /nobody who is alive was born/],
		['nobody’s name', { ...jane, first_name: ' ', last_name: '' }, /needs one of them/],
		['an ID, which an existing patient has', { ...jane, id: 5 }, /has no field "id"/],
		[
			'a wrong date',
			{ ...jane, date_of_birth: '04/03/1971' },
			/Date of Birth.*is not a date.*fromFormat/,
		],
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
