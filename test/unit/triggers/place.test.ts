import {
	advance,
	begin,
	changedSinceItsCreation,
	changeOf,
	type Place,
	type Sighting,
} from '../../../nodes/PollingTrigger/place';
import type { Origin } from '../../../nodes/PollingTrigger/sources';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 4, 12, 12);
const OVERLAP = 2 * HOUR;

const wall = (ms: number) => new Date(ms).toISOString().slice(0, 19);
const timed = (id: number, at: number): Sighting => ({
	id: String(id),
	changedAt: wall(at),
	digest: '',
});
const untimed = (id: number, digest: string): Sighting => ({ id: String(id), digest });

const CREATED: Origin = { kind: 'time', field: 'created_at' };
const NOTES: Origin = { kind: 'firstSight' };
const DOCUMENTS: Origin = { kind: 'ascendingId' };

/** A trigger that reads at these times: what each read finds new. */
function watching(origin: Origin, lookBackMs = OVERLAP) {
	let place: Place = begin(NOON, lookBackMs);
	return {
		read(now: number, sightings: readonly Sighting[]) {
			const found = sightings.flatMap((one) => changeOf(place, origin, one) ?? []);
			place = advance(place, origin, sightings, { now, overlapMs: OVERLAP });
			return found;
		},
		place: () => place,
	};
}

describe('Records that tell no time', () => {
	test('are given for as long as they come, however many there are', () => {
		const notes = Array.from({ length: 25_000 }, (_, id) => untimed(id, `note ${id}`));
		const trigger = watching(NOTES, 7 * DAY);
		trigger.read(NOON, notes);
		trigger.read(NOON + MINUTE, notes);
		for (let day = 1; day <= 10; day += 1) {
			const now = NOON + day * DAY;
			expect(trigger.place().since <= wall(now)).toBe(true);
			expect(trigger.read(now, [untimed(30_000 + day, 'new')])).toEqual(['created']);
		}
	});

	test('are asked for from the westernmost clock on after the first read, less the overlap', () => {
		const trigger = watching(NOTES, 7 * DAY);
		expect(trigger.place().since).toBe(wall(NOON - 12 * HOUR - 7 * DAY));
		trigger.read(NOON, [untimed(1, 'a')]);
		expect(trigger.place().since).toBe(wall(NOON - 12 * HOUR - OVERLAP));
	});

	test('are given once a change, also when they become again what they were', () => {
		const trigger = watching(NOTES, 7 * DAY);
		const read = (minutes: number, digest: string) =>
			trigger.read(NOON + minutes * MINUTE, [untimed(1, digest)]);
		expect(read(0, 'open')).toEqual(['created']);
		expect(read(1, 'open')).toEqual([]);
		expect(read(2, 'archived')).toEqual(['changed']);
		expect(read(3, 'open')).toEqual(['changed']);
		expect(read(4, 'open')).toEqual([]);
		expect(read(40 * 60, 'open')).toEqual([]);
	});
});

describe('Records told apart by their ID', () => {
	test('one with a lower ID that shows up later is new; one that was there before is not', () => {
		const trigger = watching(DOCUMENTS, 30 * DAY);
		trigger.read(NOON, [timed(98, NOON - 20 * DAY)]);
		const now = NOON + MINUTE;
		expect(trigger.read(now, [timed(101, now)])).toEqual(['created']);
		expect(trigger.read(now + MINUTE, [timed(100, now), timed(101, now)])).toEqual(['created']);
		const later = now + 9 * HOUR;
		expect(trigger.read(later, [timed(98, later), timed(101, later)])).toEqual([
			'changed',
			'changed',
		]);
		expect(trigger.read(later + 9 * HOUR, [timed(100, later + HOUR)])).toEqual(['changed']);
		expect(trigger.place().highestId).toBe(101);
	});
});

describe('The place', () => {
	test('is not moved by a time from the future', () => {
		const trigger = watching(CREATED);
		trigger.read(NOON, [timed(1, NOON + 400 * DAY)]);
		expect(trigger.place().since).toBe(wall(NOON - 12 * HOUR - OVERLAP));
		expect(trigger.read(NOON + MINUTE, [timed(2, NOON)])).not.toEqual([]);
	});

	test('keeps 20 000 changes: with more the overlap gets shorter, and none is given twice', () => {
		const trigger = watching(CREATED);
		const changes = Array.from({ length: 25_000 }, (_, id) => timed(id, NOON + id * 100));
		expect(trigger.read(NOON + HOUR, changes)).toHaveLength(25_000);
		const { seen, since } = trigger.place();
		const kept = Object.values(seen).flat();
		expect(kept.length).toBeGreaterThanOrEqual(20_000);
		expect(kept.length).toBeLessThan(20_010);
		expect(since <= wall(NOON + 25_000 * 100)).toBe(true);
		expect(trigger.read(NOON + HOUR, changes)).toEqual([]);
	});
});

test.each([
	['2026-05-12T12:00:00', '2026-05-12T12:00:30', false],
	['2026-05-12T12:00:00', '2026-05-12T12:02:00', true],
	['2026-05-12', '2026-05-12T12:02:00', false],
	[undefined, '2026-05-12T12:02:00', false],
])('created %s, changed %s: changed since is %s', (createdAt, changedAt, expected) => {
	expect(changedSinceItsCreation({ id: '1', digest: '', createdAt, changedAt })).toBe(expected);
});
