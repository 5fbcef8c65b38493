import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureChromium } from './n8nInstall';
import { OWNER } from './n8nRest';

/** Nothing slides or fades: a click cannot land on what is on its way out, nor a picture show it. */
const WITHOUT_MOTION = `addEventListener('DOMContentLoaded', () => {
	const style = document.createElement('style');
	style.textContent =
		'*, ::before, ::after { transition-duration: 0s !important; animation-duration: 0s !important }';
	document.head.append(style);
})`;

const ARTIFACTS = path.resolve(__dirname, '../../.artifacts');

export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({
		executablePath: ensureChromium(),
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			'--disable-component-update',
		],
	});
}

/** n8n's editor, the way a person uses it. Every step leaves a picture in .artifacts/. */
export class Editor {
	private steps = 0;

	private constructor(
		readonly page: Page,
		private readonly url: string,
		private readonly folder: string,
	) {}

	static async open(
		browser: Browser,
		url: string,
		name: string,
		colorScheme: 'light' | 'dark' = 'light',
	): Promise<Editor> {
		const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, colorScheme });
		page.setDefaultTimeout(30_000);
		await page.addInitScript(WITHOUT_MOTION);
		const folder = path.join(ARTIFACTS, name);
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		const editor = new Editor(page, url, folder);
		await page.goto(`${url}/signin`);
		await page.fill('input[name=emailOrLdapLoginId]', OWNER.email);
		await page.fill('input[name=password]', OWNER.password);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
		return editor;
	}

	async picture(step: string, page = this.page): Promise<void> {
		this.steps += 1;
		const number = String(this.steps).padStart(2, '0');
		await page.screenshot({ path: path.join(this.folder, `${number}-${step}.png`) });
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.locator('[data-test-id="canvas"]').first().waitFor();
	}

	/** Opens a workflow with the panel of one of its nodes. */
	async openNode(workflowId: string, nodeId: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${workflowId}/${encodeURIComponent(nodeId)}`);
		await this.page.locator('[data-test-id="ndv"]').first().waitFor();
	}

	async closeNode(): Promise<void> {
		// A drop-down that has the focus would take the key for itself.
		await this.page.evaluate('document.activeElement?.blur()');
		await this.page.keyboard.press('Escape');
		await this.page.locator('[data-test-id="ndv"]').first().waitFor({ state: 'hidden' });
	}

	/** Opens the nodes panel and searches in it. */
	async searchPanel(text: string): Promise<void> {
		await this.page.locator('[data-test-id="node-creator-plus-button"]').click();
		await this.page.locator('[data-test-id="node-creator-search-bar"]').fill(text);
	}

	/** Picks a node in the panel, then the first thing that it offers to do. Its own panel opens. */
	async addFromPanel(panelName: string): Promise<void> {
		const names = this.page.locator('[data-test-id="node-creator-item-name"]:visible');
		await names.getByText(panelName, { exact: true }).first().click();
		await this.page
			.getByText(/^(Actions|Triggers) \(\d+\)/)
			.first()
			.waitFor();
		await this.picture(`offers-${panelName}`);
		await names.first().click();
		await this.page.locator('[data-test-id="ndv"]').first().waitFor();
	}

	/** Chooses an option of a drop-down parameter by its label. */
	async choose(parameter: string, option: string): Promise<void> {
		await this.page.locator(`[data-test-id="parameter-input-${parameter}"]`).first().click();
		await this.page
			.locator('.el-select-dropdown:visible .el-select-dropdown__item, [role=option]:visible')
			.filter({ has: this.page.getByText(option, { exact: true }) })
			.first()
			.click();
	}

	/** Types into a "From list" locator and picks the first result that has the text. */
	async pick(parameter: string, typed: string, result: RegExp): Promise<void> {
		const input = this.page.locator(`[data-test-id="resource-locator-${parameter}"]`);
		await input.locator('[data-test-id="rlc-input"]').click();
		const searched = this.page.waitForResponse(
			(response) => response.request().postData()?.includes(typed) ?? false,
		);
		await this.page.locator('[data-test-id="rlc-search"]:visible').fill(typed);
		const answer = await searched;
		if (!answer.ok()) throw new Error(`The search: ${answer.status()} ${await answer.text()}`);
		await this.page
			.locator('[data-test-id="rlc-item"]:visible')
			.filter({ hasText: result })
			.first()
			.click();
	}

	/** Switches the workflow on, which n8n 1.x calls active and 2.x published. */
	async publish(): Promise<void> {
		const first = this.page.locator(
			'[data-test-id="workflow-activate-switch"], [data-test-id="workflow-open-publish-modal-button"]',
		);
		const confirm = this.page.locator('[data-test-id="workflow-publish-button"]');
		const done = this.page.getByText(/^(Active|Published|Workflow activated|Workflow published)/);
		await first.first().click();
		await confirm.or(done).first().waitFor();
		if (await confirm.isVisible()) await confirm.click();
		await done.first().waitFor();
	}

	async save(): Promise<void> {
		await this.page.keyboard.press('Control+s');
	}

	async executeStep(): Promise<void> {
		await this.page.locator('[data-test-id="node-execute-button"]').first().click();
	}
}
