import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Row } from '../simulator';
import { DOUBTS, type Doubts } from '../simulator/doubts';
import { shareClock } from './clock';
import { dated, people, spelled, unwrapped, type Person } from './madeUpPeople';
import { locator, patients } from './patients';
import { openPractice, type Practice } from './practice';
import type { Random } from './random';

/** What was found wrong, in words; nothing if all is as it should be. */
export interface Finding {
	readonly faults: string[];
	readonly people: number;
	readonly requests: number;
}

const GO_ON = { onError: 'continueRegularOutput' } as const;
const NO_LIMIT = { perSecond: 1e9, perHour: 1e9 };
const ITEMS_A_RUN = 1_000;
const CITIES = ['Albany', 'Ithaca', 'Rome', 'Troy', 'Utica'];

function chunks<T>(all: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
		all.slice(index * size, (index + 1) * size),
	);
}

function shuffled<T>(all: readonly T[], random: Random): T[] {
	return all
		.map((one) => ({ one, at: random.fraction() }))
		.sort((a, b) => a.at - b.at)
		.map(({ one }) => one);
}

/** How somebody is written this time. */
interface Writing {
	readonly person: Person;
	readonly item: IDataObject;
}

function writingOf(person: Person, number: number, round: number, random: Random): Writing {
	const [first_name, last_name] = [spelled(person.first, random), spelled(person.last, random)];
	// The second time nobody says the email, which must stay.
	const email = round === 0 ? `person${number}@example.com` : random.pick('', ' ', '\u00A0');
	const date_of_birth = dated(person.born, random) as IDataObject[string];
	const city = random.one(CITIES);
	const { gender } = person;
	return { person, item: { first_name, last_name, date_of_birth, gender, email, city } };
}

const upsert = patients('upsert', {
	matchBy: 'nameAndBirthDate',
	first_name: '={{ $json.first_name }}',
	last_name: '={{ $json.last_name }}',
	date_of_birth: '={{ $json.date_of_birth }}',
	gender: '={{ $json.gender }}',
	email: '={{ $json.email }}',
	doctor: locator(1),
	additionalFields: { city: '={{ $json.city }}' },
	output: 'raw',
});

/**
 * Writes people through Create or Update twice, each time in another order and other spellings.
 * @returns what is wrong with the charts afterwards
 */
export async function proveUpserts(count: number, random: Random): Promise<Finding> {
	const practice = await openPractice({ patients: 25, throttle: NO_LIMIT });
	const { simulator } = practice;
	const { restore } = shareClock(simulator);
	const faults: string[] = [];
	try {
		const before = simulator.store.patients.size;
		const all = people(count, random).map((person, number) => ({ person, number }));
		const ids = new Map<Person, unknown>();
		const firsts = new Map<Person, IDataObject>();
		const latest = new Map<Person, IDataObject>();
		let requests = 0;
		for (const round of [0, 1]) {
			for (const chunk of chunks(shuffled(all, random), ITEMS_A_RUN)) {
				const writings = chunk.map(({ person, number }) =>
					writingOf(person, number, round, random),
				);
				const items = writings.map(({ item: json }) => ({ json }));
				const { outputs, error } = await practice.run({ nodes: [upsert], items });
				if (error) faults.push(`round ${round}: ${error.message}`);
				for (const { json, pairedItem } of outputs[0] ?? []) {
					const { person, item } = writings[(pairedItem as { item: number }).item];
					if (round === 0) {
						ids.set(person, json.id);
						firsts.set(person, item);
					} else if (ids.get(person) !== json.id) {
						faults.push(`${told(person)}: ${String(ids.get(person))}, then ${String(json.id)}`);
					}
					if (json.created !== (round === 0)) faults.push(`${told(person)}: created ${round}`);
					latest.set(person, item);
				}
				requests += simulator.requests().length;
				simulator.clearLog();
			}
		}
		if (simulator.store.patients.size - before !== count) {
			faults.push(`${simulator.store.patients.size - before} charts for ${count} people`);
		}
		for (const { person, number } of all) {
			const chart = simulator.store.patients.get(Number(ids.get(person)));
			const first = firsts.get(person) ?? {};
			const expected = {
				first_name: unwrapped(String(first.first_name)),
				last_name: unwrapped(String(first.last_name)),
				date_of_birth: person.born,
				gender: person.gender,
				email: `person${number}@example.com`,
				city: latest.get(person)?.city,
			};
			for (const [name, value] of Object.entries(expected)) {
				if (chart?.[name] === value) continue;
				faults.push(`${told(person)}: ${name} is ${JSON.stringify(chart?.[name])}`);
			}
		}
		return { faults, people: count, requests };
	} finally {
		restore();
		await simulator.close();
	}
}

const told = (person: Person) => JSON.stringify([person.first, person.last, person.born]);

/** What becomes of somebody whom Create Many is given. */
type Fate = 'new' | 'known' | 'refused';

