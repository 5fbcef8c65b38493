import { DateTime } from 'luxon';

import { DOUBTS } from '../simulator/doubts';
import { type Json, type JsonObject, isJsonArray, isJsonObject } from '../simulator/json';
import { type Ask, type Reply, rowsOf } from './ask';

/** The answer to one doubt, by the name of its switch; `unknown` where the account has nothing to tell it by. */
export type Findings = Record<string, string>;

const YEAR = '/api/appointments?date_range=';

const texts = (replies: readonly Reply[]): [string, string][] =>
	replies
		.flatMap(rowsOf)
		.flatMap((row) => Object.entries(row))
		.flatMap(([name, value]): [string, string][] =>
			typeof value === 'string' ? [[name, value]] : [],
		);

/** Of a `false` and a `true` the answer, of neither `unknown`. */
const either = (found: boolean | undefined, yes: string, no: string) => {
	if (found === undefined) return 'unknown';
	return found ? yes : no;
};

function stampForm(patients: Reply): string {
	const row = rowsOf(patients).at(0);
	if (!row) return 'unknown';
	const { updated_at: stamp } = row;
	if (typeof stamp !== 'string') return 'null';
	if (stamp === '') return 'empty';
	return stamp[10] === 'T' ? 'T' : 'blank';
}

const DECIMALS: Readonly<Partial<Record<string, string>>> = { number: 'number', string: 'text' };

function decimalForm(replies: readonly Reply[], price: Json | undefined): string {
	if (replies.some(({ hasNaN }) => hasNaN)) return 'NaN';
	return DECIMALS[typeof price] ?? 'unknown';
}

function stateForm(patients: Reply): boolean | undefined {
	const states = texts([patients]).filter(([name, value]) => name === 'state' && value !== '');
	return states.length > 0 ? states.every(([, value]) => value.length === 2) : undefined;
}

function tagForm(tags: readonly (Json | undefined)[]): string {
	if (tags.some((value) => Array.isArray(value))) return 'list';
	const written = tags.filter((value) => typeof value === 'string' && value !== '');
	if (written.some((value) => !String(value).startsWith('['))) return 'bars';
	if (tags.includes(null)) return 'null';
	return written.length > 0 ? 'text' : 'unknown';
}

const dayOf = (ms: number, days: number) =>
	DateTime.fromMillis(ms, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');

/** What can be told by reading alone. */
export async function readFindings(ask: Ask): Promise<Findings> {
	const patients = await ask('GET', '/api/patients?page_size=50');
	const documents = await ask('GET', '/api/documents?page_size=50');
	const items = await ask('GET', '/api/line_items?page_size=50');
	const { date } = patients;
	const month = `${dayOf(date, -30)}/${dayOf(date, 60)}`;
	const appointments = await ask('GET', `${YEAR}${month}`);
	const verbose = await ask('GET', `${YEAR}${month}&verbose=true`);
	const wide = await ask('GET', `${YEAR}${dayOf(date, -200)}/${dayOf(date, 100)}`);
	const zoned = await ask('GET', `/api/patients?page_size=1&since=${dayOf(date, 0)}T00:00:00Z`);
	const blanks = rowsOf(patients).flatMap(({ middle_name }) =>
		middle_name === null || middle_name === '' ? [middle_name] : [],
	);
	const first = rowsOf(appointments).at(0);
	return {
		envelope: envelopeOf(patients.json),
		nextLink: nextLinkOf(appointments.json),
		ids: idForm(rowsOf(patients), rowsOf(appointments)),
		stampForm: stampForm(patients),
		state: either(stateForm(patients), 'code', 'name'),
		emptyText: either(blanks.length > 0 ? blanks[0] === '' : undefined, 'blank', 'null'),
		tags: tagForm(rowsOf(documents).map(({ metatags }) => metatags)),
		decimals: decimalForm([patients, items], rowsOf(items).at(0)?.price),
		moreFields: either(first && 'is_telehealth' in first, 'yes', 'no'),
		appointmentsPage: pageSizes(appointments, verbose),
		wideRange: either(
			wide.status === 400 || wide.status === 200 ? wide.status === 400 : undefined,
			'refused',
			'empty',
		),
		sinceSuffix: either(
			zoned.status === 400 || zoned.status === 200 ? zoned.status === 400 : undefined,
			'refused',
			'ignored',
		),
	};
}

function envelopeOf(page: Json): string {
	if (isJsonArray(page)) return 'none';
	return ['results', 'data'].find((name) => isJsonObject(page) && name in page) ?? 'unknown';
}

function nextLinkOf(page: Json): string {
	if (!isJsonObject(page) || typeof page.next !== 'string') return 'unknown';
	const { searchParams } = new URL(page.next, 'https://drchrono.com');
	return ['cursor', 'page'].find((name) => searchParams.has(name)) ?? 'unknown';
}

/** Types of the IDs of patients and of appointments, and what they are called. */
const ID_FORMS: Readonly<Partial<Record<string, string>>> = {
	'number string': 'contract',
	'number number': 'numbers',
	'string string': 'texts',
};

const idForm = (...lists: ReadonlyArray<readonly JsonObject[]>): string =>
	ID_FORMS[lists.map((rows) => typeof rows.at(0)?.id).join(' ')] ?? 'unknown';

/** Sizes of full pages: without a next page nobody can tell. */
function pageSizes(...pages: readonly Reply[]): string {
	const full = pages.every(({ json }) => isJsonObject(json) && typeof json.next === 'string');
	return full ? pages.map((page) => rowsOf(page).length).join('/') : 'unknown';
}

/** The findings as lines: question, answer in words. They name no record. */
export function inWords(findings: Findings): string {
	return Object.entries(findings)
		.map(([name, answer]) => {
			const doubt = Object.entries(DOUBTS).find(([one]) => one === name)?.[1];
			const words = Object.entries(doubt?.answers ?? {}).find(([one]) => one === answer)?.[1];
			return `${name}: ${doubt?.question ?? name}\n    ${answer}${words === undefined ? '' : ` (${words})`}`;
		})
		.join('\n');
}
