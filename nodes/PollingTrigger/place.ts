import type { Origin } from './sources';
import { before, latest, msOf, stampOf, toSecond, type Stamp } from './stamps';
import {
	bounded,
	entriesOf,
	entryOf,
	grouped,
	isAmong,
	type Entry,
	type Sighting,
	type Versions,
} from './versions';

/**
 * How far a trigger has come in one list, as kept in the workflow's static data.
 *
 * Three clocks meet here, and only one of them can be relied on. *Stamps* are the times in DrChrono's
 * records (`2021-02-14T13:40:39`): no zone, nobody says which one, compared with each other only. The
 * time a list is *asked* from has no zone either, and it may be another one. DrChrono's own *clock* is
 * the Date of its answers, in ms since 1970. n8n's clock may be wrong, and may be set at any time.
 */
export interface Place {
	/** A stamp. Every change with an earlier one has been dealt with. */
	readonly since: Stamp;
	/**
	 * How much earlier than `since` to ask, in ms, so that a list which reads the question in another
	 * zone than it writes its stamps in still reaches back to it. Proven, see `provenReach`.
	 */
	readonly reach: number;
	/** The newest stamp of the last read; '' as long as no record had one. */
	readonly newest: Stamp;
	/** The record that had it. */
	readonly witness: string;
	/** A reach that was tried and did not bring the witness, in ms; `undefined` before the first trial. */
	readonly short?: number;
	/** DrChrono's clock at the last whole read. */
	readonly answeredAt?: number;
	/** Versions dealt with, by record, that the next read may bring again. */
	readonly seen: Versions;
	/**
	 * For `ascendingId`: the highest ID that may not come as a new one any more; -1 before the first read.
	 * Records still in `seen` do not count, since one with a lower ID can show up later.
	 */
	readonly highestId: number;
	/** For `firstSight`: the latest to be seen come last. */
	readonly known: readonly string[];
	/** The address of the page that there was no time for: the next check goes on there. */
	readonly rest?: string;
	/** The first read is not over: what its rest brings is not new. */
	readonly starting?: boolean;
}

export type Change = 'created' | 'changed';

/** One whole read of a list. */
export interface Reading {
	/** The time that was asked from, without a zone; `undefined` for the rest of an earlier read. */
	readonly asked?: Stamp;
	readonly sightings: readonly Sighting[];
	/** Whether nothing can have slipped between two of its pages. */
	readonly settled: boolean;
	/** DrChrono's clock and n8n's. */
	readonly answeredAt?: number;
	readonly now: number;
}

const HOUR_MS = 3_600_000;
const CREATING_MS = 60_000;
/** Wall clocks are at most this far behind and ahead of UTC. */
const BEHIND_MS = 12 * HOUR_MS;
const AHEAD_MS = 14 * HOUR_MS;
/** The most that two zones can be apart. */
const MAXIMUM_REACH_MS = BEHIND_MS + AHEAD_MS;
/** How far ahead n8n's clock may be when a trigger starts, without anything being missed. */
const N8N_AHEAD_MS = 24 * HOUR_MS;
/** The reach is known well enough when it is known to an hour, the least that zones change by. */
const KNOWN_TO_MS = HOUR_MS;
const MAXIMUM_KNOWN = 10_000;

/**
 * From when a trigger that starts now reads: what that brings is not new. So far back that it holds
 * everything with a stamp from the start on, in whatever zones the question and the stamps are.
 * @param now n8n's clock, ms since 1970
 * @param lookBackMs how far it goes back beyond that, at least the overlap
 */
export function beginning(now: number, lookBackMs: number): Stamp {
	return stampOf(now - N8N_AHEAD_MS - BEHIND_MS - MAXIMUM_REACH_MS - lookBackMs);
}

/** The place before the first read, of which nothing is passed on. */
export function startingPlace(now: number, overlapMs: number): Place {
	return {
		since: stampOf(now - N8N_AHEAD_MS - BEHIND_MS - overlapMs),
		reach: MAXIMUM_REACH_MS,
		newest: '',
		witness: '',
		seen: {},
		highestId: -1,
		known: [],
		starting: true,
	};
}

