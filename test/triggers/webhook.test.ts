import { createHmac, randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { openPractice, type Practice } from '../support/practice';
import { openWebhook, type WebhookHost } from '../support/webhookHost';

const HOUR = 3_600_000;

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

type Options = Omit<Parameters<typeof openWebhook>[0], 'credentials'>;

async function open(options: Options = {}): Promise<WebhookHost> {
	const host = await openWebhook({ credentials: practice.credentials, ...options });
	hosts.push(host);
	return host;
}

/** A delivery as DrChrono sends it, but for what is named. */
async function send(host: WebhookHost, changes: Record<string, string> = {}, object: object = {}) {
	const response = await fetch(host.url, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-drchrono-event': 'PATIENT_MODIFY',
			'x-drchrono-delivery': randomUUID(),
			'x-drchrono-signature': practice.simulator.application.webhookSecret,
			...changes,
		},
		body: JSON.stringify({ receiver: {}, object }),
	});
	await response.arrayBuffer();
	return response.status;
}

const withoutSecret = () => {
	practice.credentials.data = { ...practice.credentials.data, webhookSecret: '' };
};

describe('Verification', () => {
	test('is answered with the HMAC of the message under the webhook secret', async () => {
		const host = await open();
		const response = await fetch(`${host.url}?msg=abc%20123`);
		expect(response.status).toBe(200);
		const secret = practice.simulator.application.webhookSecret;
		const secret_token = createHmac('sha256', secret).update('abc 123').digest('hex');
		expect(await response.json()).toEqual({ secret_token });
		expect(await practice.simulator.webhooks.register({ url: host.url })).toBe(true);
		expect(host.runs).toEqual([]);
	});

	test('is refused without a message, and when no secret is set', async () => {
		const host = await open();
		expect((await fetch(host.url)).status).toBe(400);
		withoutSecret();
		const refused = await fetch(`${host.url}?msg=abc`);
		expect(refused.status).toBe(401);
		expect(await refused.json()).toEqual({
			detail: 'The DrChrono credential in n8n has no Webhook Secret',
		});
	});
});

describe('Who may start the workflow', () => {
	test.each([
		['no signature', ''],
		['another secret', 'another-secret'],
		['the beginning of the secret', 'simulator-webhook-secre'],
		['a digest in place of the secret', createHmac('sha256', 'x').update('y').digest('hex')],
	])('%s: 401 and no run', async (_what, signature) => {
		const host = await open();
		expect(await send(host, { 'x-drchrono-signature': signature })).toBe(401);
		expect(host.runs).toEqual([]);
		expect(host.stored()).toBeUndefined();
	});

	test('nobody, when no secret is set: an empty signature is not the empty secret', async () => {
		withoutSecret();
		const host = await open();
		expect(await send(host, { 'x-drchrono-signature': '' })).toBe(401);
		expect(await send(host)).toBe(401);
		expect(host.runs).toEqual([]);
	});
});

describe('What starts the workflow', () => {
	test('PING is answered and not passed on, unless that is wanted', async () => {
		const host = await open();
		expect(await send(host, { 'x-drchrono-event': 'PING' })).toBe(200);
		expect(host.runs).toEqual([]);
		const other = await open({ parameters: { options: { passPings: true } } });
		expect(await send(other, { 'x-drchrono-event': 'PING' })).toBe(200);
		expect(other.runs).toMatchObject([{ event: 'PING', record: {} }]);
		expect(other.runs[0]).not.toHaveProperty('hint');
	});

	test('only the chosen events; those that DrChrono has added since, for who chose every event', async () => {
		const events = ['PATIENT_CREATE', 'APPOINTMENT_CREATE', 'REFERRAL_CREATE'];
		const host = await open({ parameters: { events: ['APPOINTMENT_CREATE'] } });
		const every = await open();
		for (const event of events) {
			const headers = { 'x-drchrono-event': event };
			expect(await send(host, headers, { id: 9, anything: true })).toBe(200);
			expect(await send(every, headers, { id: 9, anything: true })).toBe(200);
		}
		expect(host.runs.map(({ event }) => event)).toEqual(['APPOINTMENT_CREATE']);
		expect(every.runs.map(({ event }) => event)).toEqual(events);
		expect(every.runs[2]).toMatchObject({ record: { id: 9, anything: true } });
		expect(every.runs[2].hint).toMatch(/update/);
	});

	test.each(['PATIENT_FLAG_CMODIFY', 'PATIENT_FLAG_MODIFY'])(
		'%s is Patient Flag Modified: one event in either spelling',
		async (spelled) => {
			const others = await open({ parameters: { events: ['APPOINTMENT_CREATE'] } });
			const wanted = await open({ parameters: { events: ['PATIENT_FLAG_CMODIFY'] } });
			for (const host of [others, wanted]) {
				expect(await send(host, { 'x-drchrono-event': spelled }, { id: 4, name: 'VIP' })).toBe(200);
			}
			expect(others.runs).toEqual([]);
			expect(wanted.runs).toMatchObject([
				{ event: 'PATIENT_FLAG_CMODIFY', resource: 'patientFlag', record: { id: 4, name: 'VIP' } },
			]);
			expect(wanted.runs[0]).not.toHaveProperty('hint');
		},
	);

	test.each([
		['simplified', ['id', 'first_name', 'doctor']],
		['selected', ['id', 'city']],
		['raw', ['id', 'first_name', 'city', 'doctor', 'custom']],
	])('the record is given %s, with event, delivery ID and time', async (output, expected) => {
		const host = await open({ parameters: { output, fields: ['id', 'city'] } });
		const record = { id: 5, first_name: 'Pat', city: 'Springfield', doctor: 1, custom: 'x' };
		await send(host, { 'x-drchrono-delivery': 'the-id' }, record);
		const [item] = host.runs;
		expect(item).toMatchObject({
			event: 'PATIENT_MODIFY',
			resource: 'patient',
			delivery_id: 'the-id',
		});
		expect(Math.abs(Date.parse(String(item.received_at)) - Date.now())).toBeLessThan(60_000);
		expect(Object.keys(item.record as IDataObject)).toEqual(expected);
	});
});

