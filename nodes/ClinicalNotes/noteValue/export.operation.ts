import { listed } from '../../shared/fields/field';
import { changedSince } from '../../shared/fields/kinds';
import { withoutBlanks } from '../../shared/input/blanks';
import { appointment } from '../../shared/locators/visits';
import { asyncList } from '../../shared/operation/asyncList';
import type { Table } from '../../shared/operation/crud';
import { filtersCollection } from '../../shared/operation/crudParameters';
import { defineOperation } from '../../shared/operation/operation';
import { listOptions, officeTimeZone } from '../../shared/operation/options';
import { pagingProperties, take, wanted } from '../../shared/operation/paging';
import { template } from '../noteFields';

/** DrChrono prepares at most this many values at once. */
const MAXIMUM_PAGE_SIZE = 20_000;

/** The asynchronous list: a page of it costs two requests and more, and holds eighty pages of Get Many. */
export const exportValues = (output: Table['output'], simplified: readonly string[]) =>
	defineOperation({
		value: 'export',
		name: 'Export',
		action: 'Export note values',
		description:
			'Read very many values with few requests: DrChrono prepares up to 20,000 at a time, which may take minutes',
		simplified,
		properties: [
			...pagingProperties,
			filtersCollection(
				listed({
					appointment: appointment('Only values in the note of this appointment'),
					clinical_note_template: template('Only values of this template’s fields'),
					since: changedSince('values'),
				}),
			),
			...output,
			listOptions(officeTimeZone),
		],
		execute: ({ api, params, node, itemIndex }) => {
			const count = wanted(params);
			const query = {
				...withoutBlanks(params.filters),
				order_by: 'id',
				page_size: Math.min(count, MAXIMUM_PAGE_SIZE),
			};
			const target = '/api/clinical_note_field_values_list';
			return take(count, asyncList({ api, node, itemIndex }, target, query));
		},
	});
