import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { INode, IRunExecutionData } from 'n8n-workflow';
import { startSimulator, type JsonObject, type Simulator } from '../simulator';
import { openBrowser } from '../support/browser';
import { connectedCredential } from '../support/credentials';
import { readExample } from '../support/examples';
import { forge } from '../support/jwt';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { N8n } from '../support/n8nProcess';
import type { WorkflowToCreate } from '../support/n8nWorkflows';

const SANDBOX = /^sandbox (?!.*allow-same-origin)/;

/** The same page by way of Respond to Webhook, as the trigger's notice says. */
function withRespondNode(workflow: WorkflowToCreate): WorkflowToCreate {
	const [trigger, ...others] = workflow.nodes;
	const base = { typeVersion: 2, position: [0, 0] as [number, number], parameters: {} };
	const respond: INode = {
		...base,
		id: randomUUID(),
		name: 'Respond',
		type: 'n8n-nodes-base.respondToWebhook',
		typeVersion: 1.4,
		parameters: {
			respondWith: 'text',
			responseBody: '={{ $json.html }}',
			options: {
				responseHeaders: { entries: [{ name: 'Content-Type', value: 'text/html' }] },
			},
		},
	};
	const idle: INode = {
		...base,
		id: randomUUID(),
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		disabled: true,
	};
	const toRespond = { main: [[{ node: 'Respond', type: 'main' as const, index: 0 }]] };
	return {
		...workflow,
		name: 'By Respond to Webhook',
		nodes: [
			{ ...trigger, parameters: { ...trigger.parameters, responseMode: 'responseNode' } },
			...others,
			respond,
			idle,
		],
		connections: { ...workflow.connections, Page: toRespond, Webhook: toRespond },
	};
}

