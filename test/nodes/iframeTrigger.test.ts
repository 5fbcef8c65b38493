import { forge } from '../support/jwt';
import { openPractice, type Practice } from '../support/practice';
import { serveWebhook } from '../support/webhookRequest';

const SANDBOX = 'sandbox allow-scripts allow-forms';

let practice: Practice;
let webhook: Awaited<ReturnType<typeof serveWebhook>>;

/** Answers as n8n 2.x does: its own policy replaces any other, just before the page is sent. */
async function serve(parameters = {}) {
	return await serveWebhook({
		type: 'drChronoIframeTrigger',
		parameters,
		credentials: practice.credentials,
		respond: (response) => {
			response.setHeader('Content-Security-Policy', SANDBOX);
			response.setHeader('X-Frame-Options', 'SAMEORIGIN');
			response.setHeader('Content-Type', 'text/html; charset=utf-8').end('<h1>Hello</h1>');
		},
	});
}

beforeEach(async () => {
	practice = await openPractice();
	practice.simulator.store.collection('iframe_doctors').insert({ id: '1' });
	webhook = await serve();
	practice.simulator.iframe.url = webhook.url;
});
afterEach(async () => {
	await webhook.close();
	await practice.simulator.close();
});

const seconds = () => Math.floor(Date.now() / 1000);
const signed = (claims: object) =>
	forge(
		{ doctor_id: 1, patient_id: 7, practice_id: 1, iat: seconds(), ...claims },
		{ secret: practice.simulator.application.clientSecret },
	);

/** The address that the simulator's patient page opens. */
async function address(): Promise<URL> {
	const html = await (await fetch(`${practice.simulator.url}/patients/7`)).text();
	const [, src = ''] = /<iframe[^>]* src="([^"]+)"/.exec(html) ?? [];
	return new URL(src.replaceAll('&amp;', '&'));
}

test('DrChrono’s page starts the workflow with the token’s claims and nothing else', async () => {
	const url = await address();
	const answer = await fetch(url, { headers: { cookie: 'a=b' } });
	expect(answer.status).toBe(200);
	expect(await answer.text()).toBe('<h1>Hello</h1>');
	const iat = Number(url.searchParams.get('iat'));
	expect(webhook.started).toEqual([[{ doctor_id: 1, patient_id: 7, practice_id: 1, iat }]]);
});

test('what else the address says, as on the clinical-note page, is passed on as unverified', async () => {
	const url = await address();
	url.searchParams.set('appointment_id', '77');
	url.searchParams.set('unverified', 'x');
	url.searchParams.append('section', 'a');
	url.searchParams.append('section', 'b');
	expect((await fetch(url)).status).toBe(200);
	const iat = Number(url.searchParams.get('iat'));
	const unverified = { appointment_id: '77', unverified: 'x', section: ['a', 'b'] };
	expect(webhook.started).toEqual([
		[{ doctor_id: 1, patient_id: 7, practice_id: 1, iat, unverified }],
	]);
});

test('DrChrono and the credential’s address may frame the answer; n8n’s own policy stays', async () => {
	const { headers } = await fetch(await address());
	expect(headers.get('content-security-policy')?.split(', ')).toEqual([
		SANDBOX,
		`frame-ancestors https://*.drchrono.com ${practice.simulator.url}`,
	]);
	expect(headers.get('x-frame-options')).toBeNull();
	expect(headers.get('referrer-policy')).toBe('no-referrer');
	expect(headers.get('cache-control')).toBe('no-store');
});

test.each<[string, (url: URL) => void]>([
	['no parameters', (url) => (url.search = '')],
	['no token', (url) => url.searchParams.delete('jwt')],
	['another patient', (url) => url.searchParams.set('patient_id', '2')],
	['another doctor', (url) => url.searchParams.set('doctor_id', '2')],
	['another practice', (url) => url.searchParams.set('practice_id', '2')],
	['an empty patient', (url) => url.searchParams.set('patient_id', '')],
	['the same patient twice', (url) => url.searchParams.append('patient_id', '7')],
	['two tokens', (url) => url.searchParams.append('jwt', signed({}))],
	['a forged token', (url) => url.searchParams.set('jwt', forge({ patient_id: 7 }))],
	['another patient’s token', (url) => url.searchParams.set('jwt', signed({ patient_id: 8 }))],
	['an old token', (url) => url.searchParams.set('jwt', signed({ iat: seconds() - 400 }))],
	[
		'a token of tomorrow',
		(url) => url.searchParams.set('jwt', signed({ iat: seconds() + 86_400 })),
	],
	['a token without iat', (url) => url.searchParams.set('jwt', signed({ iat: undefined }))],
	[
		'a token without patient',
		(url) => url.searchParams.set('jwt', signed({ patient_id: undefined })),
	],
	[
		'a token whose patient is null',
		(url) => url.searchParams.set('jwt', signed({ patient_id: null })),
	],
])('%s: 403, a plain page, and the workflow does not start', async (_, alter) => {
	const url = await address();
	alter(url);
	const answer = await fetch(url);
	expect(answer.status).toBe(403);
	expect(await answer.text()).toContain('Open this page in DrChrono');
	expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
	expect(answer.headers.get('content-security-policy')).toMatch(/^frame-ancestors https:/);
	expect(webhook.started).toEqual([undefined]);
});

test('without a Client Secret in the credential nobody is let in', async () => {
	const url = await address();
	practice.credentials.data = { ...practice.credentials.data, clientSecret: '' };
	const answer = await fetch(url);
	expect(answer.status).toBe(403);
	expect(await answer.text()).toContain('The DrChrono credential in n8n has no Client Secret');
	url.searchParams.set('jwt', forge({ patient_id: 7 }, { secret: '' }));
	expect((await fetch(url)).status).toBe(403);
	expect(webhook.started).toEqual([undefined, undefined]);
});

test('Maximum Age and Clock Tolerance are kept; what cannot be read lets nobody in', async () => {
	const status = async (options: object, iat: number) => {
		const strict = await serve({ options });
		const answer = await fetch(`${strict.url}?jwt=${signed({ iat })}`);
		await strict.close();
		return answer.status;
	};
	expect(await status({}, seconds() - 330)).toBe(200);
	expect(await status({ maximumAge: 60 }, seconds() - 130)).toBe(403);
	expect(await status({ maximumAge: 3600 }, seconds() - 3000)).toBe(200);
	expect(await status({ clockTolerance: 0 }, seconds() + 5)).toBe(403);
	expect(await status({ clockTolerance: 'a minute' }, seconds())).toBe(403);
});
