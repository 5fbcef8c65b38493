import type { Doubts } from '../simulator/doubts';
import { replaceClock } from '../support/clock';
import { openPolling } from '../support/polling';
import { openPractice } from '../support/practice';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ROUNDS = 6;
const PATIENTS = 40;
const CHANGES = 9;

type Skew = (round: number) => number;

/** Lets a trigger watch the patients of the simulator while they change, some of them new. */
async function watchChanges(doubts: Partial<Doubts>, skew: Skew) {
	const practice = await openPractice({
		...{ startAt: new Date('2026-05-12T16:00:00Z'), patients: PATIENTS, pageSize: 10 },
		...{ throttle: { perSecond: 1000, perHour: 100_000 }, doubts },
	});
	const { clock, store } = practice.simulator;
	let round = 0;
	const restore = replaceClock(
		() => clock.now() + skew(round),
		(ms) => clock.advance(ms),
		() => clock.now(),
	);
	try {
		const { credentials } = practice;
		const parameters = { resource: 'patient', output: 'selected', fields: ['id', 'city'] };
		const polling = await openPolling({ credentials, parameters });
		const made: string[] = [];
		const given: string[] = [];
		const poll = async (after: number) => {
			clock.advance(after);
			for (const { id, city } of await polling.poll()) given.push(`${String(id)} ${String(city)}`);
		};
		store.settings.duplicateCheck = false;
		await poll(0);
		for (round = 0; round < ROUNDS; round += 1) {
			for (let index = 0; index < CHANGES; index += 1) {
				clock.advance(2_000);
				const city = `Town ${round}.${index}`;
				const changed = 1 + ((round * CHANGES + index) % PATIENTS);
				const { id } =
					index === 0
						? store.patients.insert({ last_name: 'New', gender: 'Other', doctor: 1, city })
						: store.patients.update(changed, { city });
				made.push(`${String(id)} ${city}`);
			}
			await poll(5 * MINUTE);
		}
		await poll(5 * MINUTE);
		await poll(3 * HOUR);
		return { made: made.sort(), given: given.sort() };
	} finally {
		restore();
		await practice.simulator.close();
	}
}

const right: Skew = () => 0;
const behindAndRight: Skew = (round) => (round < ROUNDS / 2 ? -5 * HOUR : 0);
const aheadAndRight: Skew = (round) => (round < ROUNDS / 2 ? 6 * HOUR : 0);
const toAndFro: Skew = (round) => (round % 2 ? 11 * HOUR : -9 * HOUR);

/** The zones of the question and of the stamps, in which the practice is four hours behind UTC. */
const ZONES: readonly Partial<Doubts>[] = [
	{},
	{ sinceZone: 'UTC' },
	{ stampZone: 'UTC' },
	{ sinceZone: 'UTC', stampZone: 'UTC' },
];

test.each<[string, Partial<Doubts>, Skew]>([
	['as documented', {}, right],
	['n8n behind, then right', {}, behindAndRight],
	['n8n ahead, then right', {}, aheadAndRight],
	['n8n’s clock set to and fro', {}, toAndFro],
	['pages by numbers', { nextLink: 'page' }, right],
	['newest first, by numbers', { nextLink: 'page', listOrder: 'newest' }, aheadAndRight],
	['records that come again', { movingLists: 'again' }, toAndFro],
	['records that slip', { movingLists: 'slip' }, right],
	['records that slip, newest first', { movingLists: 'slip', listOrder: 'newest' }, behindAndRight],
	['stamps with a blank', { stampForm: 'blank' }, behindAndRight],
	['stamps that are empty', { stampForm: 'empty' }, right],
	['stamps that are null', { stampForm: 'null' }, aheadAndRight],
	['lists that lag', { staleLists: 'once' }, right],
	['bare lists, IDs as texts', { envelope: 'none', ids: 'texts' }, aheadAndRight],
	['NaN, and texts that are null', { decimals: 'NaN', emptyText: 'null' }, right],
])('%s: each change once, whatever the zones', async (_what, doubts, skew) => {
	for (const zones of ZONES) {
		const { made, given } = await watchChanges({ ...zones, ...doubts }, skew);
		expect({ zones, given }).toEqual({ zones, given: made });
	}
});