describe.each(N8N_VERSIONS)('A page inside DrChrono, by n8n %s', (version) => {
	let simulator: Simulator;
	let n8n: N8n;
	let browser: Browser;
	let page: Page;
	let workflowId: string;
	let webhook: { lastNode: string; responseNode: string };

	async function publish(workflow: WorkflowToCreate): Promise<[id: string, url: string]> {
		const id = await n8n.createWorkflow(workflow);
		await n8n.activate(id);
		return [id, `${n8n.url}/webhook/${String(workflow.nodes[0].webhookId)}/iframe`];
	}

	beforeAll(async () => {
		simulator = await startSimulator({ doctors: 2, appointments: 0 });
		simulator.store.collection('iframe_doctors').insert({ id: '1' });
		n8n = await N8n.start({ version });
		const drChronoOAuth2Api = await n8n.createCredential(connectedCredential(simulator));
		const example = () => readExample('patient-page', { drChronoOAuth2Api });
		const [id, lastNode] = await publish(example());
		workflowId = id;
		const [, responseNode] = await publish(withRespondNode(example()));
		webhook = { lastNode, responseNode };
		browser = await openBrowser();
	});
	afterAll(async () => {
		await browser.close();
		await Promise.all([n8n.stop(), simulator.close()]);
	});
	beforeEach(async () => {
		simulator.iframe.url = webhook.lastNode;
		page = await browser.newPage();
	});
	afterEach(async () => await page.close());

	const person = (id: number) => {
		const row = simulator.store.patients.get(id);
		return `${String(row?.first_name)} ${String(row?.last_name)}`;
	};
	const picture = async (name: string) =>
		await page.screenshot({ path: `.artifacts/iframe-${version}/${name}.png` });
	const frame = (): FrameLocator => page.frameLocator('iframe');
	const lastExecution = async () => (await n8n.rest.executions(workflowId)).at(0)?.id;

	/** The address in the iframe of a patient's page. */
	async function address(patient: number): Promise<URL> {
		const html = await (await fetch(`${simulator.url}/patients/${patient}`)).text();
		const [, src = ''] = /<iframe[^>]* src="([^"]+)"/.exec(html) ?? [];
		return new URL(src.replaceAll('&amp;', '&'));
	}

	/** Books a visit at 9:30 in the office, so many days from now. */
	function book(patient: number, days: number, fields: JsonObject = {}): string {
		const day = DateTime.now().setZone('America/New_York').plus({ days });
		simulator.store.collection('appointments').insert({
			patient,
			doctor: 1,
			office: 1,
			exam_room: 1,
			scheduled_time: `${day.toFormat('yyyy-MM-dd')}T09:30:00`,
			duration: 30,
			status: 'Confirmed',
			...fields,
		});
		return `${day.setLocale('en-US').toFormat('cccc, LLLL d, yyyy')} at 9:30 AM`;
	}

	test.each(['patients', 'clinical_notes'])('/%s shows the next visits', async (where) => {
		const patient = where === 'patients' ? 7 : 17;
		const later = book(patient, 40, { reason: 'Blood <b>pressure</b> & pulse' });
		const soon = book(patient, 3, { reason: 'Follow-up' });
		book(patient, 4, { status: 'Cancelled' });
		book(patient, -4, { reason: 'Long ago' });
		book(8, 3, { reason: 'Somebody else' });
		await page.goto(`${simulator.url}/${where}/${patient}`);
		await expect(frame().locator('h1').innerText()).resolves.toContain(person(patient));
		const visits = await frame().locator('li').allInnerTexts();
		expect(visits.map((visit) => visit.split(/\n+/))).toEqual([
			[soon, 'Follow-up'],
			[later, 'Blood <b>pressure</b> & pulse'],
		]);
		await picture(where);
	});

	test('a patient without visits has a page that says so', async () => {
		await page.goto(`${simulator.url}/patients/19`);
		await expect(frame().locator('ul').innerText()).resolves.toBe('None in the next six months');
	});

	test('the workflow gets the token’s claims, as numbers, and nothing else', async () => {
		const url = await address(8);
		await fetch(url);
		const data = await n8n.rest.executionData<IRunExecutionData>((await lastExecution()) ?? '');
		const [trigger] = data.resultData.runData['Patient Page'];
		expect(trigger.data?.main[0]?.map(({ json }) => json)).toEqual([
			{
				doctor_id: 1,
				patient_id: 8,
				practice_id: 1,
				iat: Number(url.searchParams.get('iat')),
			},
		]);
		expect(JSON.stringify(data)).not.toContain(url.searchParams.get('jwt'));
	});

	test('by Respond to Webhook too, with the same headers', async () => {
		simulator.iframe.url = webhook.responseNode;
		await page.goto(`${simulator.url}/patients/9`);
		await expect(frame().locator('h1').innerText()).resolves.toContain(person(9));
		expectHeaders(await fetch(await address(9)));
	});

	function expectHeaders({ headers }: Response): void {
		const policies = headers.get('content-security-policy')?.split(', ') ?? [];
		expect(policies).toContain(`frame-ancestors https://*.drchrono.com ${simulator.url}`);
		expect(policies.some((policy) => SANDBOX.test(policy))).toBe(true);
		expect(headers.get('x-frame-options')).toBeNull();
		expect(headers.get('referrer-policy')).toBe('no-referrer');
		expect(headers.get('cache-control')).toBe('no-store');
		expect(headers.get('content-type')).toMatch(/^text\/html/);
	}

	test('the answer may be framed by DrChrono and nobody else, and n8n’s sandbox stays', async () => {
		const answer = await fetch(await address(7));
		expect(answer.status).toBe(200);
		expectHeaders(answer);
	});

	test('another site’s frame stays empty', async () => {
		// The same page under another name is another origin.
		await page.goto(`${simulator.url.replace('127.0.0.1', 'localhost')}/patients/7`);
		await page.frames()[1].waitForURL('chrome-error://chromewebdata/');
	});

	test('a page for a doctor who is not registered has no frame', async () => {
		await page.goto(`${simulator.url}/patients/7?user=doctor2`);
		expect(await page.locator('iframe').count()).toBe(0);
	});

	test.each<[string, (url: URL) => void]>([
		['nothing', (url) => (url.search = '')],
		['no token', (url) => url.searchParams.delete('jwt')],
		['another patient', (url) => url.searchParams.set('patient_id', '2')],
		['another doctor', (url) => url.searchParams.set('doctor_id', '2')],
		['another practice', (url) => url.searchParams.set('practice_id', '2')],
		['a patient twice', (url) => url.searchParams.append('patient_id', '7')],
		['a token twice', (url) => url.searchParams.append('jwt', url.searchParams.get('jwt') ?? '')],
		['a forged token', (url) => url.searchParams.set('jwt', forge({ patient_id: 7 }))],
		['an old token', (url) => url.searchParams.set('jwt', token({ iat: seconds() - 400 }))],
		[
			'a token from the future',
			(url) => url.searchParams.set('jwt', token({ iat: seconds() + 90 })),
		],
		[
			'a token without a patient',
			(url) => url.searchParams.set('jwt', token({ patient_id: null })),
		],
	])('a stranger with %s gets 403 and a plain page, and starts nothing', async (_, alter) => {
		const before = await lastExecution();
		const url = await address(7);
		alter(url);
		const answer = await fetch(url);
		const body = await answer.text();
		expect(answer.status).toBe(403);
		expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
		expect(answer.headers.get('content-security-policy')).toMatch(/frame-ancestors/);
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(body).toContain('Open this page in DrChrono');
		expect(body).not.toContain(person(7));
		expect(await lastExecution()).toBe(before);
		expect(n8n.log.join('\n')).not.toContain(simulator.application.clientSecret);
	});

	const seconds = () => Math.floor(Date.now() / 1000);
	const token = (claims: object) =>
		forge(
			{ doctor_id: 1, patient_id: 7, practice_id: 1, iat: seconds(), ...claims },
			{ secret: simulator.application.clientSecret },
		);

	test('a token that differs from the address in nothing but how it is written is DrChrono’s', async () => {
		const url = await address(7);
		url.searchParams.set('jwt', token({ doctor_id: '1', patient_id: '7' }));
		expect((await fetch(url)).status).toBe(200);
	});
});
