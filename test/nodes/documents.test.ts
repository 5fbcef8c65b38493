import { documents } from '../support/documents';
import { locator, patients } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';
import { searchList } from '../support/listSearch';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice();
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => practice.simulator.clearLog());

const sent = () => practice.simulator.requests();
const stored = (id: number) => practice.simulator.store.collection('documents').get(id);
const one = { documentId: locator(2) };

describe('Get Many', () => {
	test('of one patient and doctor, since a time', async () => {
		const filters = {
			patient: locator(3),
			doctor: locator(Number(stored(3)?.doctor)),
			since: '2020-01-01T00:00',
		};
		const out = await practice.json({ nodes: [documents('getAll', { filters, limit: 10 })] });
		expect(out.map(({ id }) => id)).toEqual([3]);
		expect(sent()[0].query).toEqual({
			patient: '3',
			doctor: String(stored(3)?.doctor),
			since: '2020-01-01T00:00:00',
			page_size: '10',
		});
	});
});

test.each([
	['documents', documents('getAll', { limit: 1 })],
	['patients', patients('getAll', { limit: 1 })],
])('a time with a zone is asked of %s by the clock of the office', async (_, node) => {
	const parameters = {
		...node.parameters,
		filters: { since: '2030-05-01T12:00:00Z' },
		options: { officeTimeZone: 'America/Los_Angeles' },
	};
	await practice.json({ nodes: [{ ...node, parameters }] });
	expect(sent()[0].query.since).toBe('2030-05-01T05:00:00');
});

test('a filter that an expression leaves empty lists nobody', async () => {
	const { error } = await practice.run({
		nodes: [documents('getAll', { filters: { since: '={{ $json.missing }}' } })],
	});
	expect(error?.message).toMatch('“Filters → Changed Since”');
	expect(sent()).toEqual([]);
});

describe('the list of documents', () => {
	const list = { type: 'drChronoDocuments', method: 'searchDocuments' };
	const search = async (filter?: string) =>
		await searchList({ ...list, credentials: practice.credentials, filter });

	test('shows description, date and patient', async () => {
		const { results } = await search();
		expect(results[0]).toEqual({
			name: 'Referral letter · 2020-03-01 · patient 1',
			value: '1',
		});
	});

	test('is narrowed by what is typed, also beyond the first page', async () => {
		const other = await openPractice({ pageSize: 2 });
		const { credentials } = other;
		const { results } = await searchList({ ...list, credentials, filter: 'PATIENT 4' });
		await other.simulator.close();
		expect(results.map(({ value }) => value)).toEqual(['4']);
	});

	test('ends after a few pages', async () => {
		const other = await openPractice({ pageSize: 1 });
		const { credentials } = other;
		const found = await searchList({ ...list, credentials, filter: 'nothing' });
		expect(other.simulator.requests()).toHaveLength(4);
		await other.simulator.close();
		expect(found).toMatchObject({ results: [], paginationToken: expect.any(String) });
	});
});

describe('Update', () => {
	test('sends the given fields as a form, the tags as a JSON array', async () => {
		const updateFields = { description: 'X-ray', date: '2021-02-14', metatags: ['a', 'b'] };
		const out = await practice.json({ nodes: [documents('update', { ...one, updateFields })] });
		expect(sent()).toHaveLength(1);
		expect(sent()[0]).toMatchObject({ method: 'PATCH', path: '/api/documents/2' });
		expect(sent()[0].headers['content-type']).toMatch('multipart/form-data');
		const changes = { description: 'X-ray', date: '2021-02-14', metatags: '["a","b"]' };
		expect(sent()[0].body).toEqual(changes);
		expect(out).toEqual([{ id: 2, ...changes }]);
		expect(stored(2)).toMatchObject(changes);
	});

	test('tags are cleared if that is said; Return Whole Record reads it again', async () => {
		const options = { returnRecord: true };
		const [out] = await practice.json({
			nodes: [documents('update', { ...one, fieldsToClear: ['metatags'], options })],
		});
		expect(sent().map(({ method }) => method)).toEqual(['PATCH', 'GET']);
		expect(out).toMatchObject({ id: 2, metatags: '[]', document: expect.any(String) });
	});

	test('nothing is told before anything is sent', async () => {
		const { error } = await practice.run({
			nodes: [documents('update', { ...one, updateFields: {} })],
		});
		expect(error?.message).toMatch(/“Update Fields” has no field/);
		expect(sent()).toEqual([]);
	});

	test.each([
		['an empty date', { date: '' }],
		['a blank description', { description: ' ' }],
		['an empty patient', { patient: locator('') }],
		['no tags', { metatags: [] }],
	])('%s changes nothing', async (_, updateFields) => {
		const before = stored(2);
		const out = await practice.json({ nodes: [documents('update', { ...one, updateFields })] });
		expect(sent().map(({ method }) => method)).toEqual(['GET']);
		expect(out).toEqual([expect.objectContaining({ id: 2, date: before?.date })]);
		expect(stored(2)).toEqual(before);
	});
});

test('Delete archives', async () => {
	const out = await practice.json({ nodes: [documents('delete', { documentId: locator(4) })] });
	expect(out).toEqual([{ id: 4, deleted: true }]);
	expect(sent()[0]).toMatchObject({ method: 'DELETE', path: '/api/documents/4' });
	expect(stored(4)).toMatchObject({ archived: true });
});
