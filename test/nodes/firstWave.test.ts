import type { NodeParameterValueType } from 'n8n-workflow';
import type { WorkflowNode } from '../support/harness';
import { locator } from '../support/patients';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;

beforeAll(async () => {
	practice = await openPractice({ throttle: { perSecond: 1000, perHour: 10_000 } });
});
afterAll(async () => await practice.simulator.close());
beforeEach(() => {
	practice.simulator.clearLog();
	practice.simulator.clearFaults();
});

type Parameters = Record<string, NodeParameterValueType>;

const node = (type: string, of: string, parameters: Parameters): WorkflowNode => {
	const [resource, operation] = of.split('.');
	return { type: `drChrono${type}`, parameters: { resource, operation, ...parameters } };
};
const sent = () =>
	practice.simulator
		.requests()
		.map(({ method, path, query, body }) => ({ method, path, query, body }));

describe('Blocked Time', () => {
	const block = { provider: locator(1), office: locator(1) };
	const create = (times: Parameters, options = {}) =>
		node('Appointments', 'blockedTime.create', { ...block, ...times, options });

	test.each([
		['2031-01-06T12:00', '2031-01-06T13:00', {}, '2031-01-06T12:00:00-05:00'],
		['2031-07-07T12:00', '2031-07-07T13:00', {}, '2031-07-07T12:00:00-04:00'],
		['2031-07-07T16:00:00Z', '2031-07-07T17:00:00Z', {}, '2031-07-07T12:00:00-04:00'],
		[
			'2031-07-07T12:00',
			'2031-07-07T13:00',
			{ officeTimeZone: 'America/Los_Angeles' },
			'2031-07-07T12:00:00-07:00',
		],
	])('from %s goes out with the office’s zone', async (start_time, end_time, options, start) => {
		await practice.json({ nodes: [create({ start_time, end_time }, options)] });
		expect(sent()[0]).toMatchObject({
			method: 'POST',
			path: '/api/schedule_blocks',
			body: { start_time: start },
		});
		expect(sent()[0].body).not.toHaveProperty('exam_room');
	});

	test('is updated and listed', async () => {
		const times = { start_time: '2031-02-03T08:00', end_time: '2031-02-03T09:00' };
		const [made] = await practice.json({ nodes: [create(times)] });
		practice.simulator.clearLog();
		const blockedTimeId = locator(String(made.id));
		const updateFields = { end_time: '2031-02-03T10:00', description: 'Meeting' };
		await practice.json({
			nodes: [node('Appointments', 'blockedTime.update', { blockedTimeId, updateFields })],
		});
		const filters = { date_range: '2031-02-01/2031-02-28' };
		const found = await practice.json({
			nodes: [node('Appointments', 'blockedTime.getAll', { filters })],
		});
		expect(found.map(({ description }) => description)).toEqual(['Meeting']);
		expect(sent()[0].body).toEqual({
			end_time: '2031-02-03T10:00:00-05:00',
			description: 'Meeting',
		});
	});

	test('a practice that refuses a break as an appointment leads here', async () => {
		const body = { patient: ['This field may not be null.'] };
		practice.simulator.inject({ effect: { kind: 'status', status: 400, body } });
		const { error } = await practice.run({
			nodes: [
				node('Appointments', 'appointment.create', {
					...{ doctor: locator(1), office: locator(1), exam_room: locator(1) },
					...{ appt_is_break: true, scheduled_time: '2031-03-03T12:00', duration: 30 },
				}),
			],
		});
		expect(error?.description).toContain('Blocked Time');
	});
});

describe('Day Sheet', () => {
	test('asks for days in the way of these reports, and gives each row', async () => {
		const filters = { office_id: locator(1), claim_type: 'professional' };
		await practice.json({
			nodes: [
				node('Billing', 'daySheet.getCharges', {
					...{ startDate: '2021-02-04', endDate: '2021-12-31', filters },
				}),
			],
		});
		expect(sent()[0]).toMatchObject({
			path: '/api/day_sheet_charges',
			query: { start_date: '2/4/2021', end_date: '12/31/2021', office_id: '1' },
		});
	});

	test('refuses a last day before the first', async () => {
		const { error } = await practice.run({
			nodes: [
				node('Billing', 'daySheet.getTotals', { startDate: '2021-02-04', endDate: '2021-02-03' }),
			],
		});
		expect(error?.message).toBe('“End Date” is before the start date. Exchange the two [item 0]');
		expect(sent()).toEqual([]);
	});
});

