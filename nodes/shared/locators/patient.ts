import type { IDataObject } from 'n8n-workflow';
import { SEARCH } from '../fields/field';
import { property } from '../operation/operation';
import { textOf } from '../messages/words';
import { listSearch, searchPage } from './locator';

/**
 * Patients by name, the way people write names: "Doe", "Jane Doe", "Doe, Jane", or by chart ID. One
 * word is tried as a last name; if nobody has it, as a first name.
 */
export const searchPatients = listSearch(async (functions, filter, next) => {
	const [query, otherwise] = patientQueries(filter);
	const found = await searchPage(functions, '/api/patients', query, next, patientName);
	return found.results.length === 0 && otherwise && !next
		? await searchPage(functions, '/api/patients', otherwise, undefined, patientName)
		: found;
});

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
			hint: 'The number at the end of the address of the chart in your browser. It is not the chart ID.',
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
			placeholder: 'e.g. https://app.drchrono.com/patients/65765544',
			hint: 'Open the chart in DrChrono and copy the address from your browser',
			extractValue: { type: 'regex', regex: 'https?://[^/]+/patients/([0-9]+)' },
			validation: [
				{
					type: 'regex',
					properties: {
						regex: 'https?://[^/]+/patients/([0-9]+).*',
						errorMessage:
							'The address of a chart looks like https://app.drchrono.com/patients/65765544',
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
	const typed = filter.trim();
	if (typed === '') return [{}];
	if (/^[a-z]{4}[0-9]{6}$/i.test(typed)) return [{ chart_id: typed.toUpperCase() }];
	const [last, first] = typed.split(',').map((part) => part.trim());
	if (first) return [{ last_name: last, first_name: first }];
	const names = last.split(/\s+/);
	if (names.length === 1) return [{ last_name: last }, { first_name: last }];
	return [
		{ first_name: names[0], last_name: names.slice(1).join(' ') },
		{ last_name: names.join(' ') },
	];
}

function patientName({ first_name, last_name, date_of_birth, chart_id }: IDataObject): string {
	const name = [last_name, first_name].map(textOf).filter(Boolean).join(', ') || 'No name';
	return [name, textOf(date_of_birth), textOf(chart_id)].filter(Boolean).join(' · ');
}
