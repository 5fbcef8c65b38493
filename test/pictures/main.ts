// `npm run pictures`: the pictures of docs/, of the package in n8n's editor, with a simulated practice.
// `npm run pictures -- trigger jwt` takes those two only.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { startSimulator, type Simulator } from '../simulator';
import { Editor, openBrowser } from '../support/browser';
import { rowOf } from '../support/canvas';
import { connectedCredential } from '../support/credentials';
import { forge } from '../support/jwt';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { N8n } from '../support/n8nProcess';
import { scenes, type Scene } from './scenes';

const FOLDER = path.resolve(__dirname, '../../docs/images');

/** Where a practice's n8n could be; nothing is sent there. */
const PUBLIC_URL = 'https://n8n.example.com/';

async function main(): Promise<void> {
	mkdirSync(FOLDER, { recursive: true });
	const simulator = await startSimulator({ patients: 300 });
	try {
		const n8n = await N8n.start({
			version: N8N_VERSIONS[0],
			env: { WEBHOOK_URL: PUBLIC_URL, N8N_EDITOR_BASE_URL: PUBLIC_URL },
		});
		try {
			await takeAll(n8n, simulator);
		} finally {
			await n8n.stop();
		}
	} finally {
		await simulator.close();
	}
}

async function takeAll(n8n: N8n, simulator: Simulator): Promise<void> {
	const browser = await openBrowser();
	try {
		const editor = await Editor.open(browser, n8n.url, 'pictures');
		const credential = await n8n.createCredential(connectedCredential(simulator));
		const token = tokenOfPage(simulator);
		for (const scene of scenes(simulator, credential, token)) {
			if (isAskedFor(scene.name)) await take(editor, n8n, scene);
		}
		if (isAskedFor('credential')) await takeCredential(editor, n8n, simulator);
	} finally {
		await browser.close();
	}
}

function isAskedFor(name: string): boolean {
	const names = process.argv.slice(2);
	return names.length === 0 || names.includes(name);
}

/** As DrChrono hands it to a page. */
function tokenOfPage({ application, store }: Simulator): string {
	const [{ id: patient_id, doctor: doctor_id }] = store.patients.all().slice(4);
	const iat = Math.floor(Date.now() / 1_000);
	const claims = { doctor_id, patient_id, practice_id: 1, iat };
	return forge(claims, { secret: application.clientSecret });
}

async function take(editor: Editor, n8n: N8n, scene: Scene): Promise<void> {
	const { name, node, before, after = [], output, showsUrl } = scene;
	const workflow = rowOf([...before, node, ...after]);
	const id = await n8n.createWorkflow({ name, ...workflow });
	await editor.openNode(id, node.name);
	if (showsUrl) {
		await editor.page.getByText('Webhook URLs', { exact: true }).first().click();
		await editor.page.getByText('Production URL', { exact: true }).first().click();
	}
	if (output !== undefined) {
		await editor.executeStep();
		const panel = editor.page.locator('[data-test-id="output-panel"]');
		await panel.getByText(output).first().waitFor();
	}
	await shoot(editor.page.locator('[data-test-id="ndv"]').first(), name);
}

/** As a practice has it: with DrChrono's own address, which nobody asks for anything here. */
async function takeCredential(editor: Editor, n8n: N8n, simulator: Simulator): Promise<void> {
	const id = await n8n.createCredential({
		...connectedCredential(simulator),
		baseUrl: 'https://drchrono.com',
		clientId: 'application-of-the-practice',
	});
	await editor.page.goto(`${n8n.url}/home/credentials/${id}`);
	await editor.page.locator(':text("Account connected"):visible').first().waitFor();
	const form = editor.page.locator('.el-dialog:visible').first();
	await shoot(form, 'credential');
	await form.getByText('Webhook Secret', { exact: true }).scrollIntoViewIfNeeded();
	await shoot(form, 'credential-permissions');
}

async function shoot(what: Locator, name: string): Promise<void> {
	// What pops up over the form would be in the picture.
	await what.page().addStyleTag({ content: '.el-notification { display: none }' });
	await what.screenshot({ path: path.join(FOLDER, `${name}.png`) });
	console.log(`docs/images/${name}.png`);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
