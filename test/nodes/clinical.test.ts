import { searchList } from '../support/listSearch';
import { packageNodes } from '../support/manifest';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';
import type { WorkflowNode } from '../support/harness';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({ throttle: { perSecond: 1000, perHour: 10_000 } });
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => practice.simulator.clearLog());

const clinical = (
	resource: string,
	operation: string,
	parameters: WorkflowNode['parameters'],
): WorkflowNode => ({
	type: 'drChronoClinical',
	parameters: { resource, operation, ...parameters },
});
const sent = () => practice.simulator.requests();
const allergies = async (
	parameters: Record<string, never> | { patient: ReturnType<typeof locator> },
) =>
	await searchList({
		type: 'drChronoClinical',
		method: 'searchAllergies',
		parameters,
		credentials: practice.credentials,
	});

test('a list of a chart’s records waits for the patient, and then shows that patient’s', async () => {
	await expect(allergies({})).rejects.toThrow('Choose the patient first');
	expect(sent()).toEqual([]);
	const insert = (patient: number, description: string) =>
		practice.simulator.store.collection('allergies').insert({ patient, doctor: 1, description });
	insert(3, 'Cat hair');
	insert(4, 'Peanuts');
	const { results } = await allergies({ patient: locator(3) });
	expect(results.map(({ name }) => name)).toContainEqual(expect.stringContaining('Cat hair'));
	expect(results.map(({ name }) => name)).not.toContainEqual(expect.stringContaining('Peanuts'));
	expect(sent()[0].query).toMatchObject({ patient: '3', verbose: 'true' });
});

test('what a patient is allergic to, which DrChrono gives only when asked, is always there', async () => {
	const found = await practice.json({
		nodes: [clinical('allergy', 'getAll', { filters: { patient: locator(3) }, limit: 50 })],
	});
	expect(found.every((one) => 'description' in one)).toBe(true);
	expect(sent()[0].query).toMatchObject({ patient: '3', verbose: 'true' });
});

test('the patient who narrows the list is not sent with a change', async () => {
	await practice.json({
		nodes: [
			clinical('allergy', 'update', {
				patient: locator(3),
				allergyId: locator(1),
				updateFields: { status: 'inactive' },
			}),
		],
	});
	expect(sent().map(({ method, path, body }) => [method, path, body])).toEqual([
		['PATCH', '/api/allergies/1', { status: 'inactive' }],
	]);
});

test('a note for the pharmacy is added under both names by which clients send it', async () => {
	const note = 'Call the patient when it is ready';
	const [answer] = await practice.json({
		nodes: [clinical('medication', 'appendPharmacyNote', { medicationId: locator(1), note })],
	});
	expect(answer).toEqual({ id: 1, appended: true });
	expect(sent().map(({ method, path, body }) => [method, path, body])).toEqual([
		['PATCH', '/api/medications/1/append_to_pharmacy_note', { note, text: note }],
	]);
	expect(practice.simulator.store.collection('medications').get(1)?.pharmacy_note).toContain(note);
});

test('the yellow notepad is named in the address, and what is sent is its text alone', async () => {
	const [made] = await practice.json({
		nodes: [
			clinical('yellowNotepad', 'create', {
				appointmentId: locator(1),
				templateId: locator(1),
				content: 'Ask about sleep',
			}),
		],
	});
	expect(made).toMatchObject({ content: 'Ask about sleep' });
	expect(sent().map(({ method, path, query, body }) => [method, path, query, body])).toEqual([
		[
			'POST',
			'/api/yellow_notepad',
			{ appointment_id: '1', template_id: '1' },
			{ content: 'Ask about sleep' },
		],
	]);
});

test('before a patient’s summary is deleted, the form says that the chart goes with it', () => {
	const patients = packageNodes().find(({ name }) => name === 'drChronoPatients');
	const notices = (patients?.properties ?? []).filter(
		({ name, displayOptions }) =>
			name === 'deleteNotice' && displayOptions?.show?.resource?.includes('patientSummary'),
	);
	expect(notices.map(({ displayName }) => displayName)).toEqual([
		expect.stringContaining('the whole chart'),
	]);
});
