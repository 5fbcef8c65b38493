import { parseArgs } from 'node:util';

import { asking } from './ask';
import { inWords, readFindings } from './reads';
import { writeFindings } from './writes';

const PAUSE = 150;

const HELP = `Settles what is unknown about DrChrono, for somebody with an account.

  DRCHRONO_TOKEN=… npm run probe -- [--url https://drchrono.com] [--write]

Reads a few pages with an access token (scopes to read patients, calendar, billing and user) and
prints what they tell of DrChrono: no name, no ID and no other content of a record. With --write it
also creates, changes and deletes one made-up patient: for a sandbox only.
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			url: { type: 'string', default: 'https://drchrono.com' },
			write: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const token = process.env.DRCHRONO_TOKEN;
	if (values.help || token === undefined) {
		process.stdout.write(HELP);
		return;
	}
	const ask = asking(values.url, token, PAUSE);
	const findings = {
		...(await readFindings(ask)),
		...(values.write ? await writeFindings(ask) : {}),
	};
	process.stdout.write(`${inWords(findings)}\n`);
}

void main();
