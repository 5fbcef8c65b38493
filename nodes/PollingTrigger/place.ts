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
	/** For `ascendingId`. */
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
/** Wall clocks are at most this far behind and ahead of UTC. */
const BEHIND_MS = 12 * HOUR_MS;
const AHEAD_MS = 14 * HOUR_MS;
/** About 1 MB of static data; with more changes than this the overlap gets shorter. */
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
		highestId: 0,
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

/**
 * The place after a whole read. Moves on to the newest change of this read, less the overlap, or,
 * when nothing is new, on by the time that passed: so a burst of changes is not read again and again.
 * It never moves back: a version once forgotten cannot be read again. When clocks are set back, times
 * of changes repeat; the overlap must cover that hour.
 * @param sightings all of the read
 * @param now when the read began, ms since 1970
 */
export function advance(
	place: Place,
	origin: Origin,
	sightings: readonly Sighting[],
	{ now, overlapMs }: { now: number; overlapMs: number },
): Place {
	const newest = sightings
		.filter((sighting) => changeOf(place, origin, sighting) !== undefined)
		.flatMap(({ changedAt }) => changedAt ?? [])
		.map(toSecond)
		// Whatever claims to come from the future must not hide what comes before it.
		.filter((time) => time <= wallText(now + AHEAD_MS))
		.reduce((latest, time) => (time > latest ? time : latest), '');
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
	const since = bounded(moved > place.since ? moved : place.since, entries);
	return {
		since,
		readAt: now,
		seen: grouped(entries.filter(([, version]) => toSecond(version) >= since)),
		highestId:
			origin.kind === 'ascendingId'
				? Math.max(place.highestId, ...sightings.map(({ id }) => Number(id) || 0))
				: 0,
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

const versionOf = (kept: string): string => kept.slice(kept.indexOf('#') + 1);

/** The entries by record; of a digest that was read again, only the latest. */
function grouped(entries: ReadonlyArray<readonly [string, string]>): Record<string, string[]> {
	const byId = new Map<string, Map<string, string>>();
	for (const [id, kept] of entries) {
		const versions = byId.get(id) ?? new Map<string, string>();
		byId.set(id, versions.set(versionOf(kept), kept));
	}
	return Object.fromEntries([...byId].map(([id, versions]) => [id, [...versions.values()]]));
}

/** So late a time that the entries from then on are few enough. */
function bounded(since: string, entries: ReadonlyArray<readonly [string, string]>): string {
	if (entries.length <= MAXIMUM_SEEN) return since;
	const distinct = new Set(
		entries.map(([id, kept]) => `${toSecond(kept)} ${id} ${versionOf(kept)}`),
	);
	if (distinct.size <= MAXIMUM_SEEN) return since;
	const earliest = toSecond([...distinct].sort().slice(-MAXIMUM_SEEN)[0]);
	return earliest > since ? earliest : since;
}

const toSecond = (time: string): string => time.slice(0, 19);
const wallMs = (time: string): number => Date.parse(`${toSecond(time)}Z`);
const wallText = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
