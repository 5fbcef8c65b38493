import { ClockedList } from './clockedList';
import { replaceClock } from './clock';
import { CredentialStore } from './credentials';
import { openPolling } from './polling';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 4, 12, 16);
const RECORDS = 2_000;
const LOCAL = -8 * HOUR;

/** What n8n's clock is wrong by, in ms, at the part of the time that has gone by. */
const N8N_CLOCKS = {
	right: () => 0,
	'6 h behind': () => -6 * HOUR,
	'6 h ahead': () => 6 * HOUR,
	'6 h behind, then right': (part: number) => (part < 0.5 ? -6 * HOUR : 0),
	'6 h ahead, then right': (part: number) => (part < 0.5 ? 6 * HOUR : 0),
} as const;

const ZONES = { UTC: 0, local: LOCAL } as const;

export interface Circumstances {
	readonly n8n: keyof typeof N8N_CLOCKS;
	/** The zone in which the list reads `since`. */
	readonly since: keyof typeof ZONES;
	/** The zone in which it writes its stamps. */
	readonly stamps: keyof typeof ZONES;
	readonly list: 'still' | 'shifting';
}

const keys = <K extends string>(object: Record<K, unknown>): K[] => Object.keys(object) as K[];

/** Every combination of what is not known, or may go wrong. */
export const ALL_CIRCUMSTANCES: Circumstances[] = keys(N8N_CLOCKS).flatMap((n8n) =>
	keys(ZONES).flatMap((since) =>
		keys(ZONES).flatMap((stamps) =>
			(['still', 'shifting'] as const).map((list) => ({ n8n, since, stamps, list })),
		),
	),
);

/** The same in numbers; all in ms, zones as their distance from UTC. */
export interface Conditions {
	readonly sinceZone: number;
	readonly stampZone: number;
	readonly shifts: boolean;
	/** What n8n's clock is wrong by, at the part of the time that has gone by. */
	readonly skew: (part: number) => number;
	/** The time between two polls; a minute unless told otherwise. */
	readonly pause?: (part: number) => number;
}

export interface Extent {
	readonly polls: number;
	readonly changesPerPoll: number;
	readonly pageSize: number;
}

/** A combination in numbers. */
export const conditionsOf = ({ n8n, since, stamps, list }: Circumstances): Conditions => ({
	sinceZone: ZONES[since],
	stampZone: ZONES[stamps],
	shifts: list === 'shifting',
	skew: N8N_CLOCKS[n8n],
});

export interface Outcome {
	/** The changes that were made, as `id stamp`, in the order of the texts. */
	readonly made: readonly string[];
	/** The changes that were passed on, likewise. */
	readonly given: readonly string[];
	readonly requests: number;
	/** The most that the static data took, in characters. */
	readonly stored: number;
}

/**
 * Lets a polling trigger watch a list while it changes: a tenth of the changes are new records. At the
 * end the list is left in peace, so that what slipped through in the last poll can still come.
 */
export async function provePolling(
	{ sinceZone, stampZone, shifts, skew, pause = () => MINUTE }: Conditions,
	{ polls, changesPerPoll, pageSize }: Extent,
): Promise<Outcome> {
	const list = new ClockedList({
		...{ sinceZone, stampZone, pageSize },
		startAt: START,
	});
	await list.listen();
	for (let i = 0; i < RECORDS; i += 1) list.seed(START - (RECORDS - i) * 10 * MINUTE);
	let part = 0;
	const restore = replaceClock(
		() => list.now + skew(part),
		(ms) => (list.now += ms),
		() => list.now,
	);
	try {
		const credentials = new CredentialStore({
			baseUrl: list.url,
			oauthTokenData: { access_token: 'token' },
		});
		const fields = ['id', 'updated_at'];
		const parameters = { resource: 'patient', output: 'selected', fields };
		const polling = await openPolling({ credentials, parameters });
		const given: string[] = [];
		let stored = 0;
		const poll = async () => {
			list.now += pause(part);
			for (const { id, updated_at } of await polling.poll()) {
				given.push(`${String(id)} ${String(updated_at)}`);
			}
			stored = Math.max(stored, JSON.stringify(polling.stored()).length);
		};
		await poll();
		list.shifts = shifts;
		for (let round = 0; round < polls; round += 1) {
			part = round / polls;
			for (let i = 0; i < changesPerPoll; i += 1) {
				list.now += 2_000;
				if (i % 10 === 0) list.create();
				else list.change(readable(list, (round * changesPerPoll + i) % RECORDS));
			}
			await poll();
		}
		list.shifts = false;
		await poll();
		await poll();
		return { made: [...list.made].sort(), given: given.sort(), requests: list.requests, stored };
	} finally {
		restore();
		await list.close();
	}
}

/**
 * The ID of a record that is changed next. One that changed while the last check read, and slipped from a
 * page to come to one that had been, is left alone once: nobody can have read what it was, nor could after
 * a further change. If the other one was not read either, the check read too little, and that shall fail.
 */
const readable = (list: ClockedList, index: number): number =>
	list.wasShown(1 + index) ? 1 + index : 1 + ((index + RECORDS / 2) % RECORDS);
