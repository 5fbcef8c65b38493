import { randomUUID } from 'node:crypto';
import { openPractice, type Practice } from '../support/practice';
import { openWebhook, type WebhookHost } from '../support/webhookHost';

let practice: Practice;
let hosts: WebhookHost[];

beforeEach(async () => {
	practice = await openPractice();
	hosts = [];
});
afterEach(async () => {
	await Promise.all(hosts.map(async (host) => await host.close()));
	await practice.simulator.close();
});

async function open(parameters = {}): Promise<WebhookHost> {
	const host = await openWebhook({ credentials: practice.credentials, parameters });
	hosts.push(host);
	return host;
}

async function send(host: WebhookHost, body: string, headers: Record<string, string> = {}) {
	const response = await fetch(host.url, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-drchrono-event': 'APPOINTMENT_MODIFY',
			'x-drchrono-delivery': randomUUID(),
			'x-drchrono-signature': practice.simulator.application.webhookSecret,
			...headers,
		},
		body,
	});
	await response.arrayBuffer();
	return response.status;
}

const RECEIVER = { id: 4321, callback_url: 'https://n8n.example.com/webhook/abc', active: true };
const APPOINTMENT = { id: '251000003', patient: 1001, status: 'Arrived', is_telehealth: false };
const body = (changes: object = {}) =>
	JSON.stringify({
		practice_group_id: 222,
		receiver: RECEIVER,
		object: APPOINTMENT,
		...changes,
	});

test.each([
	['CMODIFY', 'named'],
	['MODIFY', 'named'],
	['CMODIFY', 'unnamed'],
	['MODIFY', 'unnamed'],
] as const)(
	'a changed flag, called %s, its practice group %s',
	async (flagEvent, practiceGroup) => {
		const { doubts, webhooks } = practice.simulator;
		Object.assign(doubts, { flagEvent, practiceGroup });
		const wanted = await open({ events: ['PATIENT_FLAG_CMODIFY'] });
		await webhooks.register({ url: wanted.url });
		expect(await webhooks.deliver('PATIENT_FLAG_CMODIFY', { id: 4 })).toMatchObject({
			delivered: true,
		});
		const group = practiceGroup === 'named' ? { practice_group_id: 222 } : {};
		expect(wanted.runs).toEqual([
			{
				...{ event: 'PATIENT_FLAG_CMODIFY', resource: 'patientFlag', record: { id: 4 } },
				...{ delivery_id: expect.any(String), received_at: expect.any(String), ...group },
			},
		]);
	},
);

test.each<[unknown, string, boolean]>([
	[['PATIENT_FLAG_CMODIFY'], 'patient_flag_modify', true],
	[['PATIENT_FLAG_CMODIFY'], ' PATIENT_FLAG_MODIFY ', true],
	[['PATIENT_FLAG_MODIFY'], 'PATIENT_FLAG_MODIFY', true],
	[['PATIENT_FLAG_MODIFY'], 'PATIENT_FLAG_CMODIFY', true],
	[['PATIENT_FLAG_CREATE'], 'PATIENT_FLAG_MODIFY', false],
	[['PATIENT_FLAG_CMODIFY'], 'PATIENT_FLAG_DELETE', false],
	[['TASK_CREATE'], 'Task_Create', true],
	['={{ "PATIENT_CREATE, TASK_CREATE" }}', 'TASK_CREATE', true],
	['={{ "PATIENT_CREATE" }}', 'CREATE', false],
	['={{ "PATIENT_CREATE" }}', 'PATIENT_MODIFY', false],
	[['*'], 'ping', false],
	[[], 'TASK_CREATE', false],
])('chosen %j, delivered “%s”: starts %s', async (events, event, starts) => {
	const host = await open({ events });
	expect(await send(host, body(), { 'x-drchrono-event': event })).toBe(200);
	expect(host.runs).toHaveLength(starts ? 1 : 0);
});

test.each<[string, string, string]>([
	['after a byte order mark', '\uFEFF{}', 'text/plain'],
	['after a byte order mark, of no type', '\uFEFF{}', 'application/octet-stream'],
	['as a text in JSON', '"{}"', 'text/plain'],
	['as a text in JSON, named so', '"{}"', 'application/json'],
])('a body %s is read', async (_how, form, type) => {
	const host = await open({ output: 'raw' });
	const json = form.startsWith('"') ? JSON.stringify(body()) : form.replace('{}', body());
	expect(await send(host, json, { 'content-type': type })).toBe(200);
	expect(host.runs).toMatchObject([{ practice_group_id: 222, record: APPOINTMENT }]);
});

