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

describe('Options', () => {
	const message = async (options: WorkflowNode['parameters'], token: string) =>
		(await practice.run({ nodes: [verify({ options })], items: items(token) })).error?.message;
	const without = (name: string) => ({ ...claims(), [name]: undefined });
	const aged = (seconds: number) => ({ ...claims(), iat: now() - seconds });

	test.each([
		['a fresh token with its three IDs', claims, undefined],
		['at the end of its five minutes', () => aged(350), undefined],
		['older than five minutes and the tolerance', () => aged(370), /older than the Maximum Age/],
		['of yesterday', () => aged(86_400), /older than the Maximum Age/],
		['without a time', () => without('iat'), /does not say "iat"/],
		['without a doctor', () => without('doctor_id'), /does not say "doctor_id"/],
		['without a patient', () => without('patient_id'), /does not say "patient_id"/],
		['without a practice', () => without('practice_id'), /does not say "practice_id"/],
		['with a patient that is null', () => ({ ...claims(), patient_id: null }), /"patient_id"/],
		['with a time that is null', () => ({ ...claims(), iat: null }), /does not say "iat"/],
	])('none are set, and the token is %s', async (_what, made, expected) => {
		const told = await message({}, forge(made(), { secret }));
		if (expected) expect(told).toMatch(expected);
		else expect(told).toBeUndefined();
	});

	test.each<[string, WorkflowNode['parameters'], () => object]>([
		['Clock Tolerance', { clockTolerance: 120 }, () => aged(-90)],
		['Maximum Age', { maximumAge: 3600 }, () => aged(3000)],
		['Required Claims', { requiredClaims: ['doctor_id'] }, () => without('patient_id')],
		['no Required Claims', { requiredClaims: [] }, () => without('patient_id')],
		[
			'Required Claims, and a patient that is null',
			{ requiredClaims: ['doctor_id'] },
			() => ({ ...claims(), patient_id: null }),
		],
	])('a workflow that has set %s keeps it', async (_what, options, made) => {
		const token = forge(made(), { secret });
		expect(await message(options, token)).toBeUndefined();
		expect(await message({}, token)).toBeDefined();
	});

	test('what cannot be used is told with its name', async () => {
		expect(await message({ clockTolerance: -1 }, forge(claims(), { secret }))).toMatch(
			/“Options → Clock Tolerance \(Seconds\)” must be 0 or more/,
		);
	});
});

test('an empty token is told before anything is checked', async () => {
	const { error } = await practice.run({ nodes: [verify()], items: items('') });
	expect(error?.message).toMatch(/“Token” is empty/);
});
