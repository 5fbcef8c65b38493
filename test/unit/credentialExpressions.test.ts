import { runInNewContext } from 'node:vm';
import { DrChronoOAuth2Api } from '../../credentials/DrChronoOAuth2Api.credentials';
import { addressOf } from '../../nodes/shared/transport/urls';

/** What a hidden field of the credential comes to, as n8n computes it from the others. */
function computed(name: string, fields: object): string {
	const { properties } = new DrChronoOAuth2Api();
	const text = String(properties.find((property) => property.name === name)?.default);
	const defaults = Object.fromEntries(properties.map((one) => [one.name, one.default]));
	return text
		.replace(/^=/, '')
		.replace(/\{\{(.*?)\}\}/gs, (_, code: string) =>
			String(runInNewContext(code, { $self: { ...defaults, ...fields } })),
		);
}

const USUAL = 'user:read patients:read patients:write calendar:read calendar:write clinical:read';

test.each<[string, object, string]>([
	['nothing chosen', {}, USUAL],
	['Read Only', { permissions: 'readOnly' }, 'user:read patients:read calendar:read clinical:read'],
	['chosen', { permissions: 'chosen', chosenScopes: ['labs:read'] }, 'labs:read'],
	['chosen, and none ticked', { permissions: 'chosen', chosenScopes: [] }, USUAL],
	[
		'stored before there was a choice',
		{ scopes: ['labs:read', 'user:read'] },
		'labs:read user:read',
	],
	[
		'stored before, and now chosen',
		{ scopes: ['labs:read'], permissions: 'readOnly' },
		'user:read patients:read calendar:read clinical:read',
	],
	[
		'what n8n’s editor writes into a new one',
		{ scopes: ['credential:create', 'project:read'] },
		USUAL,
	],
	['an empty list of n8n’s editor', { scopes: [] }, USUAL],
])('scope: %s', (_, fields, scope) => {
	expect(computed('scope', fields)).toBe(scope);
});

test.each([
	['https://drchrono.com', 'https://drchrono.com'],
	[' https://drchrono.com/ ', 'https://drchrono.com'],
	['drchrono.com', 'https://drchrono.com'],
	['app.drchrono.com/patients/12?tab=notes#top', 'https://app.drchrono.com'],
	['http://drchrono.com', 'https://drchrono.com'],
	['http://app.drchrono.com/calendar', 'https://app.drchrono.com'],
	['HTTP://APP.DRCHRONO.COM', 'https://app.drchrono.com'],
	['http://127.0.0.1:4000/', 'http://127.0.0.1:4000'],
	['localhost:4000/api', 'https://localhost:4000'],
	['http://notdrchrono.com/drchrono.com', 'http://notdrchrono.com'],
])('the address "%s" is mended to %s, for connecting and for every request', (baseUrl, origin) => {
	expect(addressOf(baseUrl)?.origin).toBe(origin);
	expect(computed('authUrl', { baseUrl }).toLowerCase()).toBe(`${origin}/o/authorize/`);
	expect(computed('accessTokenUrl', { baseUrl }).toLowerCase()).toBe(`${origin}/o/token/`);
});
