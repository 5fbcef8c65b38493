// `npm run tour`: the animated picture of the README, of a workflow that is built and run in n8n's editor.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startSimulator } from '../simulator';
import { Editor, openBrowser } from '../support/browser';
import { canvasNode, manualTrigger, rowOf } from '../support/canvas';
import { connectedCredential } from '../support/credentials';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { N8n } from '../support/n8nProcess';
import { animated, type Frame } from './apng';

const FILE = path.resolve(__dirname, '../../docs/images/tour.png');

async function main(): Promise<void> {
	const simulator = await startSimulator({ patients: 60 });
	try {
		const n8n = await N8n.start({ version: N8N_VERSIONS[0] });
		try {
			const credential = await n8n.createCredential(connectedCredential(simulator));
			const [patient] = simulator.store.patients.all().slice(4);
			writeFileSync(FILE, animated(await film(n8n, credential, String(patient.last_name))));
			console.log('docs/images/tour.png');
		} finally {
			await n8n.stop();
		}
	} finally {
		await simulator.close();
	}
}

/** Someone searches in the panel, picks a patient by name, and runs the step. */
async function film(n8n: N8n, credential: string, lastName: string): Promise<Frame[]> {
	const browser = await openBrowser();
	try {
		const editor = await Editor.open(browser, n8n.url, 'tour');
		const { page } = editor;
		await page.setViewportSize({ width: 1000, height: 620 });
		const frames: Frame[] = [];
		const shoot = async (ms: number) => {
			await page.addStyleTag({ content: '.el-notification { display: none }' });
			// Icons come after the rest.
			await page.waitForTimeout(700);
			frames.push({ png: await page.screenshot(), ms });
		};
		const node = canvasNode(
			'Get patient',
			'n8n-nodes-drchrono.drChronoPatients',
			{ resource: 'patient', operation: 'get', patientId: { __rl: true, mode: 'list', value: '' } },
			credential,
		);
		const id = await n8n.createWorkflow({ name: 'My first', ...rowOf([manualTrigger, node]) });
		await editor.openWorkflow(id);
		await editor.searchPanel('patient');
		await page.locator('[data-test-id="node-creator-item-name"]:visible').first().waitFor();
		await shoot(2000);
		await editor.openNode(id, node.name);
		await shoot(1500);
		await editor.pick('patientId', lastName, new RegExp(lastName));
		await shoot(1500);
		await editor.executeStep();
		const output = page.locator('[data-test-id="output-panel"]');
		await output
			.getByText(/chart_id/)
			.first()
			.waitFor();
		await shoot(3500);
		await editor.closeNode();
		await page.locator('[data-test-id="canvas"]').first().waitFor();
		await shoot(2000);
		return frames;
	} finally {
		await browser.close();
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
