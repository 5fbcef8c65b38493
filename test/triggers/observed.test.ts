import { randomUUID } from 'node:crypto';

import { DateTime } from 'luxon';
import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { appointmentModify, observed, ping } from '../observed';
import { packageNodes } from '../support/manifest';
import { MINUTE, open, pass, pollAfter, practice, watch } from '../support/polledPractice';
import { openWebhook, type WebhookHost } from '../support/webhookHost';

/** Every field that a trigger offers under Selected Fields, whatever it watches. */
function offeredBy(type: string, resource?: string): unknown[] {
	const { properties } = packageNodes().find(({ name }) => name === type)!;
	const fields = properties.filter(
		({ name, displayOptions: { show } = {} }) =>
			name === 'fields' && (resource === undefined || show?.resource?.includes(resource)),
	);
	return fields.flatMap(({ options = [] }) =>
		(options as INodePropertyOptions[]).map(({ value }) => value),
	);
}

describe('A delivery as it was seen', () => {
	const hosts: WebhookHost[] = [];

	beforeEach(async () => await open());
	afterEach(async () => {
		await Promise.all(hosts.splice(0).map(async (host) => await host.close()));
	});

	async function deliver(event: string, body: object, parameters: Record<string, string | object>) {
		const host = await openWebhook({
			credentials: practice().credentials,
			parameters: parameters as never,
		});
		hosts.push(host);
		const headers = {
			'content-type': 'application/json',
			'x-drchrono-event': event,
			'x-drchrono-delivery': randomUUID(),
			'x-drchrono-signature': practice().simulator.application.webhookSecret,
		};
		const response = await fetch(host.url, { method: 'POST', headers, body: JSON.stringify(body) });
		await response.arrayBuffer();
		expect(response.status).toBe(200);
		return host.runs;
	}

	test('Raw has the record, the receiver and the practice group, as they came', async () => {
		const [item] = await deliver('APPOINTMENT_MODIFY', appointmentModify, { output: 'raw' });
		const { practice_group_id, receiver, object } = appointmentModify;
		expect(item).toMatchObject({ event: 'APPOINTMENT_MODIFY', practice_group_id });
		expect([item.receiver, item.record]).toEqual([receiver, object]);
	});

	test('Simplified has who, when, where and how it stands', async () => {
		const [{ record }] = await deliver('APPOINTMENT_MODIFY', appointmentModify, {});
		const { id, patient, doctor, office, scheduled_time, status } = appointmentModify.object;
		expect(record).toMatchObject({ id, patient, doctor, office, scheduled_time, status });
		expect(Object.keys(record as IDataObject)).toHaveLength(10);
	});

	test('Selected Fields offers every field, and gives them as they came', async () => {
		const fields = Object.keys(appointmentModify.object);
		const offered = offeredBy('drChronoTrigger');
		expect(fields.filter((name) => !offered.includes(name))).toEqual([]);
		const chosen = { output: 'selected', fields };
		const [{ record }] = await deliver('APPOINTMENT_MODIFY', appointmentModify, chosen);
		expect(record).toEqual(appointmentModify.object);
	});

	test('a test of the callback is answered, and passed on if that is wanted', async () => {
		expect(await deliver('PING', ping, {})).toEqual([]);
		const [item] = await deliver('PING', ping, { options: { passPings: true }, output: 'raw' });
		expect(item).toMatchObject({ event: 'PING', record: {}, receiver: ping.receiver });
	});
});

const WATCHED: Readonly<Partial<Record<string, string>>> = {
	'/api/appointments': 'appointment',
	'/api/patients': 'patient',
	'/api/documents': 'document',
};
const polled = observed.flatMap((one) => {
	const resource = WATCHED[one.path];
	return resource === undefined ? [] : [{ ...one, resource }];
});

/** What appointments have only where somebody asks verbosely, which the trigger does not. */
const verbose = [
	...['clinical_note', 'custom_fields', 'custom_vitals', 'extended_updated_at', 'reminders'],
	...['status_transitions', 'vitals'],
];

describe.each(polled)('$what, polled', ({ path, record, resource, essential }) => {
	/** What the first check after the record's change gives; n8n's clock is DrChrono's. */
	async function pollIt(parameters: object): Promise<IDataObject[]> {
		const changed = DateTime.fromISO(String(record.updated_at), { zone: 'America/New_York' });
		await open({
			startAt: changed.minus({ minutes: 10 }).toJSDate(),
			patients: 1,
			appointments: 0,
		});
		const polling = await watch({ resource, ...parameters });
		expect(await polling.poll()).toEqual([]);
		const body = { previous: null, next: null, results: [record] };
		pass(11 * MINUTE);
		practice().simulator.inject({
			match: { method: 'GET', path },
			times: 99,
			effect: { kind: 'status', status: 200, body },
		});
		const found = await polling.poll();
		expect(await pollAfter(polling, MINUTE)).toEqual([]);
		return found;
	}

	test('Raw is the record itself, once', async () => {
		expect(await pollIt({ output: 'raw' })).toEqual([{ ...record, change: expect.any(String) }]);
	});

	test('Simplified keeps what nobody can do without, as it came', async () => {
		const [found] = await pollIt({});
		for (const name of essential) expect(found).toHaveProperty(name, record[name]);
	});

	test('Selected Fields offers every field of a list, and gives them as they came', async () => {
		const fields = Object.keys(record).filter((name) => !verbose.includes(name));
		const offered = offeredBy('drChronoPollingTrigger', resource);
		expect(fields.filter((name) => !offered.includes(name))).toEqual([]);
		const chosen = Object.fromEntries(fields.map((name) => [name, record[name]]));
		expect(await pollIt({ output: 'selected', fields })).toEqual([
			{ ...chosen, change: expect.any(String) },
		]);
	});
});
