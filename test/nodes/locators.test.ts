import type { INodeListSearchResult } from 'n8n-workflow';
import { searchList } from '../support/listSearch';
import { openPractice, type Practice } from '../support/practice';

const PATIENTS = 60;
const DOCTORS = 60;

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({ patients: PATIENTS, doctors: DOCTORS });
	const { patients, doctors } = practice.simulator.store;
	const add = (chart_id: string, first_name: string, last_name: string) =>
		patients.seed({
			chart_id,
			first_name,
			last_name,
			date_of_birth: '1971-03-04',
			gender: 'Female',
		});
	add('QXQU000001', 'Quilla', 'Qxample');
	add('QXZA000001', 'Zarabelle', 'Qxample');
	add('VAPI000001', 'Pia', 'van der Qberg');
	add('NONA000001', '', '');
	doctors.seed({ first_name: 'Quentin', last_name: 'Qlast', specialty: 'Dermatologist' });
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => {
	practice.simulator.clearLog();
	practice.simulator.clearFaults();
	practice.simulator.clock.advance(3_600_000);
});

const sent = () => practice.simulator.requests();
const queries = () => sent().map(({ query }) => query);
const names = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);
const search = async (method: string, filter?: string, paginationToken?: string) =>
	await searchList({
		type: 'drChronoPatients',
		method,
		filter,
		paginationToken,
		credentials: practice.credentials,
	});

const QUILLA = 'Qxample, Quilla · 1971-03-04 · QXQU000001';
const ZARABELLE = 'Qxample, Zarabelle · 1971-03-04 · QXZA000001';
const PIA = 'van der Qberg, Pia · 1971-03-04 · VAPI000001';

describe('patients', () => {
	test.each<[string, string[], Array<Record<string, string>>]>([
		['Qxample', [QUILLA, ZARABELLE], [{ last_name: 'Qxample' }]],
		[' qxamp ', [QUILLA, ZARABELLE], [{ last_name: 'qxamp' }]],
		['Zarabelle Qxample', [ZARABELLE], [{ first_name: 'Zarabelle', last_name: 'Qxample' }]],
		['Qxample, Zara', [ZARABELLE], [{ first_name: 'Zara', last_name: 'Qxample' }]],
		['Qxample,', [QUILLA, ZARABELLE], [{ last_name: 'Qxample' }]],
		['Pia van der Qberg', [PIA], [{ first_name: 'Pia', last_name: 'van der Qberg' }]],
		['qxza000001', [ZARABELLE], [{ chart_id: 'QXZA000001' }]],
		// nobody has it as a last name
		['Zarabelle', [ZARABELLE], [{ last_name: 'Zarabelle' }, { first_name: 'Zarabelle' }]],
		[
			'van der Qberg',
			[PIA],
			[{ first_name: 'van', last_name: 'der Qberg' }, { last_name: 'van der Qberg' }],
		],
		['Nobodyatall', [], [{ last_name: 'Nobodyatall' }, { first_name: 'Nobodyatall' }]],
		['Nobody, At', [], [{ first_name: 'At', last_name: 'Nobody' }]],
	])('"%s" finds %j', async (filter, expected, asked) => {
		const found = await search('searchPatients', filter);
		expect(names(found).sort()).toEqual([...expected].sort());
		expect(queries()).toEqual(asked.map((query) => ({ ...query, page_size: '50' })));
	});

	test('the value is the ID, as text', async () => {
		const { results } = await search('searchPatients', 'Qxample, Zarabelle');
		const [stored] = practice.simulator.store.patients.find('chart_id', 'QXZA000001');
		expect(results).toEqual([{ name: ZARABELLE, value: String(stored.id) }]);
	});

	test('without a word all are listed, a page at a time', async () => {
		const first = await search('searchPatients');
		expect(first.results).toHaveLength(50);
		expect(queries()).toEqual([{ page_size: '50' }]);
		const second = await search('searchPatients', '', String(first.paginationToken));
		expect(second.results).toHaveLength(PATIENTS + 4 - 50);
		expect(second.paginationToken).toBeUndefined();
		expect(sent()).toHaveLength(2);
		const values = [...first.results, ...second.results].map(({ value }) => value);
		expect(new Set(values).size).toBe(PATIENTS + 4);
	});

	test('the page after a first name’s first page is its own next page', async () => {
		const { patients } = practice.simulator.store;
		const added = Array.from({ length: 55 }, (_, index) =>
			patients.seed({ first_name: 'Xenobia', last_name: `Row${index}`, chart_id: `XX${index}` }),
		);
		const first = await search('searchPatients', 'Xenobia');
		const second = await search('searchPatients', 'Xenobia', String(first.paginationToken));
		expect(first.results).toHaveLength(50);
		expect(second.results).toHaveLength(added.length - 50);
		expect(sent()).toHaveLength(3);
		expect(queries()[2]).toMatchObject({ first_name: 'Xenobia', page_size: '50' });
	});

	test('what is typed while the whole list is on its way is searched for', async () => {
		const { paginationToken } = await search('searchPatients');
		const found = await search('searchPatients', 'Qxample', String(paginationToken));
		expect(names(found).sort()).toEqual([QUILLA, ZARABELLE]);
		expect(queries()).toEqual([{ page_size: '50' }, { last_name: 'Qxample', page_size: '50' }]);
	});

	test('who has no name can be told by the chart ID', async () => {
		expect(names(await search('searchPatients', 'NONA000001'))).toEqual([
			'No name · 1971-03-04 · NONA000001',
		]);
	});

	test('a page elsewhere is not asked for, and gets no token', async () => {
		await expect(
			search('searchPatients', '', `${practice.simulator.fileUrl}/api/patients`),
		).rejects.toThrow('address outside its API');
		expect(practice.simulator.requests({ path: /./ })).toEqual([]);
	});

	test('an expired token is renewed while someone searches', async () => {
		practice.simulator.expireTokens();
		expect(names(await search('searchPatients', 'Qxample, Quilla'))).toEqual([QUILLA]);
		expect(sent().map(({ status }) => status)).toEqual([401, 200]);
	});
});

