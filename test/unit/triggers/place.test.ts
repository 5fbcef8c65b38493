import {
	advance,
	askedFrom,
	askedFromAfar,
	beginning,
	changedSinceItsCreation,
	changeOf,
	interrupted,
	isBlind,
	startingPlace,
	trialFrom,
	tried,
	type Place,
	type Reading,
} from '../../../nodes/PollingTrigger/place';
import type { Origin } from '../../../nodes/PollingTrigger/sources';
import type { Sighting } from '../../../nodes/PollingTrigger/versions';

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

/** A trigger that reads at these times, by DrChrono's clock and n8n's: what each read finds new. */
function watching(origin: Origin, lookBackMs = OVERLAP) {
	let place: Place = startingPlace(NOON, OVERLAP);
	let asked = beginning(NOON, lookBackMs);
	return {
		read(now: number, sightings: readonly Sighting[], told: Partial<Reading> = {}) {
			const found = sightings.flatMap((one) => changeOf(place, origin, one) ?? []);
			const reading = { asked, sightings, settled: true, now, answeredAt: now, ...told };
			place = advance(place, origin, reading, OVERLAP);
			asked = askedFrom(place);
			return found;
		},
		place: () => place,
		asked: () => asked,
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
		expect(trigger.asked() <= wall(NOON - 12 * HOUR - 7 * DAY)).toBe(true);
		trigger.read(NOON, [untimed(1, 'a')]);
		expect(trigger.asked()).toBe(wall(NOON - 12 * HOUR - OVERLAP));
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

describe('Two clocks', () => {
	test('n8n’s may be ahead or behind: records without a stamp are asked for by the earlier one', () => {
		const trigger = watching(NOTES);
		trigger.read(NOON + 6 * HOUR, [untimed(1, 'a')], { answeredAt: NOON });
		expect(trigger.asked()).toBe(wall(NOON - 12 * HOUR - OVERLAP));
		trigger.read(NOON - 6 * HOUR, [untimed(1, 'a')], { answeredAt: NOON + MINUTE });
		expect(trigger.asked()).toBe(wall(NOON + MINUTE - 12 * HOUR - OVERLAP));
		expect(trigger.read(NOON + 2 * MINUTE, [untimed(1, 'a')])).toEqual([]);
	});

	test('while nothing happens, the place moves on with DrChrono’s, whatever n8n’s does', () => {
		const trigger = watching(CREATED);
		trigger.read(NOON, [timed(1, NOON)]);
		const { since } = trigger.place();
		trigger.read(NOON + 9 * HOUR, [timed(1, NOON)], { answeredAt: NOON + HOUR });
		expect(trigger.place().since).toBe(wall(Date.parse(`${since}Z`) + HOUR));
		trigger.read(NOON + 9 * HOUR, [], { answeredAt: undefined });
		expect(trigger.place().since).toBe(wall(Date.parse(`${since}Z`) + HOUR));
	});
});

describe('The zones of the question and of the stamps', () => {
	const started = () => {
		const trigger = watching(CREATED);
		trigger.read(NOON, [timed(1, NOON)]);
		return trigger.place();
	};

	test('nothing is known of them at first: it is asked from 26 hours before', () => {
		const place = started();
		expect(askedFrom(place)).toBe(wall(NOON - OVERLAP - 26 * HOUR));
	});

	test('one trial tells that they are the same, or that stamps are behind', () => {
		const place = started();
		expect(trialFrom(place)).toBe(wall(NOON));
		const known = tried(place, wall(NOON), [timed(1, NOON)]);
		expect(askedFrom(known)).toBe(wall(NOON - OVERLAP));
		expect(trialFrom(known)).toBeUndefined();
	});

	test.each([0.25, 1, 5, 8, 14, 25.75])(
		'stamps are %d hours ahead: a few trials tell, and never too little',
		(hours) => {
			let place = started();
			let trials = 0;
			for (;;) {
				const asked = trialFrom(place);
				if (asked === undefined) break;
				const isBack = wall(NOON - hours * HOUR) >= asked;
				place = tried(place, asked, isBack ? [timed(1, NOON)] : []);
				trials += 1;
			}
			expect(place.reach).toBeGreaterThanOrEqual(hours * HOUR);
			expect(place.reach).toBeLessThanOrEqual((hours + 1) * HOUR);
			expect(trials).toBeLessThanOrEqual(7);
		},
	);

	test('the newest record does not come back: it is asked from afar, and what was believed is forgotten', () => {
		const place = tried(started(), wall(NOON), [timed(1, NOON)]);
		expect(isBlind(place, [timed(1, NOON)])).toBe(false);
		expect(isBlind(place, [timed(1, NOON + MINUTE)])).toBe(false);
		expect(isBlind(place, [timed(2, NOON)])).toBe(true);
		const asked = askedFromAfar(place);
		const reading = { asked, settled: true, now: NOON, answeredAt: NOON };
		const back = advance(place, CREATED, { ...reading, sightings: [timed(1, NOON)] }, OVERLAP);
		expect(back.reach).toBe(26 * HOUR);
		expect(trialFrom(back)).toBe(wall(NOON));
	});

	test('the newest record is gone for good: another one is watched for, and nothing is forgotten', () => {
		const place = tried(started(), wall(NOON), [timed(1, NOON)]);
		const reading = { asked: askedFromAfar(place), settled: true, now: NOON, answeredAt: NOON };
		const gone = advance(place, CREATED, { ...reading, sightings: [timed(2, NOON)] }, OVERLAP);
		expect(gone).toMatchObject({ reach: 0, witness: '2' });
		expect(isBlind(gone, [timed(2, NOON)])).toBe(false);
		const empty = advance(place, CREATED, { ...reading, sightings: [] }, OVERLAP);
		expect(isBlind(empty, [])).toBe(false);
		expect(empty.since >= place.since).toBe(true);
	});
});

describe('A list of several pages', () => {
	test('between which something may have slipped is read again from what was newest before', () => {
		const trigger = watching(CREATED);
		trigger.read(NOON, [timed(1, NOON)]);
		const later = NOON + 5 * HOUR;
		trigger.read(later, [timed(3, later)], { settled: false });
		expect(trigger.place().since).toBe(wall(NOON - OVERLAP));
		const both = [timed(2, later - 3 * HOUR), timed(3, later)];
		expect(trigger.read(later, both)).toEqual(['changed']);
		expect(trigger.place().since).toBe(wall(later - OVERLAP));
	});

	test('that there was no time for leaves the place, and remembers what was passed on', () => {
		const trigger = watching(CREATED);
		trigger.read(NOON, [timed(1, NOON)]);
		const place = trigger.place();
		const later = NOON + 5 * HOUR;
		const reading = { sightings: [timed(2, later)], settled: false, now: later };
		const stopped = interrupted(place, CREATED, reading, 'the next page');
		expect(stopped).toMatchObject({ since: place.since, rest: 'the next page' });
		expect(changeOf(stopped, CREATED, timed(2, later))).toBeUndefined();
		expect(changeOf(stopped, CREATED, timed(3, later))).toBe('changed');
		const rest = { sightings: [timed(3, later)], settled: false, now: later };
		const ended = advance(stopped, CREATED, rest, OVERLAP);
		expect(ended.rest).toBeUndefined();
		expect(ended.since).toBe(place.since);
		expect(changeOf(ended, CREATED, timed(2, later))).toBeUndefined();
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
