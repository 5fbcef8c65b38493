import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { clock } from '../shared/transport/clock';
import { sightingOf } from './sighting';
import { stampOf } from './stamps';
import type { Sighting } from './versions';
import { toItem, type Watch } from './watch';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Wall clocks are at most this far behind UTC. */
const BEHIND_MS = 12 * HOUR_MS;
/** What a test run in the editor shows, from the first of these spans in which there is anything. */
const SAMPLES = 5;
const SAMPLE_DAYS = [0, 1, 30, 365];
/** Lists do not begin with the latest, so some pages are looked through, but in all only so many. */
const MAXIMUM_REQUESTS = 4;

interface Seen {
	readonly record: IDataObject;
	readonly sighting: Sighting;
}

/** The latest records, for somebody who builds the workflow: at most 5, in at most 4 requests. */
export async function samples(watch: Watch): Promise<INodeExecutionData[]> {
	const { source, query, api } = watch;
	let requests = 0;
	for (const days of SAMPLE_DAYS) {
		const since = stampOf(clock.now() - BEHIND_MS - days * DAY_MS);
		let found: Seen[] = [];
		for await (const { records } of api.pages(source.path, { ...query, [source.since]: since })) {
			found = latest([
				...records.map((record) => ({ record, sighting: sightingOf(record, source) })).reverse(),
				...found,
			]);
			requests += 1;
			if (requests >= MAXIMUM_REQUESTS) break;
		}
		if (found.length > 0) return found.map((one) => toSample(one, watch));
	}
	return [];
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
