import { withoutBlanks } from '../../shared/input/blanks';
import { defineOperation, property } from '../../shared/operation/operation';
import { officeTimeZone, listOptions, verboseQuery } from '../../shared/operation/options';
import { pageSize, pagingProperties, take, wanted } from '../../shared/operation/paging';
import { patientFilters, patientSimplified } from './fields';
import { patientOutput, verbosePatient } from './record';

export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many patients',
	description: 'List patients: every one, or those the filters name',
	simplified: patientSimplified,
	properties: [
		...pagingProperties,
		property({
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: patientFilters,
		}),
		...patientOutput,
		listOptions(officeTimeZone, verbosePatient),
	],
	execute: ({ api, params }) => {
		const count = wanted(params);
		const query = {
			...withoutBlanks(params.filters),
			...verboseQuery(params.options),
			page_size: pageSize(count),
		};
		return take(count, api.list('/api/patients', query));
	},
});
