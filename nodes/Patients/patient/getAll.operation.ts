import { withoutBlanks } from '../../shared/input/blanks';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { defineOperation, property } from '../../shared/operation/operation';
import { officeTimeZone, optionsCollection, verboseQuery } from '../../shared/operation/options';
import { pageSize, pagingProperties, take, wanted } from '../../shared/operation/paging';
import { patientFilters } from './fields';
import { patientOutput, patientSimplified, verbosePatient } from './record';

export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many patients',
	description: 'List patients, all of them or those the filters name',
	simplified: patientSimplified,
	properties: [
		...pagingProperties,
		property({
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				...patientFilters,
				{ ...optionalDoctorLocator, description: 'Only patients of this doctor' },
			].sort((a, b) => a.displayName.localeCompare(b.displayName)),
		}),
		...patientOutput,
		optionsCollection(officeTimeZone, verbosePatient),
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
