import { proveCreateMany, proveUpserts } from '../support/chartsProof';
import { Random, seedOfRun } from '../support/random';

/** The whole of it, 10 000 people, is `npm run proof:charts`. SEED=… runs what failed again. */
const seed = seedOfRun();

test('people in random spellings, written twice: each has one chart, with its values', async () => {
	const { faults } = await proveUpserts(150, new Random(seed));
	expect({ seed, faults }).toEqual({ seed, faults: [] });
});

test('Create Many against random failures: nothing is stored twice, nothing is lost', async () => {
	for (let run = 0; run < 30; run += 1) {
		const random = new Random(seed + run);
		const { faults } = await proveCreateMany(1 + random.below(25), random);
		expect({ seed: seed + run, faults }).toEqual({ seed: seed + run, faults: [] });
	}
});
