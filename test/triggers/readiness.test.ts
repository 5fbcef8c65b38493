import { connectedCredential, CredentialStore, withoutGranted } from '../support/credentials';
import { loadOptions } from '../support/loadOptions';
import { openPractice, type Practice } from '../support/practice';

let practice: Practice;

beforeEach(async () => {
	practice = await openPractice();
});
afterEach(async () => {
	await practice.simulator.close();
});

/** What the field "Ready to Publish" says with a credential that is the usual one but for what is named. */
async function state(type: string, changes: object, resource = 'document'): Promise<string> {
	const [option, ...others] = await loadOptions({
		type,
		method: 'loadReadiness',
		parameters: { resource },
		credentials: new CredentialStore({ ...connectedCredential(practice.simulator), ...changes }),
	});
	expect(others).toEqual([]);
	expect(option.value).toBe('state');
	return option.name;
}

const given = (scope: string) => {
	const { oauthTokenData } = connectedCredential(practice.simulator);
	return { oauthTokenData: { ...(oauthTokenData as object), scope } };
};

test.each([
	['drChronoTrigger', { webhookSecret: '' }, 'The credential has no Webhook Secret'],
	['drChronoIframeTrigger', { clientSecret: '' }, 'The DrChrono credential has no Client Secret'],
	[
		'drChronoPollingTrigger',
		{ oauthTokenData: undefined },
		'The DrChrono credential is not connected yet',
	],
])('%s says before it is published what is missing, and asks DrChrono nothing', async (...row) => {
	const [type, changes, message] = row;
	expect(await state(type, {})).toBe('Yes');
	expect(await state(type, changes)).toBe(`Not yet. ${message}`);
	expect(practice.simulator.requests()).toEqual([]);
});

test('the Polling Trigger says which permission the chosen resource lacks, where that is known', async () => {
	const usual = given('user:read patients:read calendar:read');
	expect(await state('drChronoPollingTrigger', usual, 'document')).toBe('Yes');
	expect(await state('drChronoPollingTrigger', usual, 'task')).toBe(
		'Not yet. This connection was not given the permission "Tasks: Read"',
	);
	const unknown = withoutGranted(connectedCredential(practice.simulator));
	expect(await state('drChronoPollingTrigger', unknown, 'task')).toBe('Yes');
});
