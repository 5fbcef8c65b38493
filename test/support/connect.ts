import type { Page } from 'playwright-core';
import type { Simulator } from '../simulator';
import type { Editor } from './browser';
import type { N8n } from './n8nProcess';

/** n8n 2.x and 1.x. */
export const CONNECT_BUTTON =
	'[data-test-id="quick-connect-button"], [data-test-id="oauth-connect-button"]';

/** A user of the simulated practice. */
export const LOGIN = { username: 'doctor', password: 'synthetic-people-only' };

/** A credential as someone has typed it in, before it is connected. */
export async function typedCredential(n8n: N8n, simulator: Simulator): Promise<string> {
	const { clientId, clientSecret, webhookSecret } = simulator.application;
	return await n8n.createCredential({
		clientId,
		clientSecret,
		webhookSecret,
		baseUrl: simulator.url,
	});
}

/** Clicks Connect in n8n, logs in, and answers the question whether n8n may. */
export async function connect(
	editor: Editor,
	n8n: N8n,
	credentialId: string,
	answer: 'Authorize' | 'Cancel',
): Promise<Page> {
	await editor.page.goto(`${n8n.url}/home/credentials/${credentialId}`);
	const button = editor.page.locator(CONNECT_BUTTON).first();
	await button.waitFor();
	await editor.picture('credential');
	const popupOpened = editor.page.waitForEvent('popup');
	await button.click();
	const popup = await popupOpened;
	await answerConsent(editor, popup, answer);
	return popup;
}

/** Logs in where that is asked for, and answers the question whether n8n may. */
export async function answerConsent(
	editor: Editor,
	popup: Page,
	answer: 'Authorize' | 'Cancel',
): Promise<void> {
	const username = popup.locator('input[name=username]');
	await username.or(popup.getByRole('button', { name: answer })).waitFor();
	// Someone who is logged in already is only asked whether n8n may.
	if (await username.isVisible()) {
		await editor.picture('log-in', popup);
		await username.fill(LOGIN.username);
		await popup.fill('input[name=password]', LOGIN.password);
		await popup.getByRole('button', { name: 'Log in' }).click();
		await popup.getByRole('button', { name: answer }).waitFor();
	}
	await editor.picture(`consent-${answer.toLowerCase()}`, popup);
	await popup.getByRole('button', { name: answer }).click();
}
