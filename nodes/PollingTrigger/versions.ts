import { latest, stampOf, toSecond, type Stamp } from './stamps';

/** What a read tells of one record. */
export interface Sighting {
	readonly id: string;
	/** When it was last changed; a digest of the record stands in where it does not say. */
	readonly changedAt?: string;
	readonly digest: string;
	readonly createdAt?: string;
}

/** Versions of records that were dealt with, by record, as the static data has them. */
export type Versions = Readonly<Record<string, readonly string[]>>;

/** A record's ID and one of its versions. */
export type Entry = readonly [id: string, version: string];

/** About 1 MB of static data. */
const MAXIMUM_SEEN = 20_000;
/** The wall clock that is furthest ahead of UTC. */
const AHEAD_MS = 14 * 3_600_000;

/**
 * A version as it is kept: its stamp; where there is none, a digest, and for how long to keep it: until
 * the place has certainly passed the moment at which it was read.
 * @param readAt ms since 1970
 */
export function entryOf({ id, changedAt, digest }: Sighting, readAt: number): Entry {
	return [id, changedAt ?? `${stampOf(readAt + AHEAD_MS)}#${digest}`];
}

export function entriesOf(versions: Versions): Entry[] {
	return Object.entries(versions).flatMap(([id, of]) =>
		of.map((version) => [id, version] as const),
	);
}

/** Whether this version was dealt with. */
export function isAmong(versions: readonly string[], { changedAt, digest }: Sighting): boolean {
	return versions.some((kept) => versionOf(kept) === (changedAt ?? digest));
}

/** The entries by record; of digests only the latest, since a record may become again what it was. */
export function grouped(entries: readonly Entry[]): Versions {
	const byId = new Map<string, string[]>();
	for (const [id, kept] of entries) {
		const others = (byId.get(id) ?? []).filter((other) =>
			isDigest(kept) ? !isDigest(other) : other !== kept,
		);
		byId.set(id, [...others, kept]);
	}
	return Object.fromEntries(byId);
}

/** So late a time that the entries with a stamp from then on are no more than 20 000. */
export function bounded(since: Stamp, entries: readonly Entry[]): Stamp {
	const timed = entries.filter(([, kept]) => !isDigest(kept));
	if (timed.length <= MAXIMUM_SEEN) return since;
	const distinct = new Set(timed.map(([id, kept]) => `${toSecond(kept)} ${id} ${kept}`));
	if (distinct.size <= MAXIMUM_SEEN) return since;
	return latest([since, toSecond([...distinct].sort().slice(-MAXIMUM_SEEN)[0])]);
}

const isDigest = (kept: string): boolean => kept.includes('#');
const versionOf = (kept: string): string => kept.slice(kept.indexOf('#') + 1);