describe('Each delivery once', () => {
	const deliver = async (host: WebhookHost, id: string) =>
		await send(host, { 'x-drchrono-delivery': id });
	const ids = (host: WebhookHost) => host.runs.map(({ delivery_id }) => delivery_id).sort();

	test('100 deliveries, 20 of them repeated, all at once: 80 runs, all remembered', async () => {
		const host = await open();
		const wanted = Array.from({ length: 80 }, () => randomUUID());
		const all = [...wanted, ...wanted.slice(0, 20)].sort(() => Math.random() - 0.5);
		const statuses = await Promise.all(all.map(async (id) => await deliver(host, id)));
		expect(new Set(statuses)).toEqual(new Set([200]));
		expect(ids(host)).toEqual([...wanted].sort());
		const again = await open({ staticData: host.stored() });
		await Promise.all(wanted.map(async (id) => await deliver(again, id)));
		expect(again.runs).toEqual([]);
	});

	test('what could not be started is started when DrChrono sends it again, also after a restart', async () => {
		let broken = true;
		const startRun = async () => {
			if (broken) throw new Error('The database is gone');
		};
		const host = await open({ startRun });
		expect(await deliver(host, 'a')).toBe(500);
		expect(await deliver(host, 'b')).toBe(500);
		broken = false;
		expect(await deliver(host, 'a')).toBe(200);
		expect(ids(host)).toEqual(['a']);
		const again = await open({ startRun, staticData: host.stored() });
		expect(await deliver(again, 'a')).toBe(200);
		expect(await deliver(again, 'b')).toBe(200);
		expect(ids(again)).toEqual(['b']);
	});

	test('a delivery that comes again while it is being started is not started twice', async () => {
		let start = (): void => undefined;
		const started = new Promise<void>((resolve) => {
			start = resolve;
		});
		const host = await open({ startRun: async () => await started });
		const first = new AbortController();
		const hungUp = fetch(host.url, {
			method: 'POST',
			headers: {
				'x-drchrono-event': 'TASK_CREATE',
				'x-drchrono-delivery': 'slow',
				'x-drchrono-signature': practice.simulator.application.webhookSecret,
			},
			body: '{"object":{}}',
			signal: first.signal,
		}).catch(() => undefined);
		await new Promise((resolve) => setTimeout(resolve, 100));
		first.abort();
		await hungUp;
		expect(await deliver(host, 'slow')).toBe(503);
		start();
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(await deliver(host, 'slow')).toBe(200);
		expect(ids(host)).toEqual(['slow']);
	});

	test('somebody who tries the workflow out in the editor gets every delivery', async () => {
		const host = await open({ mode: 'manual' });
		await deliver(host, 'same');
		await deliver(host, 'same');
		expect(ids(host)).toEqual(['same', 'same']);
	});

	test('nobody was there: DrChrono’s redeliveries after 1, 3 and 7 hours start it once', async () => {
		const { simulator } = practice;
		const attempts = { count: 0 };
		const host = await open({
			startRun: async () => {
				attempts.count += 1;
				if (attempts.count < 4) throw new Error('The database is gone');
			},
		});
		await simulator.webhooks.register({ url: host.url });
		const { id } = await simulator.webhooks.deliver('TASK_CREATE', { id: 3, title: 'Call back' });
		for (const hours of [1, 2, 4, 10]) {
			simulator.clock.advance(hours * HOUR);
			await simulator.webhooks.idle();
		}
		expect(simulator.webhooks.deliveries).toMatchObject([
			{ id, delivered: true, attempts: [500, 500, 500, 200].map((status) => ({ status })) },
		]);
		expect(host.runs).toMatchObject([{ delivery_id: id, record: { title: 'Call back' } }]);
	});

	test('what has run is known 1, 3 and 11 hours later, also after a restart', async () => {
		const { simulator } = practice;
		let host = await open();
		expect(await deliver(host, 'again')).toBe(200);
		for (const hours of [1, 2, 8]) {
			simulator.clock.advance(hours * HOUR);
			expect(await deliver(host, 'again')).toBe(200);
			host = await open({ staticData: host.stored() });
			expect(await deliver(host, 'again')).toBe(200);
			expect(host.runs).toEqual([]);
		}
	});

	test('changes to the simulator’s records are delivered', async () => {
		const { simulator } = practice;
		const host = await open();
		await simulator.webhooks.register({ url: host.url, events: ['PATIENT_MODIFY', 'TASK_DELETE'] });
		simulator.store.patients.update(2, { city: 'Shelbyville' });
		const task = simulator.store.collection('tasks').insert({ title: 'Call back' });
		simulator.store.collection('tasks').remove(task.id);
		await simulator.webhooks.idle();
		expect(host.runs.map(({ event }) => event).sort()).toEqual(['PATIENT_MODIFY', 'TASK_DELETE']);
	});
});
