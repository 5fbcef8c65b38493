import { tryMany } from '../support/wire/many';

const COUNT = 250;

/** `npm run proof:wire` tries 20 000, and says which one to run again. */
test.each([1, 2])(
	'nothing that goes wrong is told wrongly or done twice, seed %i',
	async (seed) => {
		const { faults, requests, writes } = await tryMany({ seed, count: COUNT }, 4);
		expect(faults.map(({ index, wrong }) => [`${seed} ${index}`, ...wrong])).toEqual([]);
		expect(requests).toBeGreaterThan(COUNT);
		expect(writes).toBeGreaterThan(COUNT / 4);
	},
	120_000,
);
