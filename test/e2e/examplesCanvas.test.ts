import type { Browser, Page } from 'playwright-core';
import { Editor, openBrowser } from '../support/browser';
import { exampleNames } from '../support/examples';
import { N8N_VERSIONS } from '../support/n8nInstall';
import { PracticeDay, withAnyChoices } from '../support/practiceDay';

interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

interface CanvasNode extends Box {
	readonly name: string;
	readonly isNote: boolean;
	/** How many pixels of its text do not fit into it. */
	readonly hidden: number;
}

const MARGIN = 20;

const VIEWPORT = { width: 1900, height: 1000 };

/** What is on the canvas, labels and texts included: a script for the browser. */
const NODES = `[...document.querySelectorAll('.vue-flow__node')].map((element) => {
	const note = element.querySelector('[data-test-id="sticky"]');
	const parts = [...element.querySelectorAll('*')];
	const boxes = [element, ...(note ? [] : parts)]
		.filter((part) => part.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
		.map((part) => part.getBoundingClientRect())
		.filter(({ width, height }) => width > 0 && height > 0);
	const within = note ? [...note.querySelectorAll('*')] : [];
	return {
		name: element.textContent.trim().slice(0, 30),
		isNote: note !== null,
		left: Math.min(...boxes.map(({ left }) => left)),
		top: Math.min(...boxes.map(({ top }) => top)),
		right: Math.max(...boxes.map(({ right }) => right)),
		bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
		hidden: Math.max(0, ...within.map((part) => part.scrollHeight - part.clientHeight)),
	};
})`;

/** n8n glides to where everything is in view. */
async function settled(page: Page): Promise<void> {
	const place = async () =>
		await page.locator('.vue-flow__transformationpane').getAttribute('style');
	for (let before: string | null = ''; before !== (await place());) {
		before = await place();
		await page.waitForTimeout(300);
	}
}

const overlap = (one: Box, other: Box) =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;

describe.each(N8N_VERSIONS)('The examples on the canvas of n8n %s', (version) => {
	let practice: PracticeDay;
	let browser: Browser | undefined;
	let editor: Editor;

	beforeAll(async () => {
		practice = await PracticeDay.start(version);
		browser = await openBrowser();
		editor = await Editor.open(browser, practice.n8n.url, `examples-${version}`);
		await editor.page.setViewportSize(VIEWPORT);
	});
	afterAll(async () => {
		await browser?.close();
		await practice.stop();
	});

	let loaded = false;

	/** n8n 2.x goes to another workflow without loading its whole editor anew, which takes some times as long. */
	async function show(id: string): Promise<void> {
		if (!loaded || version.startsWith('1.')) {
			await editor.openWorkflow(id);
			loaded = true;
			return;
		}
		const path = JSON.stringify(`/workflow/${id}`);
		await editor.page.evaluate(
			`history.pushState(null, '', ${path}); dispatchEvent(new PopStateEvent('popstate'));`,
		);
	}

	test.each(exampleNames())('%s reads well, and can be switched on', async (name) => {
		const { page } = editor;
		const workflow = withAnyChoices(practice.example(name));
		const id = await practice.n8n.createWorkflow(workflow);
		await show(id);
		for (const node of workflow.nodes) await page.locator(`[data-id="${node.id}"]`).waitFor();
		await page.locator('[data-test-id="zoom-to-fit"]').click();
		await settled(page);
		const nodes: CanvasNode[] = await page.evaluate(NODES);
		const [left, top] = [
			Math.min(...nodes.map((node) => node.left)) - MARGIN,
			Math.min(...nodes.map((node) => node.top)) - MARGIN,
		];
		await page.screenshot({
			path: `.artifacts/examples-${version}/canvas-${name}.png`,
			// n8n’s own buttons float over the canvas.
			style: '[class*="executionButtons"], .vue-flow__panel { visibility: hidden; }',
			clip: {
				x: left,
				y: top,
				width: Math.max(...nodes.map((node) => node.right)) + MARGIN - left,
				height: Math.max(...nodes.map((node) => node.bottom)) + MARGIN - top,
			},
		});
		expect(nodes).toHaveLength(workflow.nodes.length);
		expect(nodes.filter(({ isNote, hidden }) => isNote && hidden > 1)).toEqual([]);
		const overlaps = nodes.flatMap((one, index) =>
			nodes
				.slice(index + 1)
				.filter((other) => overlap(one, other))
				.map((other) => `${one.name} / ${other.name}`),
		);
		expect(overlaps).toEqual([]);
		await practice.n8n.activate(id);
	});
});