/** From when to read next. Where no record has a stamp, `since` holds in every zone by itself. */
export function askedFrom({ since, reach, newest }: Place): Stamp {
	return newest === '' ? since : before(since, reach);
}

/** From when to read if the zones are not what they seemed to be. */
export function askedFromAfar({ since }: Place): Stamp {
	return before(since, MAXIMUM_REACH_MS);
}

/**
 * Whether a read that must have brought the newest record that is known did not. Then the list reads the
 * question in another zone than before, or the record is gone.
 */
export function isBlind(place: Place, sightings: readonly Sighting[]): boolean {
	const isExpected = place.witness !== '' && place.newest >= place.since;
	return isExpected && place.reach < MAXIMUM_REACH_MS && !hasWitness(place, sightings);
}

const hasWitness = ({ witness }: Place, sightings: readonly Sighting[]): boolean =>
	witness !== '' && sightings.some(({ id }) => id === witness);

/** What is new about a sighting at a place; `undefined` if it has been dealt with. */
export function changeOf(place: Place, origin: Origin, sighting: Sighting): Change | undefined {
	const { id, changedAt } = sighting;
	if (changedAt !== undefined && toSecond(changedAt) < place.since) return undefined;
	const versions = place.seen[id] ?? [];
	if (isAmong(versions, sighting)) return undefined;
	return versions.length === 0 && isNew(place, origin, sighting) ? 'created' : 'changed';
}

/** Whether a record that tells both times was changed later than DrChrono may take to create it. */
export function changedSinceItsCreation({ createdAt = '', changedAt = '' }: Sighting): boolean {
	return (
		toSecond(createdAt).length === toSecond(changedAt).length &&
		msOf(changedAt) - msOf(createdAt) > CREATING_MS
	);
}

/**
 * The place after a whole read. It moves on to the newest stamp, less the overlap; or, when nothing is new,
 * on by the time that went by on DrChrono's clock, so a burst of changes is not read again and again.
 * After a read between whose pages something may have slipped, only to what was newest before it: that
 * has been read twice then. It never moves back: a version once forgotten cannot be read again.
 */
export function advance(place: Place, origin: Origin, reading: Reading, overlapMs: number): Place {
	const { sightings, settled } = reading;
	const zones = zonesAfter(place, reading);
	const isQuiet = settled && sightings.every((one) => changeOf(place, origin, one) === undefined);
	const entries = entriesWith(place, reading);
	const moved = [
		place.since,
		before(settled ? zones.newest : place.newest, overlapMs),
		isQuiet ? stampOf(msOf(place.since) + elapsed(place, reading)) : '',
		zones.newest === '' ? stampOf(earlier(reading) - BEHIND_MS - overlapMs) : '',
	];
	const since = bounded(latest(moved), entries);
	const isKept = ([, version]: Entry) => toSecond(version) >= since;
	const old = place.highestId < 0 ? entries : entries.filter((one) => !isKept(one));
	return {
		...zones,
		since,
		answeredAt: reading.answeredAt,
		seen: grouped(entries.filter(isKept)),
		highestId:
			origin.kind === 'ascendingId'
				? Math.max(0, place.highestId, ...old.map(([id]) => Number(id) || 0))
				: place.highestId,
		known: knownWith(place, origin, sightings),
	};
}

/** The place after a read that there was no time to end: it stays, and remembers what was passed on. */
export function interrupted(place: Place, origin: Origin, reading: Reading, rest: string): Place {
	return {
		...place,
		seen: grouped(entriesWith(place, reading)),
		known: knownWith(place, origin, reading.sightings),
		rest,
	};
}

/** A time to ask from, to learn whether less reach will do; `undefined` when enough is known. */
export function trialFrom({ newest, witness, reach, short }: Place): Stamp | undefined {
	if (witness === '' || reach - (short ?? -Infinity) <= KNOWN_TO_MS || reach === 0)
		return undefined;
	return before(newest, trialReach({ reach, short }));
}

