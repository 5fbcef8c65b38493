import fc from 'fast-check';
import { ALL_CIRCUMSTANCES, conditionsOf, provePolling } from '../support/pollingProof';

const HOUR = 3_600_000;

/** The whole of it, 5 000 changes over 50 polls, is `npm run proof:polling`. */
test.each(ALL_CIRCUMSTANCES)(
	'n8n’s clock $n8n, since read in $since, stamps written in $stamps, the list $list: each change once',
	async (circumstances) => {
		const extent = { polls: 8, changesPerPoll: 60, pageSize: 50 };
		const { made, given } = await provePolling(conditionsOf(circumstances), extent);
		expect(made.length).toBeGreaterThanOrEqual(480);
		expect(given).toEqual(made);
	},
);

test('any two zones, any clock of n8n, any time between two polls: each change once', async () => {
	const zone = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => (quarters * HOUR) / 4);
	const perPoll = fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 3, maxLength: 10 });
	const pauses = fc.array(fc.integer({ min: 1, max: 40 * 60 }), { minLength: 3, maxLength: 10 });
	const at = <T>(list: readonly T[], part: number): T => list[Math.floor(part * list.length)];
	await fc.assert(
		fc.asyncProperty(
			fc.record({ sinceZone: zone, stampZone: zone, shifts: fc.boolean() }),
			perPoll,
			pauses,
			fc.integer({ min: 1, max: 25 }),
			async (zones, hours, minutes, changesPerPoll) => {
				const skew = (part: number) => at(hours, part) * HOUR;
				const pause = (part: number) => at(minutes, part) * 60_000;
				const extent = { polls: 12, changesPerPoll, pageSize: 10 };
				const { made, given } = await provePolling({ ...zones, skew, pause }, extent);
				expect(given).toEqual(made);
			},
		),
		{ numRuns: 25 },
	);
});
