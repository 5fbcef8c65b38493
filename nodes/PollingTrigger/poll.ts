import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type INodeProperties,
	type IPollFunctions,
} from 'n8n-workflow';
import { withoutBlanks } from '../shared/input/blanks';
import { readNodeParameter } from '../shared/input/filters';
import { labelsOf } from '../shared/messages/labels';
import { maximumWaitMs } from '../shared/operation/options';
import { shapeOutput } from '../shared/operation/output';
import { take } from '../shared/operation/paging';
import { ParameterIssue } from '../shared/input/parameters';
import { DrChronoClient } from '../shared/transport/client';
import { clock } from '../shared/transport/clock';
import {
	advance,
	begin,
	changeOf,
	changedSinceItsCreation,
	type Change,
	type Place,
	type Sighting,
} from './place';
import { DEFAULT_OVERLAP_HOURS, options, ownProperties } from './properties';
import { sightingOf } from './sighting';
import { sources, type Source } from './sources';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The most that DrChrono gives in one page. */
const PAGE_SIZE = 250;
/** What a test run in the editor shows, from the first of these spans in which there is anything. */
const SAMPLES = 5;
const SAMPLE_DAYS = [0, 1, 30, 365];
/** Lists do not begin with the latest, so this much of a span is looked through: some requests. */
const SAMPLED_RECORDS = 1_000;

interface Watch {
	readonly source: Source;
	readonly triggerOn: string;
	readonly query: IDataObject;
	readonly output: { readonly output: unknown; readonly fields: unknown };
	readonly overlapMs: number;
	readonly api: DrChronoClient;
}

const running = new Set<string>();

/**
 * One check: what was created or changed since the last. The place moves only after the whole list has
 * been read, so a check that fails passes nothing on and the next one makes up for it. While a check is
 * still running, n8n may start the next; that one does nothing.
 */
export async function poll(functions: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const watch = readWatch(functions);
	if (functions.getMode() === 'manual') return [await samples(functions, watch)];
	const key = `${functions.getWorkflow().id ?? ''} ${functions.getNode().id}`;
	if (running.has(key)) return null;
	running.add(key);
	try {
		return await check(functions.getWorkflowStaticData('node'), watch);
	} finally {
		running.delete(key);
	}
}

/** @param kept the static data: where the trigger is, and in which list; brought up to date */
async function check(kept: IDataObject, watch: Watch): Promise<INodeExecutionData[][] | null> {
	const { source, query, overlapMs, api } = watch;
	const now = clock.now();
	const of = JSON.stringify([source.value, query]);
	const stored = storedPlace(kept, of);
	const place = stored ?? begin(now, overlapMs + source.lookBackDays * DAY_MS);
	const items: INodeExecutionData[] = [];
	const sightings = new Map<string, Sighting>();
	for await (const record of api.list(source.path, { ...query, [source.since]: place.since })) {
		const sighting = sightingOf(record, source);
		const version = `${sighting.id} ${sighting.changedAt ?? sighting.digest}`;
		if (sightings.has(version)) continue;
		sightings.set(version, sighting);
		const change = stored && changeOf(place, source.origin, sighting);
		const given = change && changeToGive(change, sighting, watch);
		if (given) items.push(toItem(record, given, watch));
	}
	const next = advance(place, source.origin, [...sightings.values()], { now, overlapMs });
	Object.assign(kept, next, { of });
	return items.length > 0 ? [items] : null;
}

/** The latest records, for somebody who builds the workflow. */
async function samples(functions: IPollFunctions, watch: Watch): Promise<INodeExecutionData[]> {
	const { source, query, api } = watch;
	for (const days of SAMPLE_DAYS) {
		const { since } = begin(clock.now(), days * DAY_MS);
		const changed = api.list(source.path, { ...query, [source.since]: since });
		let found: Seen[] = [];
		for await (const record of take(SAMPLED_RECORDS, changed)) {
			found = latest([{ record, sighting: sightingOf(record, source) }, ...found]);
		}
		if (found.length > 0) return found.map((one) => toSample(one, watch));
	}
	throw new NodeOperationError(
		functions.getNode(),
		`DrChrono has no ${source.name.toLowerCase()} that changed within a year`,
		{ description: 'Check the filters, or create one in DrChrono to see what it looks like.' },
	);
}

interface Seen {
	readonly record: IDataObject;
	readonly sighting: Sighting;
}

/** The latest first; where no time tells, the later in the list. */
function latest(seen: readonly Seen[]): Seen[] {
	const at = ({ sighting }: Seen) => sighting.changedAt ?? '';
	return [...seen].sort((a, b) => at(b).localeCompare(at(a))).slice(0, SAMPLES);
}

function toSample({ record, sighting }: Seen, watch: Watch): INodeExecutionData {
	const { createdAt, changedAt } = sighting;
	const isNew = createdAt !== undefined && createdAt === changedAt;
	return toItem(record, isNew ? 'created' : 'changed', watch);
}

function toItem(
	record: IDataObject,
	change: Change,
	{ output, source }: Watch,
): INodeExecutionData {
	return { json: { change, ...shapeOutput(record, output, source.simplified) } };
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

/** @returns `undefined` at the start, and when the trigger now watches something else */
function storedPlace(kept: IDataObject, of: string): Place | undefined {
	const { since, readAt, seen, highestId, known } = kept as Partial<Place>;
	return kept.of === of && since !== undefined && readAt !== undefined
		? { since, readAt, seen: seen ?? {}, highestId: highestId ?? -1, known: known ?? [] }
		: undefined;
}

function readWatch(functions: IPollFunctions): Watch {
	const value = functions.getNodeParameter('resource', '') as string;
	const source = sources.find((candidate) => candidate.value === value);
	if (!source) {
		throw new NodeOperationError(
			functions.getNode(),
			`The node does not know the resource "${value}"`,
			{ description: 'Choose a resource from the list.' },
		);
	}
	const own = ownProperties(source);
	const [filters, output, fields] = own.map((property) => read(functions, property));
	const chosen = read(functions, options) as { overlap?: number };
	return {
		source,
		triggerOn: functions.getNodeParameter('triggerOn', 'both') as string,
		query: { ...narrowing(filters as IDataObject), page_size: PAGE_SIZE },
		output: { output, fields },
		overlapMs: (chosen.overlap ?? DEFAULT_OVERLAP_HOURS) * HOUR_MS,
		api: new DrChronoClient(functions, {
			maximumWaitMs: maximumWaitMs(chosen),
			labels: labelsOf(own),
		}),
	};
}

function read(functions: IPollFunctions, property: INodeProperties): unknown {
	const raw = functions.getNodeParameter(property.name, property.default);
	const value = readNodeParameter(property, raw, { timeZone: functions.getTimezone() });
	if (!(value instanceof ParameterIssue)) return value;
	throw new NodeOperationError(
		functions.getNode(),
		`“${value.path.join(' → ')}” ${value.message}`,
		{ description: 'Nothing was sent to DrChrono.' },
	);
}

/** Filters that narrow something: 0 is what an ID is before somebody enters one. */
function narrowing(filters: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(withoutBlanks(filters)).filter(([, value]) => value !== 0),
	);
}
