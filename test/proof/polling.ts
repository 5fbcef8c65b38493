// `npm run proof:polling`: 5 000 changes over 50 polls come once each, whatever the clocks and the list do.
import '../support/quiet';
import pc from 'picocolors';
import { ALL_CIRCUMSTANCES, conditionsOf, provePolling } from '../support/pollingProof';

const EXTENT = { polls: 50, changesPerPoll: 100, pageSize: 250 };

async function main(): Promise<void> {
	let failed = 0;
	for (const circumstances of ALL_CIRCUMSTANCES) {
		const { n8n, since, stamps, list } = circumstances;
		const startedAt = Date.now();
		const { made, given, requests, stored } = await provePolling(
			conditionsOf(circumstances),
			EXTENT,
		);
		const holds = made.length >= 5_000 && JSON.stringify(given) === JSON.stringify(made);
		if (!holds) failed += 1;
		const kept = new Set(given);
		const missing = made.filter((change) => !kept.has(change)).length;
		console.log(
			[
				holds ? pc.green('each once') : pc.red(`${missing} missing, ${given.length} given`),
				`n8n’s clock ${n8n}`.padEnd(34),
				`since in ${since}`.padEnd(15),
				`stamps in ${stamps}`.padEnd(16),
				`list ${list}`.padEnd(14),
				`${made.length} changes, ${requests} requests, ${Math.round(stored / 1000)} kB kept,`,
				`${Math.round((Date.now() - startedAt) / 1000)} s`,
			].join('  '),
		);
	}
	console.log(
		failed === 0
			? pc.bold(`\nEach change once in all ${ALL_CIRCUMSTANCES.length} circumstances.`)
			: pc.bold(pc.red(`\nNot so in ${failed} of ${ALL_CIRCUMSTANCES.length} circumstances.`)),
	);
	process.exit(failed === 0 ? 0 : 1);
}

void main();
