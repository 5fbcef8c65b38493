import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { clock } from '../shared/transport/clock';
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
	type Change,
	type Place,
} from './place';
import { sightingOf } from './sighting';
import type { Stamp } from './stamps';
import type { Sighting } from './versions';
import { toItem, type Watch } from './watch';

const DAY_MS = 86_400_000;
/** How often a list of several pages is read at most, until nothing more turns up in it. */
const MAXIMUM_PASSES = 3;
/** With less time than this left, in ms, no further page is asked for: it would come too late. */
const FOR_A_PAGE_MS = 10_000;
/** Enough records to learn from, and a small answer. */
const TRIAL_PAGE_SIZE = 10;

export interface Checked {
	readonly items: INodeExecutionData[];
	/** Where the trigger is once they are passed on, and in which list. */
	readonly kept: Place & { readonly of: string };
}

/** The versions that the reads of one check have brought, each once, and what of them is new. */
interface Found {
	readonly sightings: Map<string, Sighting>;
	readonly items: INodeExecutionData[];
	changes: number;
	answeredAt?: number;
}

/** How a read ended. */
interface Pass {
	/** The time that was asked from; `undefined` for the rest of an earlier read. */
	readonly asked?: Stamp;
	readonly settled: boolean;
	/** The address of a page that there was no time for. */
	readonly rest?: string;
}

/**
 * What was created or changed since the place that is kept. The first time that is nothing: what is there
 * already is only remembered.
 * @param stored the static data as `Checked.kept` left it
 * @throws NodeApiError if the list could not be read; then nothing has moved
 */
export async function check(stored: IDataObject, watch: Watch): Promise<Checked> {
	const { source, query, overlapMs } = watch;
	const of = JSON.stringify([source.value, query]);
	const now = clock.now();
	const kept = stored.of === of ? placeOf(stored, watch) : undefined;
	const place = kept ?? startingPlace(now, overlapMs);
	const found: Found = { sightings: new Map(), items: [], changes: 0 };
	const first = beginning(now, overlapMs + source.lookBackDays * DAY_MS);
	const pass = await readChanges(place, kept ? askedFrom(place) : first, watch, found);
	const sightings = [...found.sightings.values()];
	const reading = { ...pass, sightings, answeredAt: found.answeredAt, now };
	const next = pass.rest
		? interrupted(place, source.origin, reading, pass.rest)
		: await learnt(advance(place, source.origin, reading, overlapMs), watch);
	return { items: found.items, kept: { rest: undefined, starting: undefined, ...next, of } };
}

/** Goes on with a read that was interrupted; else reads anew, and from afar if that did not reach back. */
async function readChanges(place: Place, asked: Stamp, watch: Watch, found: Found): Promise<Pass> {
	if (place.rest !== undefined) {
		const rest = await readPages(place.rest, {}, place, watch, found);
		return { settled: false, rest: rest.rest };
	}
	const pass = await readUntilSettled(place, asked, watch, found);
	return pass.rest === undefined && isBlind(place, [...found.sightings.values()])
		? await readUntilSettled(place, askedFromAfar(place), watch, found)
		: pass;
}

/**
 * Reads the whole list from a time on. DrChrono promises no order, and while several pages are read, a
 * record can slip from one that is still to come to one that has been. So they are read again until a
 * reading brings nothing new, by other pages, so that the same record does not slip again. What is there
 * before the trigger starts is not passed on, and read once.
 */
async function readUntilSettled(
	place: Place,
	asked: Stamp,
	watch: Watch,
	found: Found,
): Promise<Pass> {
	const { source } = watch;
	let query: IDataObject = { ...watch.query, [source.since]: asked };
	for (let passes = 1; ; passes += 1) {
		const before = found.changes;
		const { pages, size, rest } = await readPages(source.path, query, place, watch, found);
		query = { ...query, page_size: Math.max(1, size - 1) };
		const settled = place.starting === true || pages === 1 || found.changes === before;
		const isLast = settled || passes >= MAXIMUM_PASSES || watch.leftMs() < FOR_A_PAGE_MS;
		if (rest !== undefined || isLast)
			return { asked, settled: settled && rest === undefined, rest };
	}
}

async function readPages(
	target: string,
	query: IDataObject,
	place: Place,
	watch: Watch,
	found: Found,
): Promise<{ pages: number; size: number; rest?: string }> {
	let pages = 0;
	let size = 0;
	for await (const { records, next, answeredAt } of watch.api.pages(target, query)) {
		pages += 1;
		found.answeredAt ??= answeredAt;
		size = Math.max(size, records.length);
		for (const record of records) take(record, place, watch, found);
		if (next !== undefined && watch.leftMs() < FOR_A_PAGE_MS) return { pages, size, rest: next };
	}
	return { pages, size };
}

/** Takes one record in, if this version of it was not there yet. */
function take(record: IDataObject, place: Place, watch: Watch, found: Found): void {
	const { origin } = watch.source;
	const sighting = sightingOf(record, watch.source);
	const version = `${sighting.id} ${sighting.changedAt ?? sighting.digest}`;
	if (found.sightings.has(version)) return;
	found.sightings.set(version, sighting);
	const change = changeOf(place, origin, sighting);
	if (change === undefined) return;
	found.changes += 1;
	const given = place.starting ? undefined : changeToGive(change, sighting, watch);
	if (given) found.items.push(toItem(record, given, watch));
}

/** Learns, by one small request, whether the next checks can do with less reach. */
async function learnt(place: Place, watch: Watch): Promise<Place> {
	const { source, query, api } = watch;
	const asked = trialFrom(place);
	if (asked === undefined || watch.leftMs() < FOR_A_PAGE_MS) return place;
	const trial = { ...query, [source.since]: asked, page_size: TRIAL_PAGE_SIZE };
	for await (const { records } of api.pages(source.path, trial)) {
		return tried(
			place,
			asked,
			records.map((record) => sightingOf(record, source)),
		);
	}
	return place;
}

/**
 * The change as the workflow asks for it, `undefined` if it does not. n8n stores a place only with a check
 * that passes something on: after a restart a record may seem new again. So where only changes are asked
 * for, a new record that was changed since is one.
 */
function changeToGive(
	change: Change,
	sighting: Sighting,
	{ triggerOn }: Watch,
): Change | undefined {
	if (triggerOn === 'both' || triggerOn === change) return change;
	return triggerOn === 'changed' && changedSinceItsCreation(sighting) ? 'changed' : undefined;
}

/**
 * The place in the static data. Version 0.1.0 kept less: what it did not know is taken at its most careful.
 * @returns `undefined` at the start
 */
function placeOf(stored: IDataObject, { source, overlapMs }: Watch): Place | undefined {
	const kept = stored as Partial<Place>;
	if (kept.since === undefined) return undefined;
	const isUntimed = source.origin.kind === 'firstSight';
	const { since, seen = {}, known = [], highestId = -1 } = kept;
	const { newest = isUntimed ? '' : since } = kept;
	const careful = startingPlace(0, overlapMs);
	return { ...careful, starting: undefined, ...kept, since, seen, known, highestId, newest };
}
