// `npm run proof:charts`: 10 000 people in random spellings have one chart each, and Create Many stores
// nobody twice and loses nobody, whatever DrChrono does with its lists. SEED=… runs it again as it was.
import '../support/quiet';
import pc from 'picocolors';
import { proveCreateMany, proveUpserts, type Finding } from '../support/chartsProof';
import { Random, seedOfRun } from '../support/random';

const PEOPLE = Number(process.env.PEOPLE ?? 10_000);
const LISTS = Number(process.env.LISTS ?? 1_000);
const MOST_IN_A_LIST = 40;

function report(what: string, seed: number, { faults, people, requests }: Finding, ms: number) {
	const seconds = Math.round(ms / 1000);
	const figures = `${people} people, ${requests} requests, ${seconds} s`;
	console.log(`${faults.length === 0 ? pc.green('holds') : pc.red('fails')}  ${what}  ${figures}`);
	for (const fault of faults.slice(0, 10)) console.log(`  ${fault}`);
	if (faults.length > 0) console.log(`  ${faults.length} in all, with SEED=${seed}`);
}

async function main(): Promise<void> {
	const seed = seedOfRun();
	let startedAt = Date.now();
	const charts = await proveUpserts(PEOPLE, new Random(seed));
	report('Create or Update twice, each has one chart', seed, charts, Date.now() - startedAt);
	startedAt = Date.now();
	const total = { faults: [] as string[], people: 0, requests: 0 };
	for (let run = 0; run < LISTS; run += 1) {
		const random = new Random(seed + run);
		const one = await proveCreateMany(1 + random.below(MOST_IN_A_LIST), random);
		total.faults.push(...one.faults);
		total.people += one.people;
		total.requests += one.requests;
	}
	report(`${LISTS} times Create Many, none twice, none lost`, seed, total, Date.now() - startedAt);
	process.exit(charts.faults.length + total.faults.length === 0 ? 0 : 1);
}

void main();