describe('doctors', () => {
	const some = () => practice.simulator.store.doctors.all()[0];

	test('are listed by name and specialty', async () => {
		const { results, paginationToken } = await search('searchDoctors');
		const { id, first_name, last_name, specialty } = some();
		expect(results).toHaveLength(50);
		expect(results[0]).toEqual({
			name: `${String(last_name)}, ${String(first_name)} · ${String(specialty)}`,
			value: String(id),
		});
		expect(paginationToken).toBeDefined();
		expect(queries()).toEqual([{ page_size: '50' }]);
	});

	test('are found by a part of the name, since DrChrono has no search for them', async () => {
		const wanted = String(some().last_name);
		const found = names(await search('searchDoctors', ` ${wanted.toUpperCase()} `));
		expect(found.length).toBeGreaterThan(0);
		for (const name of found) expect(name).toMatch(wanted);
	});

	test('are found on a later page too', async () => {
		expect(names(await search('searchDoctors', 'qlast'))).toEqual([
			'Qlast, Quentin · Dermatologist',
		]);
		expect(sent()).toHaveLength(2);
	});

	test('are found although the whole list was on its way', async () => {
		const { paginationToken } = await search('searchDoctors');
		const wanted = String(some().last_name);
		const found = names(await search('searchDoctors', wanted, String(paginationToken)));
		expect(found.length).toBeGreaterThan(0);
		for (const name of found) expect(name).toMatch(wanted);
	});

	test('nobody is found by a name that nobody has', async () => {
		const found = await search('searchDoctors', 'Nobodyatall');
		expect(found).toEqual({ results: [], paginationToken: undefined });
	});
});

test('whoever types does not wait for an hour’s quota', async () => {
	const busy = await openPractice({ throttle: { perHour: 0 } });
	// The hour must not be over just now, whenever this runs.
	const minutes = Math.floor(busy.simulator.clock.now() / 60_000) % 60;
	busy.simulator.clock.advance((70 - minutes) * 60_000);
	try {
		const { credentials } = busy;
		await expect(
			searchList({
				type: 'drChronoPatients',
				method: 'searchPatients',
				filter: 'Doe',
				credentials,
			}),
		).rejects.toThrow('accepts no more requests');
		expect(busy.simulator.requests().map(({ status }) => status)).toEqual([429]);
	} finally {
		await busy.simulator.close();
	}
});
