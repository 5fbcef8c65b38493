// `npm run bench`: how much memory the upload and the download of a large file add to n8n.
import '../support/quiet';
import { fork, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import type { Application, RequestLogEntry } from '../simulator';
import { openBinaryStorage, type BinaryStorage } from '../support/binaryData';
import { CredentialStore, connectedCredential } from '../support/credentials';
import { documents, upload } from '../support/documents';
import { runWorkflow, type WorkflowNode } from '../support/harness';
import { locator } from '../support/patients';
import { peakOver, type Figures } from './memory';

const MB = 1_000_000;
const LARGE = 300 * MB;
const ALLOWED_MB = 64;

interface Practice {
	readonly process: ChildProcess;
	readonly url: string;
	readonly application: Application;
}

async function startPractice(): Promise<Practice> {
	const script = path.join(__dirname, 'simulatorProcess.ts');
	const child = fork(script, { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
	const [message] = (await once(child, 'message')) as [Omit<Practice, 'process'>];
	return { ...message, process: child };
}

async function control<T>({ url }: Practice, name: string, method = 'GET'): Promise<T> {
	const response = await fetch(`${url}/_control/${name}`, { method });
	const text = await response.text();
	return (text ? JSON.parse(text) : undefined) as T;
}

async function credentialsOf(practice: Practice): Promise<CredentialStore> {
	const token = await control<ReturnType<Parameters<typeof connectedCredential>[0]['connect']>>(
		practice,
		'connect',
		'POST',
	);
	return new CredentialStore(connectedCredential({ ...practice, connect: () => token }));
}

/** Random bytes as a stream: the file is never in memory as a whole. */
function randomFile(size: number): { content: Readable; sha256: () => string } {
	const hash = createHash('sha256');
	function* chunks() {
		for (let left = size; left > 0; left -= MB) {
			const chunk = randomBytes(Math.min(left, MB));
			hash.update(chunk);
			yield chunk;
		}
	}
	return { content: Readable.from(chunks()), sha256: () => hash.digest('hex') };
}

interface Row {
	readonly what: string;
	readonly size: number;
	readonly ms: number;
	readonly peak: Figures;
	readonly same: boolean;
}

async function measure(): Promise<Row[]> {
	const practice = await startPractice();
	const storage = await openBinaryStorage('filesystem');
	try {
		const credentials = await credentialsOf(practice);
		const run = async (node: WorkflowNode, items: INodeExecutionData[]) => {
			const { outputs, error } = await runWorkflow({ nodes: [node], credentials, items });
			if (error) throw new Error(`${error.message}\n${error.description ?? ''}`);
			return outputs[0];
		};
		const file = randomFile(5 * MB);
		const data = await storage.store(file.content, { fileName: 'warm-up.bin' });
		const [warm] = await run(upload(), [{ json: {}, binary: { data } }]);
		await run(documents('download', { documentId: locator(Number(warm.json.id)) }), [{ json: {} }]);
		return [
			...(await roundTrip('300 MB', LARGE, practice, storage, run)),
			await expired(practice, storage, run),
		];
	} finally {
		await storage.close();
		practice.process.disconnect();
		await once(practice.process, 'exit');
	}
}

type Run = (node: WorkflowNode, items: INodeExecutionData[]) => Promise<INodeExecutionData[]>;

async function roundTrip(
	what: string,
	size: number,
	practice: Practice,
	storage: BinaryStorage,
	run: Run,
): Promise<Row[]> {
	const file = randomFile(size);
	const data = await storage.store(file.content, { fileName: 'large.bin' });
	const sha256 = file.sha256();
	await control(practice, 'log', 'DELETE');
	const up = await peakOver(async () => await run(upload(), [{ json: {}, binary: { data } }]));
	const sent = await uploads(practice);
	const documentId = locator(Number(up.result[0].json.id));
	const down = await peakOver(
		async () => await run(documents('download', { documentId }), [{ json: {} }]),
	);
	const arrived = await storage.sha256(down.result[0].binary?.data as IBinaryData);
	return [
		{ ...up, what: `upload ${what}`, size, same: sent.length === 1 && sent[0] === sha256 },
		{ ...down, what: `download ${what}`, size, same: arrived === sha256 },
	];
}

/** The token expires just before: the file goes out twice. */
async function expired(practice: Practice, storage: BinaryStorage, run: Run): Promise<Row> {
	const file = randomFile(LARGE);
	const data = await storage.store(file.content, { fileName: 'large.bin' });
	const sha256 = file.sha256();
	await control(practice, 'log', 'DELETE');
	await control(practice, 'expire-tokens', 'POST');
	const up = await peakOver(async () => await run(upload(), [{ json: {}, binary: { data } }]));
	const sent = await uploads(practice);
	const same = sent.length === 2 && sent.every((one) => one === sha256);
	return { ...up, what: 'upload 300 MB, token expired', size: 2 * LARGE, same };
}

/** SHA-256 of the files that reached DrChrono, one per request. */
async function uploads(practice: Practice): Promise<string[]> {
	const log = await control<RequestLogEntry[]>(practice, 'log');
	return log
		.filter(({ method, path: target }) => method === 'POST' && target === '/api/documents')
		.map(({ body }) => (body as { document: { sha256: string } }).document.sha256);
}

function report(rows: readonly Row[]): void {
	console.log(
		`\nMemory over the baseline at its peak, in MB (file storage; at most ${ALLOWED_MB})\n`,
	);
	console.table(
		Object.fromEntries(
			rows.map(({ what, size, ms, peak, same }) => [
				what,
				{
					...Object.fromEntries(Object.entries(peak).map(([kind, mb]) => [kind, mb.toFixed(1)])),
					'MB/s': (size / MB / (ms / 1_000)).toFixed(0),
					'SHA-256': same ? 'same' : 'DIFFERENT',
				},
			]),
		),
	);
}

measure().then(
	(rows) => {
		report(rows);
		const failed = rows.some(({ peak, same }) => !same || peak.rss > ALLOWED_MB);
		// n8n-core leaves timers behind that would keep the process alive.
		process.exit(failed ? 1 : 0);
	},
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