describe('What a delivery says beside its record', () => {
	test('its practice group is on the item, its receiver with Raw only', async () => {
		const simplified = await open();
		const raw = await open({ output: 'raw' });
		for (const host of [simplified, raw]) expect(await send(host, body())).toBe(200);
		expect(simplified.runs).toMatchObject([{ practice_group_id: 222 }]);
		expect(simplified.runs[0]).not.toHaveProperty('receiver');
		expect(raw.runs).toMatchObject([
			{ practice_group_id: 222, receiver: RECEIVER, record: APPOINTMENT },
		]);
	});

	test('a delivery that names no practice group has none', async () => {
		const host = await open();
		await send(host, body({ practice_group_id: undefined }));
		expect(host.runs[0]).not.toHaveProperty('practice_group_id');
	});

	test.each([
		['222', 1],
		['221, 222', 1],
		[' 222 ', 1],
		['221;222', 1],
		['221', 0],
		['22', 0],
	])('Practice Group IDs “%s”: %d runs', async (practices, runs) => {
		const host = await open({ options: { practices } });
		expect(await send(host, body())).toBe(200);
		expect(await send(host, body({ practice_group_id: undefined }))).toBe(200);
		expect(host.runs).toHaveLength(runs);
	});

	test.each(['is_telehealth', 'telehealth_url', 'archived', 'allow_overlapping', 'ins1_status'])(
		'%s can be selected',
		async (field) => {
			const host = await open({ output: 'selected', fields: [field] });
			await send(host, body({ object: { ...APPOINTMENT, [field]: 'x' } }));
			expect(host.runs).toMatchObject([{ record: { [field]: 'x' } }]);
		},
	);

	test('Simplified shows that an appointment is a break, or gone', async () => {
		const host = await open();
		const marks = { appt_is_break: true, deleted_flag: true, archived: true };
		await send(host, body({ object: { ...APPOINTMENT, ...marks } }));
		await send(host, body({ object: { ...APPOINTMENT, appt_is_break: false } }));
		expect(host.runs[0]).toMatchObject({ record: marks });
		expect(host.runs[1].record).not.toHaveProperty('appt_is_break');
	});
});

describe('A body that n8n has not parsed', () => {
	test.each([
		['text', 'text/plain'],
		['a form', 'application/x-www-form-urlencoded'],
		['of no known type', 'application/octet-stream'],
		['JSON by another name', 'application/vnd.drchrono+json'],
	])('%s is parsed once more', async (_what, type) => {
		const host = await open();
		expect(await send(host, body(), { 'content-type': type })).toBe(200);
		expect(host.runs).toMatchObject([
			{ practice_group_id: 222, record: { id: '251000003', status: 'Arrived' } },
		]);
	});

	test('a record within it, too', async () => {
		const host = await open();
		expect(await send(host, body({ object: JSON.stringify(APPOINTMENT) }))).toBe(200);
		expect(host.runs).toMatchObject([{ record: { id: '251000003' } }]);
	});
});

describe('A delivery without a record', () => {
	test.each<[string, string, string]>([
		['nothing', '', 'application/json'],
		['no object', body({ object: undefined }), 'application/json'],
		['null', body({ object: null }), 'application/json'],
		['a list', body({ object: [APPOINTMENT] }), 'application/json'],
		['text', body({ object: 'gone' }), 'application/json'],
		['a number', body({ object: 7 }), 'application/json'],
		['a list in place of the body', `[${body()}]`, 'application/json'],
		['broken JSON', body().slice(0, 40), 'text/plain'],
	])('%s: is refused, so that DrChrono delivers it again', async (_what, text, type) => {
		const host = await open();
		const headers = { 'content-type': type, 'x-drchrono-delivery': 'the-id' };
		expect(await send(host, text, headers)).toBe(400);
		expect(host.runs).toEqual([]);
		expect(await send(host, body(), { 'x-drchrono-delivery': 'the-id' })).toBe(200);
		expect(host.runs).toMatchObject([{ delivery_id: 'the-id', record: { id: '251000003' } }]);
	});

	test('is answered where the workflow does not want the event, and for a PING', async () => {
		const host = await open({ events: ['TASK_CREATE'], options: { passPings: true } });
		expect(await send(host, body({ object: null }))).toBe(200);
		expect(host.runs).toEqual([]);
		expect(await send(host, '{"object":null}', { 'x-drchrono-event': 'PING' })).toBe(200);
		expect(host.runs).toMatchObject([{ event: 'PING', record: {} }]);
	});
});
