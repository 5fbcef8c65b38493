import { parseArgs } from 'node:util';

import { startSimulator } from '.';
import { text } from './collection';
import { doubtsInWords, parseDoubts, positions } from './doubts';
import { A_MONTH } from './seeding/appointments';
import { PASSWORD } from './seeding/staff';

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '8765' },
		patients: { type: 'string', default: '50' },
		doctors: { type: 'string', default: '3' },
		seed: { type: 'string', default: '1' },
		doubt: { type: 'string', multiple: true, default: [] },
		awkward: { type: 'string', default: '0' },
		help: { type: 'boolean', default: false },
	},
});

const HELP = `A DrChrono on this machine, with synthetic people only.

  npm run simulator -- [--port 8765] [--patients 50] [--doctors 3] [--seed 1]
                       [--doubt NAME=ANSWER]… [--awkward 1]

What nobody without an account knows of DrChrono is a switch. --doubt sets one, --awkward sets all
to their second answer (2: to their third, where they have one), and PUT /_control/doubts changes
them while it runs. The first answer is the usual one.

${doubtsInWords()}
`;

async function main(): Promise<void> {
	if (values.help) {
		process.stdout.write(HELP);
		return;
	}
	const simulator = await startSimulator({
		port: Number(values.port),
		patients: Number(values.patients),
		doctors: Number(values.doctors),
		seed: Number(values.seed),
		...A_MONTH,
		doubts: {
			...positions(Number(values.awkward)),
			...parseDoubts(Object.fromEntries(values.doubt.map((pair) => pair.split('=')))),
		},
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
		`Switches: ${simulator.url}/_control/log, faults, doubts, clock, connect, expire-tokens, iframe`,
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