const trialReach = ({ reach, short }: Pick<Place, 'reach' | 'short'>): number =>
	short === undefined ? 0 : (short + reach) / 2;

/** The place after that trial. */
export function tried(place: Place, asked: Stamp, sightings: readonly Sighting[]): Place {
	const reach = provenReach(place.reach, asked, sightings);
	const trial = trialReach(place);
	return { ...place, reach, short: reach > trial ? trial : place.short };
}

/** What a whole read tells of the zones: how far to ask back, and by which record to check that. */
function zonesAfter(
	place: Place,
	reading: Reading,
): Pick<Place, 'reach' | 'short' | 'newest' | 'witness'> {
	const { asked, sightings } = reading;
	const { reach, short, newest, witness } = place;
	const limit = stampOf(later(reading) + AHEAD_MS);
	const wasAfar = asked !== undefined && asked <= askedFromAfar(place);
	const isBack = hasWitness(place, sightings);
	// A question from afar brings the witness back: less was too little. Or it is gone: another is needed.
	const known =
		wasAfar && witness !== '' && !isBack
			? { newest: place.since, witness: '' }
			: { newest, witness };
	const believed = wasAfar && isBack ? MAXIMUM_REACH_MS : reach;
	return {
		...newestAmong(sightings, limit, known),
		reach: asked === undefined ? reach : provenReach(believed, asked, sightings),
		...(believed === reach && { short }),
	};
}

/**
 * How much earlier to ask. A record that came although its stamp is only so much later than the time that
 * was asked from proves that the question is read at most that much later than stamps are written. Not less
 * than nothing: offices may write their stamps in several zones.
 */
function provenReach(believed: number, asked: Stamp, sightings: readonly Sighting[]): number {
	return sightings
		.flatMap(({ changedAt }) => changedAt ?? [])
		.reduce((reach, at) => Math.max(0, Math.min(reach, msOf(at) - msOf(asked))), believed);
}

/** The newest stamp. What claims to come from the future must not hide what comes before it. */
function newestAmong(
	sightings: readonly Sighting[],
	limit: Stamp,
	known: Pick<Place, 'newest' | 'witness'>,
): Pick<Place, 'newest' | 'witness'> {
	return sightings.reduce((so, { id, changedAt = '' }) => {
		const stamp = toSecond(changedAt);
		const isNewer = stamp !== '' && stamp >= so.newest && stamp <= limit;
		return isNewer ? { newest: stamp, witness: id } : so;
	}, known);
}

function entriesWith({ seen }: Place, reading: Reading): Entry[] {
	const readAt = later(reading);
	return [...entriesOf(seen), ...reading.sightings.map((one) => entryOf(one, readAt))];
}

function knownWith(
	{ known }: Place,
	origin: Origin,
	sightings: readonly Sighting[],
): readonly string[] {
	return origin.kind === 'firstSight'
		? [...new Set([...known, ...sightings.map(({ id }) => id)])].slice(-MAXIMUM_KNOWN)
		: [];
}

function isNew(place: Place, origin: Origin, { id, createdAt = '' }: Sighting): boolean {
	switch (origin.kind) {
		case 'time':
			return createdAt.length > 10
				? toSecond(createdAt) >= place.since
				: createdAt !== '' && createdAt >= place.since.slice(0, 10);
		case 'ascendingId':
			return Number(id) > place.highestId;
		case 'firstSight':
			return !place.known.includes(id);
	}
}

/** The time by either clock: what one of them is wrong about must do no harm. */
const earlier = ({ now, answeredAt = now }: Reading): number => Math.min(now, answeredAt);
const later = ({ now, answeredAt = now }: Reading): number => Math.max(now, answeredAt);
const elapsed = ({ answeredAt: before }: Place, { answeredAt: now }: Reading): number =>
	before === undefined || now === undefined ? 0 : Math.max(0, now - before);
