import { forge } from '../support/jwt';
import type { WorkflowNode } from '../support/harness';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;
let secret: string;

beforeEach(async () => {
	practice = await openPractice();
	secret = practice.simulator.application.clientSecret;
});
afterEach(async () => await practice.simulator.close());

const now = () => Math.floor(Date.now() / 1000);
const claims = () => ({ doctor_id: '1', patient_id: '65765544', practice_id: 7, iat: now() });
const verify = (
	parameters: WorkflowNode['parameters'] = {},
	rest: Partial<WorkflowNode> = {},
): WorkflowNode => ({
	type: 'drChronoJwt',
	parameters: { operation: 'verify', token: '={{ $json.query.jwt }}', ...parameters },
	...rest,
});
const items = (...tokens: string[]) =>
	tokens.map((jwt) => ({ json: { query: { jwt, patient_id: '1' }, headers: { cookie: 'x' } } }));

test('gives the claims, numbers as numbers, and nothing else of the request', async () => {
	const { iat } = claims();
	const token = forge({ ...claims(), iat }, { secret });
	expect(await practice.json({ nodes: [verify()], items: items(token) })).toEqual([
		{ doctor_id: 1, patient_id: 65765544, practice_id: 7, iat },
	]);
	expect(practice.simulator.requests()).toEqual([]);
});

test('needs the credential’s Client Secret, not a connection', async () => {
	const token = forge(claims(), { secret });
	const { oauthTokenData, clientSecret, ...others } = practice.credentials.data;
	practice.credentials.data = { ...others, clientSecret };
	expect(await practice.json({ nodes: [verify()], items: items(token) })).toHaveLength(1);
	expect(oauthTokenData).toBeDefined();
	practice.credentials.data = others;
	const { error } = await practice.run({ nodes: [verify()], items: items(token) });
	expect(error?.message).toMatch(/has no Client Secret/);
});

test.each([
	['The token’s signature does not match', () => forge(claims(), { secret: 'another' })],
	['The token is not signed with HS256', () => forge(claims(), { header: { alg: 'none' } })],
	['The token has expired', () => forge({ ...claims(), exp: now() - 90 }, { secret })],
	['The token is from the future', () => forge({ ...claims(), iat: now() + 90 }, { secret })],
	['This is not a JWT', () => 'Maple.Street.Family'],
	['The token is longer than any token', () => forge('x'.repeat(9000), { secret })],
])('“%s”, without the token or the secret', async (message, bad) => {
	const token = bad();
	const { error, run } = await practice.run({ nodes: [verify()], items: items(token) });
	expect(error?.name).toBe('NodeOperationError');
	expect(error?.message).toMatch(message);
	expect(error?.message).toMatch(/\[item 0\]$/);
	const told = JSON.stringify([error, run.data.resultData.error]);
	expect(told).not.toContain(token);
	for (const part of token.split('.')) expect(told).not.toContain(part);
	expect(told).not.toContain(secret);
});

test('with an error output, forged tokens go one way and good ones the other', async () => {
	const good = forge(claims(), { secret });
	const forged = forge(claims(), { secret: 'another' });
	const { outputs, error } = await practice.run({
		nodes: [verify({}, { onError: 'continueErrorOutput' })],
		items: items(forged, good, forged),
	});
	expect(error).toBeUndefined();
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(outputs[1].map(({ json }) => json.error)).toEqual([
		'The token’s signature does not match [item 0]',
		'The token’s signature does not match [item 2]',
	]);
});

test('Clock Tolerance, Maximum Age and Required Claims are kept', async () => {
	const message = async (options: WorkflowNode['parameters'], token: string) =>
		(await practice.run({ nodes: [verify({ options })], items: items(token) })).error?.message;
	const early = forge({ ...claims(), iat: now() + 90 }, { secret });
	expect(await message({ clockTolerance: 120 }, early)).toBeUndefined();
	const old = forge({ ...claims(), iat: now() - 400 }, { secret });
	expect(await message({}, old)).toBeUndefined();
	expect(await message({ maximumAge: 300 }, old)).toMatch(/older than the Maximum Age/);
	const few = forge({ doctor_id: 1 }, { secret });
	expect(await message({ requiredClaims: ['doctor_id'] }, few)).toBeUndefined();
	expect(await message({ requiredClaims: ['doctor_id', 'patient_id'] }, few)).toMatch(
		/does not say "patient_id"/,
	);
	expect(await message({ clockTolerance: -1 }, early)).toMatch(
		/“Options → Clock Tolerance \(Seconds\)” must be 0 or more/,
	);
});

test('an empty token is told before anything is checked', async () => {
	const { error } = await practice.run({ nodes: [verify()], items: items('') });
	expect(error?.message).toMatch(/“Token” is empty/);
});
