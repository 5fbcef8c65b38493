// `npm run demo`: a practice's morning, run by n8n's own engine on the built package.
import '../support/quiet';
import { Listr } from 'listr2';
import type { IDataObject, ITaskData } from 'n8n-workflow';
import { PDFDocument } from 'pdf-lib';
import pc from 'picocolors';
import { runWorkflow } from '../support/harness';
import { CredentialStore, connectedCredential } from '../support/credentials';
import { startSimulator } from '../simulator';
import { demoWorkflow } from './workflow';

const PATIENTS = 1000;

interface Row {
	readonly node: string;
	readonly items: number;
	readonly requests: number;
	readonly ms: number;
	readonly first?: IDataObject;
}

async function demo(): Promise<void> {
	console.log(pc.bold(`\nA simulated practice with ${PATIENTS} patients, and n8n’s own engine\n`));
	const simulator = await startSimulator({ patients: PATIENTS });
	const credentials = new CredentialStore(connectedCredential(simulator));
	const rows: Row[] = [];
	const finished = new Map<string, (row: Row) => void>();
	const pdf = await letter();
	const workflow = demoWorkflow(pdf);
	const tasks = workflow.map(({ name = '' }) => ({
		title: name,
		task: async (_: unknown, task: { title: string }) => {
			const { items, requests } = await new Promise<Row>((resolve) => finished.set(name, resolve));
			task.title = `${name.padEnd(28)} ${count(items, 'item')}, ${count(requests, 'request')}`;
		},
	}));
	let sentBefore = 0;
	const onNode = (node: string, data?: ITaskData) => {
		if (!data) return;
		const sent = simulator.requests().length;
		const items = data.data?.main[0] ?? [];
		const row = {
			node,
			items: items.length,
			requests: sent - sentBefore,
			ms: data.executionTime,
			first: items[0]?.json,
		};
		sentBefore = sent;
		rows.push(row);
		finished.get(node)?.(row);
	};
	try {
		const progress = new Listr(tasks, { concurrent: true, exitOnError: false }).run();
		const { outputs, error } = await runWorkflow({ nodes: workflow, credentials, onNode });
		if (error) throw new Error(`${error.message}\n${error.description ?? ''}`);
		await progress;
		const read = Buffer.from(outputs[0][0].binary?.data.data ?? '', 'base64');
		if (!read.equals(pdf)) throw new Error('The letter did not come back as it was filed');
		report(rows);
		console.log(pc.green(`The letter came back byte for byte (${count(read.length, 'byte')}).\n`));
	} finally {
		await simulator.close();
	}
}

async function letter(): Promise<Uint8Array> {
	const document = await PDFDocument.create();
	document
		.addPage([300, 200])
		.drawText('A letter from the laboratory', { x: 20, y: 150, size: 16 });
	return await document.save();
}

function report(rows: readonly Row[]): void {
	for (const { node, first } of rows.filter((row) => row.requests > 0)) {
		console.log(`\n${pc.bold(node)} ${pc.dim('– first item')}\n${JSON.stringify(first)}`);
	}
	const requests = rows.reduce((sum, row) => sum + row.requests, 0);
	console.log(
		pc.green(
			`\nDone: ${count(requests, 'request')} to DrChrono, of the 500 an application has per hour.\n`,
		),
	);
}

function count(n: number, what: string): string {
	return `${n} ${what}${n === 1 ? '' : 's'}`;
}

demo().then(
	// n8n-core leaves timers behind that would keep the process alive.
	() => process.exit(0),
	(error: unknown) => {
		console.error(pc.red(error instanceof Error ? error.message : String(error)));
		process.exit(1);
	},
);
