import { parseArgs } from 'node:util';

import { startSimulator } from '.';
import { text } from './collection';
import { PASSWORD } from './seeding/staff';

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '8765' },
		patients: { type: 'string', default: '50' },
		doctors: { type: 'string', default: '3' },
		seed: { type: 'string', default: '1' },
	},
});

async function main(): Promise<void> {
	const simulator = await startSimulator({
		port: Number(values.port),
		patients: Number(values.patients),
		doctors: Number(values.doctors),
		seed: Number(values.seed),
	});
	const { clientId, clientSecret, webhookSecret } = simulator.application;
	const logins = simulator.store.users.all().map((user) => text(user, 'username'));
	const lines = [
		`DrChrono simulator   ${simulator.url}   (synthetic people only)`,
		`File host            ${simulator.fileUrl}`,
		'',
		'In n8n, create a credential "DrChrono OAuth2 API" with',
		`  Base URL           ${simulator.url}`,
		`  Client ID          ${clientId}`,
		`  Client Secret      ${clientSecret}`,
		`  Webhook secret     ${webhookSecret}`,
		'and connect the account. Log in as one of',
		`  ${logins.join(', ')}   (frontdesk may not manage patients)`,
		`  password           ${PASSWORD}`,
		'',
		`Switches: ${simulator.url}/_control/log, faults, clock, connect, expire-tokens, iframe`,
		'Ctrl+C stops it.',
	];
	process.stdout.write(`${lines.join('\n')}\n`);
	const stop = () => {
		void simulator.close();
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

void main();
