import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { defineOperation, property } from '../../shared/operation';
import { optionsCollection, verbose, verboseQuery } from '../../shared/options';
import { pageSize, pagingProperties, take, wanted } from '../../shared/paging';
import { patientFilters } from '../fields';
import { patientOutput, patientSimplified, withoutBlanks } from '../record';

export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many patients',
	description: 'Retrieve a list of patients, or search them',
	simplified: patientSimplified,
	properties: [
		...pagingProperties,
		property({
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [...patientFilters, optionalDoctorLocator].sort((a, b) =>
				a.displayName.localeCompare(b.displayName),
			),
		}),
		...patientOutput,
		optionsCollection(verbose),
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
