import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import {
	LOAD,
	READ,
	SEARCH,
	type Field,
	type ListSearch,
	type Load,
	type Read,
} from '../fields/field';
import { shown, type About } from '../fields/kinds';
import { ParameterIssue } from '../input/parameters';
import { textOf } from '../messages/words';
import { optionsOf, searchByName } from './locator';

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

/** The value of a choice in which nothing is chosen yet. */
const NOTHING = 0;

/**
 * A choice of a record within a row, where n8n has room for a drop-down only: by name, or by an
 * expression that gives the ID, which is a number on the wire.
 */
export function recordChoice(list: RecordList, label: string) {
	const { target, one, method, title } = list;
	const load: Load = async function () {
		const records = await optionsOf(this, target, title);
		return [{ name: `Choose ${one}…`, value: NOTHING }, ...records];
	};
	const read: Read = (value, { displayName }) => {
		const id = textOf(value).trim();
		return /^0*[1-9]\d*$/.test(id)
			? Number(id)
			: new ParameterIssue(`is not chosen. Choose ${one}, or give the ID, a whole number`, [
					displayName,
				]);
	};
	return {
		displayName: `${label} Name or ID`,
		type: 'options',
		default: NOTHING,
		typeOptions: { loadOptionsMethod: method.replace('search', 'load') },
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		[LOAD]: load,
		[READ]: read,
	} as const satisfies Field;
}
