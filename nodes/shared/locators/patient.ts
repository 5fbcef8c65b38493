import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';
import { SEARCH } from '../fields/field';
import { property } from '../operation/operation';
import { normalized } from '../input/text';
import { listSearch, searchPage } from './locator';
import { lastNameFirst, line } from './lookups';

/** A search that this package narrows further: see `furtherQueries`. */
interface FurtherQuery {
	readonly query: IDataObject;
	/** What a name must contain, all of it, however it is spelled. */
	readonly within?: string;
}

/**
 * Patients by name, the way people write names: "Doe", "Jane Doe", "Doe, Jane", "Mary Ann van der Berg", or
 * by chart ID. One word is tried as a last name; if nobody has it, as a first name; and so on, until
 * somebody is found.
 */
export const searchPatients = listSearch(async (functions, filter, next) => {
	const queries: FurtherQuery[] = [
		...patientQueries(filter).flatMap((query) => (query ? { query } : [])),
		...furtherQueries(filter),
	];
	for (const { query, within } of queries) {
		const page = await searchPage(functions, '/api/patients', query, next, patientName);
		const found = within === undefined ? page : { results: spelledLike(page.results, within) };
		if (found.results.length > 0 || next) return found;
	}
	return { results: [] };
});

/** Practices have hosts of their own, and older addresses say `patients`: `/chart/1001/summary`, `/patients/1001`. */
const CHART_ADDRESS =
	'(?:https?://)?[^/\\s]+/+(?:[Cc]hart|[Pp]atients)/+([0-9]+)(?=[/?#&\\s,;.>)"\']|$)';

export const patientLocator = property({
	displayName: 'Patient',
	name: 'patientId',
	type: 'resourceLocator',
	[SEARCH]: searchPatients,
	required: true,
	default: { mode: 'list', value: '' },
	description:
		'Type a last name, “Jane Doe”, “Doe, Jane” or a chart ID to find a patient in the list',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a patient…',
			typeOptions: { searchListMethod: 'searchPatients', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 65765544',
			hint: 'The number in the address of the chart in your browser. It is not the chart ID.',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '[0-9]+',
						errorMessage: 'A patient ID is a whole number, such as 65765544',
					},
				},
			],
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://app.drchrono.com/chart/65765544/summary',
			hint: 'Open the chart in DrChrono and copy the address from your browser',
			extractValue: { type: 'regex', regex: CHART_ADDRESS },
			validation: [
				{
					type: 'regex',
					properties: {
						regex: `\\s*${CHART_ADDRESS}.*`,
						errorMessage:
							'The address of a chart looks like https://app.drchrono.com/chart/65765544/summary',
					},
				},
			],
		},
	],
});

/** The same locator under the API's own name where a patient may be left out: filters, changes. */
export const optionalPatientLocator = property({
	...patientLocator,
	name: 'patient',
	required: undefined,
});

/** The query for what someone typed, and one to fall back on. */
export function patientQueries(filter: string): [IDataObject, IDataObject?] {
	const typed = normalized(filter);
	if (typed === '') return [{}];
	if (/^[a-z]{4}[0-9]{6}$/i.test(typed)) return [{ chart_id: typed.toUpperCase() }];
	const [last, first] = typed.split(',').map((part) => part.trim());
	if (first) return [{ last_name: last, first_name: first }];
	const names = last.split(' ');
	if (names.length === 1) return [{ last_name: last }, { first_name: last }];
	return [
		{ first_name: names[0], last_name: names.slice(1).join(' ') },
		{ last_name: names.join(' ') },
	];
}

/**
 * What else somebody may mean whom these do not find: first names of several words, the last name first,
 * and names that the chart spells with other quotes, hyphens, blanks or accents. They are looked up by a
 * word that cannot be misspelt: the longest of the name that is odd, and of all.
 */
export function furtherQueries(filter: string): FurtherQuery[] {
	const typed = normalized(filter);
	const names = typed.includes(',') ? [] : typed.split(' ');
	const split = names.slice(2).map((_, index) => ({
		query: {
			first_name: names.slice(0, index + 2).join(' '),
			last_name: names.slice(index + 2).join(' '),
		},
	}));
	const odd = typed.split(/[\s,]+/).find((name) => wordsOf(name).join() !== name.toLowerCase());
	const whole = names.length > 1 ? typed : '';
	const looked = new Set([odd ?? '', whole].flatMap((name) => longestOf(wordsOf(name)) ?? []));
	return [...split, ...[...looked].map((last_name) => ({ query: { last_name }, within: typed }))];
}

const longestOf = (words: readonly string[]): string | undefined =>
	[...words].sort((a, b) => b.length - a.length).at(0);

/** The words of a name, without accents, quotes, hyphens and capitals. */
const wordsOf = (name: string): string[] =>
	normalized(name)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[\s,'-]+/)
		.filter(Boolean);

type Results = INodeListSearchResult['results'];

/** Those in whose names every word is, however it is spelled. */
function spelledLike(results: Results, typed: string): Results {
	return results.filter(({ name }) => {
		const plain = wordsOf(name).join(' ');
		return wordsOf(typed).every((word) => plain.includes(word));
	});
}

function patientName(patient: IDataObject): string {
	return line(lastNameFirst(patient) || 'No name', patient.date_of_birth, patient.chart_id);
}
