import { runWorkflow } from '../support/harness';
import { openPractice, type Practice } from '../support/practice';
import { CredentialStore, connectedCredential } from '../support/credentials';

let practice: Practice;

beforeEach(async () => {
	practice = await openPractice({ doctors: 2 });
});
afterEach(async () => await practice.simulator.close());

const iframe = (operation: string) => ({ type: 'drChronoIframe', parameters: { operation } });

const doctors = () =>
	practice.simulator.store
		.collection('iframe_doctors')
		.all()
		.map(({ id }) => id);

const wire = () =>
	practice.simulator
		.requests()
		.map(({ method, path, bodyBytes, status }) => [method, path, bodyBytes, status]);

test('registers the doctor whose token it is, and says who that is', async () => {
	const credentials = new CredentialStore(
		connectedCredential(practice.simulator, { user: 'doctor2' }),
	);
	const { outputs, error } = await runWorkflow({ nodes: [iframe('register')], credentials });
	expect(error).toBeUndefined();
	expect(outputs[0].map(({ json }) => json)).toEqual([
		{ registered: true, doctor: '2', user: '2', username: 'doctor2' },
	]);
	expect(doctors()).toEqual(['2']);
	expect(wire()).toEqual([
		['GET', '/api/users/current', 0, 302],
		['GET', '/api/users/2', 0, 200],
		['POST', '/api/iframe_integration', 0, 204],
	]);
});

test('unregisters that doctor and no other', async () => {
	practice.simulator.store.collection('iframe_doctors').insert({ id: '1' });
	practice.simulator.store.collection('iframe_doctors').insert({ id: '2' });
	expect(await practice.json({ nodes: [iframe('unregister')] })).toEqual([
		{ registered: false, doctor: '1', user: '1', username: 'doctor' },
	]);
	expect(doctors()).toEqual(['2']);
	expect(wire().at(-1)).toEqual(['DELETE', '/api/iframe_integration', 0, 204]);
});

test('registering twice is registering once', async () => {
	await practice.json({ nodes: [iframe('register')], items: [{ json: {} }, { json: {} }] });
	expect(doctors()).toEqual(['1']);
});

test('a registration whose answer got lost is not sent again', async () => {
	practice.simulator.inject({
		match: { method: 'POST' },
		effect: { kind: 'cut', after: 'headers' },
	});
	const { error } = await practice.run({ nodes: [iframe('register')] });
	expect(error?.message).toMatch(/may or may not have carried this out/);
	expect(practice.simulator.requests({ method: 'POST' })).toHaveLength(1);
});

test('names the scope that the connection lacks', async () => {
	const credentials = new CredentialStore(
		connectedCredential(practice.simulator, { scopes: ['user:read'] }),
	);
	const { error } = await runWorkflow({ nodes: [iframe('register')], credentials });
	expect(error?.message).toBe(
		'This connection was not given the permission "User: Write" [item 0]',
	);
	expect(error?.description).toMatch(/tick "User: Write"/);
	expect(doctors()).toEqual([]);
});
