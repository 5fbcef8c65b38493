import type { NodeParameterValueType } from 'n8n-workflow';
import { shareClock } from '../support/clock';
import type { WorkflowNode } from '../support/harness';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;
let restore: () => void;

beforeEach(async () => {
	practice = await openPractice();
	restore = shareClock(practice.simulator).restore;
});
afterEach(async () => {
	restore();
	await practice.simulator.close();
});

type Parameters = Record<string, NodeParameterValueType>;

const notes = (resource: string, operation: string, parameters: Parameters): WorkflowNode => ({
	type: 'drChronoClinicalNotes',
	parameters: { resource, operation, ...parameters },
});
const wire = () =>
	practice.simulator.requests().map(({ method, path, query }) => [method, path, query]);

test('the PDF of a note is fetched from where the appointment says it is', async () => {
	const { store } = practice.simulator;
	const [note] = store.collection('clinical_notes').all();
	store.collection('clinical_notes').update(note.id, { signee: { locked_by: '1' } });
	const clinicalNoteId = locator(String(note.id));
	const { outputs } = await practice.run({
		nodes: [notes('clinicalNote', 'downloadPdf', { clinicalNoteId })],
	});
	expect(wire()).toEqual([['GET', `/api/appointments/${note.id}`, { verbose: 'true' }]]);
	const [{ json, binary }] = outputs[0];
	expect(json).toMatchObject({ locked: true, mimeType: 'application/pdf' });
	const pdf = Buffer.from(binary?.data.data ?? '', 'base64');
	expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
	expect(pdf.length).toBe(json.bytes);
});

test('a note without a PDF is told as that', async () => {
	const appointment = practice.simulator.store
		.collection('appointments')
		.all()
		.find(({ id }) => !practice.simulator.store.collection('clinical_notes').get(id));
	const clinicalNoteId = locator(String(appointment?.id));
	const { error } = await practice.run({
		nodes: [notes('clinicalNote', 'downloadPdf', { clinicalNoteId })],
	});
	expect(error?.message).toBe('DrChrono has no file for this clinical note yet [item 0]');
});

describe('Export', () => {
	const rows = (count: number) => {
		const values = practice.simulator.store.collection('clinical_note_field_values');
		for (const value of values.all()) values.remove(value.id);
		for (let index = 0; index < count; index++) {
			values.insert({ appointment: 1, clinical_note_field: 1, value: `Text ${index}` });
		}
	};

	test('starts one reading, asks until it is complete, and gives the values', async () => {
		rows(3);
		const found = await practice.json({ nodes: [notes('noteValue', 'export', { limit: 2 })] });
		expect(found.map(({ value }) => value)).toEqual(['Text 0', 'Text 1']);
		const target = '/api/clinical_note_field_values_list';
		const [start, ...asked] = wire();
		expect(start).toEqual(['POST', target, { order_by: 'id', page: '1', page_size: '2' }]);
		expect(asked.every(([method, path]) => method === 'GET' && path === target)).toBe(true);
		expect(new Set(asked.map(([, , query]) => JSON.stringify(query))).size).toBe(1);
	});

	test('asks for the next page only while there is one', async () => {
		rows(20_001);
		const found = await practice.json({
			nodes: [notes('noteValue', 'export', { returnAll: true })],
		});
		expect(found).toHaveLength(20_001);
		expect(new Set(found.map(({ id }) => id)).size).toBe(20_001);
		expect(practice.simulator.requests({ method: 'POST' })).toHaveLength(2);
	});

	test('says so when DrChrono gives up', async () => {
		practice.simulator.inject({
			match: { method: 'GET', path: '/api/clinical_note_field_values_list' },
			effect: { kind: 'status', status: 200, body: { status: 'Failed' } },
		});
		const { error } = await practice.run({ nodes: [notes('noteValue', 'export', {})] });
		expect(error?.message).toBe('DrChrono did not get the export ready [item 0]');
	});

	test('does not wait for ever', async () => {
		practice.simulator.inject({
			match: { method: 'GET', path: '/api/clinical_note_field_values_list' },
			times: 1000,
			effect: { kind: 'status', status: 200, body: { status: 'In progress' } },
		});
		const { error } = await practice.run({ nodes: [notes('noteValue', 'export', {})] });
		expect(error?.message).toBe('DrChrono did not get the export ready [item 0]');
		expect(practice.simulator.requests().length).toBeLessThan(60);
	});
});
