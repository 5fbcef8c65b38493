import type { Origin } from './sources';

/**
 * How far a trigger has come in one list, as kept in the workflow's static data. All times but
 * `readAt` are on DrChrono's own wall clock, without a zone, as its records have them
 * (`2021-02-14T13:40:39`): they are compared with each other only, so nobody needs to know the zone.
 */
export interface Place {
	/** Everything changed before this time has been dealt with; the next read asks from here. */
	readonly since: string;
	/** When the last whole read began, ms since 1970. */
	readonly readAt: number;
	/** Versions dealt with, by record, that the next read may bring again. */
	readonly seen: Readonly<Record<string, readonly string[]>>;
	/**
	 * For `ascendingId`: the highest ID that may not come as a new one any more; -1 before the first read.
	 * Records still in `seen` do not count, since one with a lower ID can show up later.
	 */
	readonly highestId: number;
	/** For `firstSight`: the latest to be seen come last. */
	readonly known: readonly string[];
}

/** What a read tells of one record. */
export interface Sighting {
	readonly id: string;
	/** When it was last changed; a digest of the record stands in where it does not say. */
	readonly changedAt?: string;
	readonly digest: string;
	readonly createdAt?: string;
}

export type Change = 'created' | 'changed';

const HOUR_MS = 3_600_000;
const CREATING_MS = 60_000;
/** Wall clocks are at most this far behind and ahead of UTC. */
const BEHIND_MS = 12 * HOUR_MS;
const AHEAD_MS = 14 * HOUR_MS;
/** About 1 MB of static data; with more timed changes than this the overlap gets shorter. */
const MAXIMUM_SEEN = 20_000;
const MAXIMUM_KNOWN = 10_000;

/**
 * The place of a trigger that starts now. Where on Earth DrChrono's clock stands is not known yet, so
 * the first read goes back to what is now on the westernmost wall clock. What it brings is not new.
 * @param now ms since 1970
 * @param lookBackMs how far the first read goes back, at least the overlap
 */
export function begin(now: number, lookBackMs: number): Place {
	return {
		since: wallText(now - BEHIND_MS - lookBackMs),
		readAt: now,
		seen: {},
		highestId: -1,
		known: [],
	};
}

/** What is new about a sighting at a place; `undefined` if it has been dealt with. */
export function changeOf(place: Place, origin: Origin, sighting: Sighting): Change | undefined {
	const { id, changedAt } = sighting;
	if (changedAt !== undefined && toSecond(changedAt) < place.since) return undefined;
	const versions = place.seen[id] ?? [];
	if (versions.some((version) => versionOf(version) === versionOf(entry(place, sighting)))) {
		return undefined;
	}
	return versions.length === 0 && isNew(place, origin, sighting) ? 'created' : 'changed';
}

/** Whether a record that tells both times was changed later than DrChrono may take to create it. */
export function changedSinceItsCreation({ createdAt = '', changedAt = '' }: Sighting): boolean {
	return (
		toSecond(createdAt).length === toSecond(changedAt).length &&
		wallMs(changedAt) - wallMs(createdAt) > CREATING_MS
	);
}

/**
 * The place after a whole read. Moves on to the newest change of this read, less the overlap, or, when
 * nothing is new, on by the time that passed: so a burst of changes is not read again and again. It stays
 * no further behind than the westernmost wall clock, less the overlap: everything before that has been
 * read just now. It never moves back: a version once forgotten cannot be read again. When clocks are set
 * back, times of changes repeat; the overlap must cover that hour.
 * @param sightings all of the read
 * @param now when the read began, ms since 1970
 */
export function advance(
	place: Place,
	origin: Origin,
	sightings: readonly Sighting[],
	{ now, overlapMs }: { now: number; overlapMs: number },
): Place {
	const newest = latest(
		sightings
			.filter((sighting) => changeOf(place, origin, sighting) !== undefined)
			.flatMap(({ changedAt }) => changedAt ?? [])
			.map(toSecond)
			// Whatever claims to come from the future must not hide what comes before it.
			.filter((time) => time <= wallText(now + AHEAD_MS)),
	);
	const moved =
		newest === ''
			? wallText(wallMs(place.since) + Math.max(0, now - place.readAt))
			: wallText(wallMs(newest) - overlapMs);
	const entries = [
		...Object.entries(place.seen).flatMap(([id, versions]) =>
			versions.map((version) => [id, version] as const),
		),
		...sightings.map((sighting) => [sighting.id, entry({ readAt: now }, sighting)] as const),
	];
	const since = bounded(
		latest([place.since, moved, wallText(now - BEHIND_MS - overlapMs)]),
		entries,
	);
	const isKept = ([, version]: readonly [string, string]) => toSecond(version) >= since;
	const old = place.highestId < 0 ? entries : entries.filter((one) => !isKept(one));
	return {
		since,
		readAt: now,
		seen: grouped(entries.filter(isKept)),
		highestId:
			origin.kind === 'ascendingId'
				? Math.max(0, place.highestId, ...old.map(([id]) => Number(id) || 0))
				: place.highestId,
		known:
			origin.kind === 'firstSight'
				? [...new Set([...place.known, ...sightings.map(({ id }) => id)])].slice(-MAXIMUM_KNOWN)
				: [],
	};
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

/**
 * A version as it is kept: its time; where there is none, a digest, and for how long to keep it: until
 * the place has certainly passed the moment at which it was read.
 */
function entry({ readAt }: Pick<Place, 'readAt'>, { changedAt, digest }: Sighting): string {
	return changedAt ?? `${wallText(readAt + AHEAD_MS)}#${digest}`;
}

const isDigest = (kept: string): boolean => kept.includes('#');
const versionOf = (kept: string): string => kept.slice(kept.indexOf('#') + 1);

/** The entries by record; of digests only the latest, since a record may become again what it was. */
function grouped(entries: ReadonlyArray<readonly [string, string]>): Record<string, string[]> {
	const byId = new Map<string, string[]>();
	for (const [id, kept] of entries) {
		const others = (byId.get(id) ?? []).filter((other) =>
			isDigest(kept) ? !isDigest(other) : other !== kept,
		);
		byId.set(id, [...others, kept]);
	}
	return Object.fromEntries(byId);
}

/** So late a time that the timed entries from then on are few enough. */
function bounded(since: string, entries: ReadonlyArray<readonly [string, string]>): string {
	const timed = entries.filter(([, kept]) => !isDigest(kept));
	if (timed.length <= MAXIMUM_SEEN) return since;
	const distinct = new Set(timed.map(([id, kept]) => `${toSecond(kept)} ${id} ${kept}`));
	if (distinct.size <= MAXIMUM_SEEN) return since;
	return latest([since, toSecond([...distinct].sort().slice(-MAXIMUM_SEEN)[0])]);
}

const latest = (times: readonly string[]): string =>
	times.reduce((last, time) => (time > last ? time : last), '');
const toSecond = (time: string): string => time.slice(0, 19);
const wallMs = (time: string): number => Date.parse(`${toSecond(time)}Z`);
const wallText = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
