import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { SEARCH, type Field, type ListSearch } from '../fields/field';
import { shown, type About } from '../fields/kinds';
import { searchByName } from './locator';

/** A list of DrChrono's that a record is picked from by its name, or named by its ID. */
export interface RecordList {
	/** Its path, `/api/doctors`. */
	readonly target: string;
	/** What one record is called, with its article: `a doctor`. */
	readonly one: string;
	/** The name under which a node offers the search to n8n's editor: `searchDoctors`. */
	readonly method: string;
	/** How a record reads in the list. */
	readonly title: (record: IDataObject) => string;
	/** An ID of the kind that the list has. */
	readonly eg: string;
	/** Where somebody finds the ID. */
	readonly hint?: string;
	/** What narrows the list, from what is chosen elsewhere in the form. */
	readonly query?: (functions: ILoadOptionsFunctions) => IDataObject;
	/** In place of the search by name. */
	readonly search?: ListSearch;
}

/** The field that picks a record of a list. Required fields say so with `needed`. */
export function recordLocator(list: RecordList, label: string, about: Omit<About, 'label'> = {}) {
	const { target, one, method, title, eg, hint, query } = list;
	const noun = one.replace(/^an? /, '');
	return {
		...shown(about),
		displayName: label,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Choose ${one}…`,
				typeOptions: { searchListMethod: method, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${eg}`,
				...(hint !== undefined && { hint }),
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '[0-9]+',
							errorMessage: `The ID of ${one} is a whole number, such as ${eg}`,
						},
					},
				],
			},
		],
		[SEARCH]:
			list.search ??
			searchByName(target, (record) => title(record) || `${noun} without a name`, query),
	} as const satisfies Field;
}
