import { labsCases } from './cases/labs';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';
import type { WorkflowNode } from '../support/harness';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({ throttle: { perSecond: 1000, perHour: 10_000 } });
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => practice.simulator.clearLog());

const labs = (
	resource: string,
	operation: string,
	parameters: WorkflowNode['parameters'],
): WorkflowNode => ({ type: 'drChronoLabs', parameters: { resource, operation, ...parameters } });
const sent = () => practice.simulator.requests();

test('Sign Off says that the doctor has seen it, and leaves the comment that is there', async () => {
	const parameters = { chartLabResultId: locator(1) };
	await practice.json({ nodes: [labs('chartLabResult', 'signOff', parameters)] });
	const commented = { ...parameters, doctor_comments: 'Repeat in a month' };
	await practice.json({ nodes: [labs('chartLabResult', 'signOff', commented)] });
	expect(sent().map(({ method, path, body }) => [method, path, body])).toEqual([
		['PATCH', '/api/patient_lab_results/1', { doctor_signoff: true }],
		[
			'PATCH',
			'/api/patient_lab_results/1',
			{ doctor_signoff: true, doctor_comments: 'Repeat in a month' },
		],
	]);
});

test('a file goes to an order as a form, and comes out again as it was', async () => {
	const { binary } = labsCases['labDocument.upload'];
	const upload = labs('labDocument', 'upload', { lab_order: locator(1), type: 'RES' });
	const { outputs } = await practice.run({ nodes: [upload], items: [{ json: {}, binary }] });
	const [{ json: made }] = outputs[0];
	expect(made).toMatchObject({ type: 'RES' });
	expect(sent()[0].headers['content-type']).toMatch(/^multipart\/form-data/);

	const download = labs('labDocument', 'download', { labDocumentId: locator(Number(made.id)) });
	const { outputs: files } = await practice.run({ nodes: [download] });
	const [file] = files[0];
	expect(file.binary?.data.mimeType).toBe('application/pdf');
	expect(file.json).toMatchObject({ id: made.id, bytes: '%PDF-1.4 synthetic'.length });
	expect(file.json).not.toHaveProperty('document');
});

test('several files for one document are refused before anything is sent', async () => {
	const parameters = { lab_order: locator(1), type: 'RES', binaryPropertyName: 'data, other' };
	const { data } = labsCases['labDocument.upload'].binary ?? {};
	const { error } = await practice.run({
		nodes: [labs('labDocument', 'upload', parameters)],
		items: [{ json: {}, binary: { data, other: data } }],
	});
	expect(error?.message).toContain('names several files');
	expect(sent()).toEqual([]);
});
