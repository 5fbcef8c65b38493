// `npm run proof:wire`: 20 000 random sequences of what can go wrong, over real sockets. `-- SEED` takes
// another seed, `-- SEED INDEX` runs one sequence of it.
import '../support/quiet';
import pc from 'picocolors';
import { tryMany } from '../support/wire/many';

const COUNT = Number(process.env.RUNS ?? 20_000);

async function main(): Promise<void> {
	const seed = process.argv.at(2) ?? String(Date.now() % 1_000_000);
	const only = process.argv.at(3);
	console.log(`Seed ${seed}`);
	const startedAt = Date.now();
	let shown = 0;
	const tally = await tryMany(
		{ seed: Number(seed), count: COUNT, ...(only !== undefined && { only: Number(only) }) },
		10,
		(done) => {
			if (done < shown + 1_000) return;
			shown = done - (done % 1_000);
			console.log(`${shown} of ${COUNT}, ${Math.round((Date.now() - startedAt) / 1_000)} s`);
		},
	);
	for (const [words, times] of [...tally.said].sort((a, b) => b[1] - a[1])) {
		console.log(String(times).padStart(7), words || 'success');
	}
	for (const { index, sequence, wrong, said } of tally.faults) {
		console.log(pc.red(`\nnpm run proof:wire -- ${seed} ${index}`));
		console.log(JSON.stringify(sequence), '\n', wrong, '\n', said);
	}
	const { requests, writes, renewals, logLines, again, faults } = tally;
	console.log(
		`\n${only ? 1 : COUNT} sequences, ${requests} requests (${writes} of them write), ${renewals} renewals, ${logLines} lines in the log, ${again} run again alone, ${Math.round((Date.now() - startedAt) / 1_000)} s`,
	);
	console.log(
		faults.length === 0
			? pc.bold(
					'No write twice, no token elsewhere, no limit passed, nothing leaked, nothing told wrongly.',
				)
			: pc.bold(pc.red(`Not so in ${faults.length}.`)),
	);
	process.exit(faults.length === 0 ? 0 : 1);
}

void main();