interface Candidate {
	readonly person: Person;
	readonly fate: Fate;
	readonly item: IDataObject;
}

const DAY = 86_400_000;

function candidates(count: number, random: Random): Candidate[] {
	const share = random.pick(0, 0.05, 0.3);
	return people(count, random).map((person) => {
		const fate = random.chance(share) ? random.pick<Fate>('known', 'refused') : 'new';
		const { first: first_name, last: last_name, gender } = person;
		const date_of_birth = dated(person.born, random) as IDataObject[string];
		const wrong = fate === 'refused' && { email: 'no address' };
		return { person, fate, item: { first_name, last_name, date_of_birth, gender, ...wrong } };
	});
}

const answersOf = <N extends keyof Doubts>(name: N) =>
	Object.keys(DOUBTS[name].answers) as Array<Doubts[N]>;

/** One way in which DrChrono and the network treat lists this time; in words for who reads a fault. */
function trouble({ simulator }: Practice, random: Random): string {
	const doubts: Partial<Doubts> = {
		refusedList: random.one(answersOf('refusedList')),
		createdList: random.one(answersOf('createdList')),
		staleLists: random.one(answersOf('staleLists')),
		movingLists: random.one(answersOf('movingLists')),
		duplicateStatus: random.one(answersOf('duplicateStatus')),
	};
	Object.assign(simulator.doubts, doubts);
	const cut = random.pick('headers', 'body', 'request', undefined, undefined);
	if (cut) {
		simulator.inject({
			match: { method: 'POST' },
			skip: random.below(3),
			effect: { kind: 'cut', after: cut },
		});
	}
	return JSON.stringify({ ...doubts, cut });
}

/**
 * Gives Create Many a list of people against a DrChrono that carries lists out in part, answers them
 * otherwise, or is cut off.
 * @returns what is stored twice, lost or not told
 */
export async function proveCreateMany(count: number, random: Random): Promise<Finding> {
	const practice = await openPractice({
		patients: 10,
		pageSize: random.pick(5, 250),
		throttle: NO_LIMIT,
	});
	const { simulator } = practice;
	const { restore } = shareClock(simulator);
	try {
		const all = candidates(count, random);
		for (const { person, fate } of all) {
			if (fate === 'known') simulator.store.patients.insert(asStored(person));
		}
		simulator.clock.advance(3 * DAY);
		const before = new Set(simulator.store.patients.all().map(({ id }) => id));
		const circumstances = trouble(practice, random);
		const batchSize = 1 + random.below(count + 5);
		const node = patients(
			'createMany',
			{ doctor: locator(1), output: 'raw', options: { batchSize } },
			GO_ON,
		);
		const items = all.map(({ item: json }) => ({ json }));
		const { outputs, error } = await practice.run({ nodes: [node], items });
		const stored = simulator.store.patients.all();
		const faults = error
			? [error.message]
			: all.flatMap((one, index) => {
					const charts = stored.filter((row) => isOf(one.person, row));
					const out = outputs[0].filter(
						({ pairedItem }) => (pairedItem as { item: number }).item === index,
					);
					return wrongWith(one, out, charts, before);
				});
		return {
			faults: faults.map((fault) => `${fault}, batches of ${batchSize}, ${circumstances}`),
			people: count,
			requests: simulator.requests().length,
		};
	} finally {
		restore();
		await simulator.close();
	}
}

const asStored = ({ first, last, born, gender }: Person) => ({
	first_name: first,
	last_name: last,
	date_of_birth: born,
	gender,
	doctor: 1,
});

const isOf = ({ first, last, born }: Person, row: Row) =>
	row.first_name === first && row.last_name === last && row.date_of_birth === born;

/** What is wrong with one item, by the charts that there are of this person and what the item gave. */
function wrongWith(
	{ person, fate }: Candidate,
	out: readonly INodeExecutionData[],
	charts: readonly Row[],
	before: ReadonlySet<unknown>,
): string[] {
	const say = (words: string) => [`${told(person)}, ${fate}: ${words}`];
	if (out.length !== 1) return say(`${out.length} outputs`);
	if (charts.length > 1) return say(`${charts.length} charts`);
	const [{ json }] = out;
	const failed = typeof json.error === 'string' ? json.error : undefined;
	const chart = charts.at(0);
	if (failed === undefined && json.id !== chart?.id) return say(`given ${String(json.id)}`);
	if (failed === undefined && before.has(json.id)) return say('was there and is given as new');
	if (failed === undefined) return [];
	const isNew = chart !== undefined && !before.has(chart.id);
	if (isNew && !new RegExp(`\\bID ${chart.id}\\b`).test(failed)) {
		return say(`stored as ${chart.id}, and that is not told: ${failed}`);
	}
	if (fate === 'new' && !isNew && !failed.includes('may or may not')) {
		return say(`not stored: ${failed}`);
	}
	return [];
}
