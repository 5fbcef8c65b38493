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
import { ParameterIssue } from '../shared/input/parameters';
import { DrChronoClient } from '../shared/transport/client';
import { clock } from '../shared/transport/clock';
import { SLACK_MS } from '../shared/transport/retry';
import { check } from './check';
import { DEFAULT_OVERLAP_HOURS, options, ownProperties } from './properties';
import { samples } from './samples';
import { sources } from './sources';
import type { Watch } from './watch';

const HOUR_MS = 3_600_000;
/** The most that DrChrono gives in one page. */
const PAGE_SIZE = 250;
/** n8n gives a poll 45 seconds (2.36 and later) and drops what comes after: this leaves some for n8n. */
const PATIENCE_MS = 40_000;

/** n8n needs no longer to store where a poll has come to, with the run that it starts. */
const STORING_MS = 30_000;

const running = new Set<string>();

/** How many polls of a trigger have passed something on, and until when n8n may not have stored the last. */
const latest = new Map<string, { readonly runs: number; readonly until: number }>();

/**
 * One poll: what was created or changed since the last. While one is still running, or n8n still stores
 * what it has passed on, n8n may start the next; that one does nothing.
 */
export async function poll(functions: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const watch = readWatch(functions);
	if (functions.getMode() === 'manual') {
		const found = await samples(watch);
		if (found.length > 0) return [found];
		throw new NodeOperationError(
			functions.getNode(),
			`DrChrono has no ${watch.source.name.toLowerCase()} that changed within a year`,
			{ description: 'Check the filters, or create one in DrChrono to see what it looks like.' },
		);
	}
	const key = `${functions.getWorkflow().id ?? ''} ${functions.getNode().id}`;
	if (running.has(key)) return null;
	running.add(key);
	try {
		return await checkInTime(functions, watch, key);
	} finally {
		running.delete(key);
	}
}

/** @throws NodeOperationError when n8n will not wait for what was found; the place has not moved then */
async function checkInTime(
	functions: IPollFunctions,
	watch: Watch,
	key: string,
): Promise<INodeExecutionData[][] | null> {
	const stored = functions.getWorkflowStaticData('node');
	const runs = Number(stored.runs ?? 0);
	if (isBeingStored(runs, key)) return null;
	const { items, kept } = await check(stored, watch);
	if (watch.leftMs() <= 0) {
		throw new NodeOperationError(
			functions.getNode(),
			'DrChrono’s answers took longer than n8n waits for a poll',
			{
				description:
					'Nothing was passed on and nothing is lost: the next poll reads the same again. If it happens often, choose longer Poll Times, or narrow the list by a filter.',
			},
		);
	}
	Object.assign(stored, kept);
	if (items.length === 0) return null;
	stored.runs = runs + 1;
	latest.set(key, { runs: runs + 1, until: clock.elapsed() + STORING_MS });
	return [items];
}

/** Whether a poll before has passed on more than the place that n8n has given knows of, just now. */
function isBeingStored(runs: number, key: string): boolean {
	const last = latest.get(key);
	return last !== undefined && runs < last.runs && clock.elapsed() < last.until;
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
	const until = clock.elapsed() + PATIENCE_MS;
	const leftMs = () => until - clock.elapsed();
	return {
		source,
		triggerOn: functions.getNodeParameter('triggerOn', 'both') as string,
		query: { ...narrowing(filters as IDataObject), page_size: PAGE_SIZE },
		output: { output, fields: isEmpty(fields) ? [...source.simplified] : fields },
		overlapMs: (chosen.overlap ?? DEFAULT_OVERLAP_HOURS) * HOUR_MS,
		leftMs,
		api: new DrChronoClient(functions, {
			/** No request waits longer for the quota than n8n does for the poll. */
			get maximumWaitMs() {
				return Math.min(maximumWaitMs(chosen), Math.max(0, leftMs() - SLACK_MS));
			},
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

const isEmpty = (list: unknown): boolean => Array.isArray(list) && list.length === 0;