describe('Line Item', () => {
	const item = {
		...{ appointment: locator(1), procedure_type: 'C', code: '99213' },
		diagnosis_pointers: ['E11.9'],
	};

	test('takes its price from the fee schedule where that is asked for', async () => {
		const options = { use_fee_schedule_defaults: true };
		await practice.json({ nodes: [node('Billing', 'lineItem.create', { ...item, options })] });
		expect(sent()[0].query).toEqual({ use_fee_schedule_defaults: 'true' });
		expect(sent()[0].body).toMatchObject({ code: '99213', diagnosis_pointers: ['E11.9'] });
		expect(sent()[0].body).not.toHaveProperty('use_fee_schedule_defaults');
	});

	test.each([[[]], ["={{ [''] }}"], ['={{ [] }}']])('needs a diagnosis: %j', async (pointers) => {
		const parameters = { ...item, diagnosis_pointers: pointers };
		const { error } = await practice.run({
			nodes: [node('Billing', 'lineItem.create', parameters)],
		});
		expect(error?.message).toContain('“Diagnosis Pointers” is empty');
		expect(sent()).toEqual([]);
	});

	test.each(['', '0', 'none'])('never goes out for the appointment “%s”', async (id) => {
		const parameters = { ...item, appointment: locator(`={{ '${id}' }}`) };
		const { error } = await practice.run({
			nodes: [node('Billing', 'lineItem.create', parameters)],
		});
		expect(error?.message).toContain('“Appointment”');
		expect(sent()).toEqual([]);
	});
});

describe('files', () => {
	const items = [
		{
			json: {},
			binary: {
				data: {
					data: Buffer.from('%PDF-1.4').toString('base64'),
					mimeType: 'application/pdf',
					fileName: 'form.pdf',
				},
			},
		},
	];
	const eob = {
		...{ doctor: locator(1), insurance_payer_name: 'Example Health', insurance_payer_id: '99999' },
		insurance_payer_trace_number: 'T1',
	};

	test('an EOB goes out as a form with its scan, as JSON without', async () => {
		const create = (binaryPropertyName: string) =>
			node('Billing', 'eob.create', { ...eob, binaryPropertyName });
		await practice.json({ nodes: [create('data')], items });
		await practice.json({ nodes: [create('')], items });
		expect(sent()[0].body).toMatchObject({
			doctor: '1',
			scanned_eob: expect.objectContaining({ name: 'form.pdf', bytes: 8 }),
		});
		expect(sent()[1].body).not.toHaveProperty('scanned_eob');
	});

	test('a fax is fetched, and the message says whose it is', async () => {
		const messages = practice.simulator.store.collection('messages');
		const fax = messages.all().find(({ type }) => type === 'IF');
		const { outputs } = await practice.run({
			nodes: [
				node('Messages', 'message.downloadAttachment', { messageId: locator(String(fax?.id)) }),
			],
		});
		const [{ json, binary }] = outputs[0];
		expect(json).toMatchObject({ type: 'IF', title: fax?.title, mimeType: 'application/pdf' });
		expect(json).not.toHaveProperty('attachment');
		expect(Object.keys(binary ?? {})).toEqual(['data']);
	});

	test('a signed form is told in the query and the form, and changed at the list’s address', async () => {
		const parameters = { patient: locator(1), appointment: locator(1), consent_form: locator(1) };
		const [made] = await practice.json({
			nodes: [
				node('Documents', 'signedConsentForm.create', {
					...parameters,
					binaryPropertyName: 'data',
				}),
			],
			items,
		});
		expect(sent()[0].query).toEqual({ patient: '1', appointment: '1', consent_form: '1' });
		practice.simulator.clearLog();
		await practice.json({
			nodes: [
				node('Documents', 'signedConsentForm.update', {
					signedConsentFormId: locator(String(made.id)),
					updateFields: { archived: true },
				}),
			],
		});
		expect(sent()[0]).toMatchObject({
			method: 'PATCH',
			path: '/api/signed_consent_forms',
			query: { id: String(made.id) },
			body: { archived: 'true' },
		});
	});

	test.each(['body', 'query'] as const)(
		'a consent form is applied where the appointment is told in the %s',
		async (formAppointment) => {
			const other = await openPractice({ doubts: { formAppointment } });
			const parameters = { consentFormId: locator(1), appointment: locator(1) };
			for (const operation of ['apply', 'unapply']) {
				const [done] = await other.json({
					nodes: [node('Documents', `consentForm.${operation}`, parameters)],
				});
				expect(done).toEqual({
					consent_form: 1,
					appointment: expect.anything(),
					[DONE[operation]]: true,
				});
			}
			await other.simulator.close();
		},
	);
});

const DONE: Readonly<Record<string, string>> = { apply: 'applied', unapply: 'unapplied' };
