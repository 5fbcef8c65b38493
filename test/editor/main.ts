// `npm run editor`: the package in n8n's editor, connected to a simulated practice, ready to be tried.
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { startSimulator, type Simulator } from '../simulator';
import { A_MONTH } from '../simulator/seeding/appointments';
import { LOGIN } from '../support/connect';
import { connectedCredential, CREDENTIAL_TYPE } from '../support/credentials';
import { exampleNames, readExample } from '../support/examples';
import { N8N_VERSIONS, type N8nVersion } from '../support/n8nInstall';
import { N8n } from '../support/n8nProcess';
import { OWNER } from '../support/n8nRest';

const { values } = parseArgs({
	options: {
		n8n: { type: 'string', default: N8N_VERSIONS[0] },
		patients: { type: 'string', default: '300' },
	},
});

async function main(): Promise<void> {
	const stop = stopSignal();
	const simulator = await startSimulator({ patients: Number(values.patients), ...A_MONTH });
	try {
		console.log(`Starting n8n ${values.n8n} …`);
		const n8n = await N8n.start({ version: knownVersion(values.n8n) });
		try {
			const credential = await n8n.createCredential(connectedCredential(simulator));
			for (const name of exampleNames()) {
				await n8n.createWorkflow(readExample(name, { [CREDENTIAL_TYPE]: credential }));
			}
			console.log(welcome(n8n.url, simulator));
			await Promise.race([aborted(stop), n8n.ended()]);
			console.log(stop.aborted ? '\nStopping …' : 'n8n has ended.');
		} finally {
			await n8n.stop();
		}
	} finally {
		await simulator.close();
	}
}

/** Aborted by Ctrl+C, by `kill`, and when npm, which started this, is gone: its shell passes no signal on. */
function stopSignal(): AbortSignal {
	const stop = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) stop.abort();
	}, 500).unref();
	return stop.signal;
}

function knownVersion(version: string): N8nVersion {
	const known = N8N_VERSIONS.find((one) => one === version);
	if (!known) throw new Error(`--n8n is one of ${N8N_VERSIONS.join(', ')}`);
	return known;
}

async function aborted(signal: AbortSignal): Promise<void> {
	if (!signal.aborted) await once(signal, 'abort');
}

function welcome(editor: string, { url: practice, application }: Simulator): string {
	return [
		'',
		`  n8n               ${pc.bold(pc.green(editor))}`,
		`  Email             ${OWNER.email}`,
		`  Password          ${OWNER.password}`,
		'',
		`  A credential is connected already; the ${exampleNames().length} example workflows use it.`,
		'  To make one yourself (Create credential → DrChrono OAuth2 API), enter:',
		'',
		`  Client ID         ${application.clientId}`,
		`  Client Secret     ${application.clientSecret}`,
		`  DrChrono Address  ${practice}   (a simulated practice: synthetic people only)`,
		`  Webhook Secret    ${application.webhookSecret}`,
		'',
		`  When you click Connect, log in to the practice as ${LOGIN.username} with ${LOGIN.password}`,
		'',
		'  Ctrl+C stops everything and forgets what was done in it.',
		'',
	].join('\n');
}

main().catch((error: unknown) => {
	console.error(pc.red(error instanceof Error ? error.message : String(error)));
	process.exitCode = 1;
});
