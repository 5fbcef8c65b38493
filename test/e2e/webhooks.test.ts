import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject, INode } from 'n8n-workflow';
import { N8n } from '../support/n8nProcess';
import { startSimulator, type Simulator } from '../simulator';

const HOUR = 3_600_000;
const AT_ONCE = 20;

interface Sent {
	readonly id: string;
	readonly status: number;
}

/** Takes what a workflow passes on: the delivery IDs. */
async function startCollector(): Promise<{ url: string; ids: string[]; server: Server }> {
	const ids: string[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => {
			body += chunk.toString();
		});
		request.on('end', () => {
			ids.push(String((JSON.parse(body) as IDataObject).id));
			response.setHeader('content-type', 'application/json').end('{}');
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('No collector');
	return { url: `http://127.0.0.1:${address.port}`, ids, server };
}

describe('DrChrono Trigger in a real n8n', () => {
	let n8n: N8n;
	let simulator: Simulator;
	let collector: Awaited<ReturnType<typeof startCollector>>;
	let webhook: string;

	beforeAll(async () => {
		[n8n, simulator, collector] = await Promise.all([
			N8n.start({ version: '2.40.7' }),
			startSimulator(),
			startCollector(),
		]);
		webhook = await activate();
		await published();
	}, 180_000);
	afterAll(async () => {
		collector.server.close();
		await Promise.all([n8n.stop(), simulator.close()]);
	}, 60_000);
	beforeEach(() => {
		collector.ids.length = 0;
	});

	/** A published workflow that tells the collector of each delivery. @returns the production URL */
	async function activate(): Promise<string> {
		const { clientId, clientSecret, webhookSecret } = simulator.application;
		const credential = await n8n.createCredential({
			clientId,
			clientSecret,
			webhookSecret,
			baseUrl: simulator.url,
		});
		const path = randomUUID();
		const trigger: INode = {
			id: randomUUID(),
			name: 'Trigger',
			type: 'n8n-nodes-drchrono.drChronoTrigger',
			typeVersion: 1,
			position: [0, 0],
			webhookId: path,
			parameters: {},
			credentials: { drChronoOAuth2Api: { id: credential, name: 'DrChrono' } },
		};
		const tell: INode = {
			id: randomUUID(),
			name: 'Tell',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			position: [200, 0],
			parameters: {
				method: 'POST',
				url: collector.url,
				sendBody: true,
				bodyParameters: { parameters: [{ name: 'id', value: '={{ $json.delivery_id }}' }] },
			},
		};
		const workflow = await n8n.createWorkflow({
			name: 'Deliveries',
			nodes: [trigger, tell],
			connections: { Trigger: { main: [[{ node: 'Tell', type: 'main', index: 0 }]] } },
		});
		await n8n.activate(workflow);
		return `${n8n.url}/webhook/${path}/webhook`;
	}

	async function comeBack(): Promise<void> {
		await n8n.boot();
		await n8n.rest.login();
		await published();
	}

	/** The editor's API is there some time before the workflows are. */
	async function published(): Promise<void> {
		while ((await fetch(webhook)).status === 404) await wait(200);
	}

	async function send(id: string, headers: Record<string, string> = {}, body?: string) {
		const response = await fetch(webhook, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'x-drchrono-event': 'PATIENT_MODIFY',
				'x-drchrono-delivery': id,
				'x-drchrono-signature': simulator.application.webhookSecret,
				...headers,
			},
			body: body ?? JSON.stringify({ receiver: {}, object: { id: 1, first_name: 'Pat' } }),
		}).catch(() => undefined);
		await response?.arrayBuffer().catch(() => undefined);
		return { id, status: response?.status ?? 0 };
	}

	/** Sends with so many at once. */
	async function sendAll(ids: readonly string[]): Promise<Sent[]> {
		const rest = [...ids];
		const sent: Sent[] = [];
		await Promise.all(
			Array.from({ length: AT_ONCE }, async () => {
				for (let id = rest.shift(); id !== undefined; id = rest.shift()) sent.push(await send(id));
			}),
		);
		return sent;
	}

	async function settled(): Promise<string[]> {
		for (let before = -1; before !== collector.ids.length;) {
			before = collector.ids.length;
			await wait(3_000);
		}
		return collector.ids;
	}

	const shuffled = (ids: readonly string[]) =>
		ids
			.map((id) => ({ id, at: Math.random() }))
			.sort((a, b) => a.at - b.at)
			.map(({ id }) => id);

	test('answers the verification, a PING and deliveries of the simulator', async () => {
		expect(await simulator.webhooks.register({ url: webhook })).toBe(true);
		expect(await simulator.webhooks.ping()).toMatchObject({ delivered: true });
		simulator.store.patients.update(1, { city: 'Springfield' });
		await simulator.webhooks.idle();
		const [ping, delivery] = simulator.webhooks.deliveries;
		expect(delivery).toMatchObject({ event: 'PATIENT_MODIFY', delivered: true });
		expect(await settled()).toEqual([delivery.id]);
		expect(ping.event).toBe('PING');
	});

	test('1000 deliveries, 200 of them repeated, 20 at once in random order: 800 runs', async () => {
		const first = Array.from({ length: 800 }, () => randomUUID());
		const began = performance.now();
		const sent = await sendAll(shuffled([...first, ...shuffled(first).slice(0, 200)]));
		const took = performance.now() - began;
		expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
		expect([...(await settled())].sort()).toEqual([...first].sort());
		process.stdout.write(`1000 deliveries in ${Math.round(took)} ms\n`);
	}, 900_000);

	test('forged, unsigned and oversized deliveries run nothing', async () => {
		const huge = JSON.stringify({ object: { text: 'x'.repeat(17 * 1024 * 1024) } });
		const answers = [
			await send('forged', { 'x-drchrono-signature': 'another-secret' }),
			await send('unsigned', { 'x-drchrono-signature': '' }),
			await send('almost', {
				'x-drchrono-signature': simulator.application.webhookSecret.slice(1),
			}),
			await send('oversized', {}, huge),
			await send('oversized and forged', { 'x-drchrono-signature': 'x' }, huge),
		];
		expect(answers.slice(0, 3).map(({ status }) => status)).toEqual([401, 401, 401]);
		const accepted = answers.filter(({ status }) => status >= 200 && status < 300);
		expect(accepted).toEqual([]);
		expect(await settled()).toEqual([]);
	}, 60_000);

	test.each<NodeJS.Signals>(['SIGTERM', 'SIGKILL'])(
		'stopped with %s and started in the middle: nothing is lost, and nothing runs twice',
		async (signal) => {
			const ids = Array.from({ length: 400 }, () => randomUUID());
			const before = await sendAll(ids.slice(0, 200));
			const during = sendAll(ids.slice(200));
			await wait(500);
			await n8n.halt(signal);
			const sent = [...before, ...(await during)];
			await comeBack();
			// Whatever had no answer is delivered again, and so is some of what had one.
			const missed = sent.filter(({ status }) => status !== 200).map(({ id }) => id);
			const taken = sent.filter(({ status }) => status === 200).map(({ id }) => id);
			expect(missed.length).toBeGreaterThan(0);
			const again = await sendAll(shuffled([...missed, ...taken]));
			expect(new Set(again.map(({ status }) => status))).toEqual(new Set([200]));
			const ran = await settled();
			expect(ids.filter((id) => !ran.includes(id))).toEqual([]);
			const twice = ran.filter((id, index) => ran.indexOf(id) !== index);
			process.stdout.write(`${signal}: ${missed.length} missed, ${twice.length} ran twice\n`);
			expect(twice.filter((id) => taken.includes(id))).toEqual([]);
			// The one that was being started: its run may have begun, and nobody was told.
			expect(twice.length).toBeLessThanOrEqual(1);
		},
		900_000,
	);

	test('what n8n was not there for is redelivered by the simulator’s clock', async () => {
		expect(await simulator.webhooks.register({ url: webhook })).toBe(true);
		await n8n.halt();
		const { id, delivered } = await simulator.webhooks.deliver('TASK_CREATE', { id: 5 });
		expect(delivered).toBe(false);
		await comeBack();
		simulator.clock.advance(HOUR);
		await simulator.webhooks.idle();
		expect(await settled()).toEqual([id]);
	}, 120_000);
});
