import type { Locator, Page } from 'playwright-core';
import type { Simulator } from '../simulator';
import type { Editor } from './browser';
import { answerConsent, CONNECT_BUTTON } from './connect';
import type { N8n } from './n8nProcess';

export interface TypedCredential {
	/** The choice under Permissions; untouched without one. */
	readonly permissions?: string;
	/** What is ticked or unticked under What n8n May Do. */
	readonly toggle?: readonly string[];
	/** Typed over DrChrono Address; else the simulator's. */
	readonly address?: string;
	readonly clientSecret?: string;
	readonly webhookSecret?: string;
}

/** The open form of a credential. */
export function credentialForm(page: Page): Locator {
	return page.locator('[data-test-id="credential-edit-dialog"], .el-dialog:visible').first();
}

/** Opens the form of a new credential, as someone does who has none. */
export async function newCredential(editor: Editor, n8n: N8n): Promise<Locator> {
	const { page } = editor;
	await page.goto(`${n8n.url}/home/credentials/create`);
	await page.locator('[data-test-id="new-credential-type-select"] input').first().click();
	await page.keyboard.type('DrChrono');
	await page.locator('[data-test-id="new-credential-type-select-option"]:visible').first().click();
	await page.locator('[data-test-id="new-credential-type-button"]').click();
	const form = credentialForm(page);
	await form.locator('[data-test-id="parameter-input-clientId"]').waitFor();
	return form;
}

/** Fills in a new credential with mouse and keyboard. */
export async function typeCredential(
	editor: Editor,
	n8n: N8n,
	simulator: Simulator,
	typed: TypedCredential = {},
): Promise<Locator> {
	const form = await newCredential(editor, n8n);
	const fill = async (name: string, text: string) =>
		await form.locator(`[data-test-id="parameter-input-${name}"] input`).first().fill(text);
	const { clientId, clientSecret } = simulator.application;
	await fill('clientId', clientId);
	await fill('clientSecret', typed.clientSecret ?? clientSecret);
	await fill('baseUrl', typed.address ?? simulator.url);
	if (typed.webhookSecret !== undefined) await fill('webhookSecret', typed.webhookSecret);
	if (typed.permissions !== undefined) await editor.choose('permissions', typed.permissions);
	for (const name of typed.toggle ?? []) await editor.choose('chosenScopes', name);
	await editor.page.keyboard.press('Tab');
	return form;
}

/** Clicks Connect in the open form, logs in, and authorizes. */
export async function connectTyped(editor: Editor): Promise<void> {
	const popupOpened = editor.page.waitForEvent('popup');
	await editor.page.locator(CONNECT_BUTTON).first().click();
	await answerConsent(editor, await popupOpened, 'Authorize');
	await editor.page.locator(':text("Account connected"):visible').first().waitFor();
}
