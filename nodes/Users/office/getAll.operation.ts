import { withoutBlanks } from '../../shared/input/blanks';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection, verboseQuery } from '../../shared/operation/options';
import { pageSize, pagingProperties, take, wanted } from '../../shared/operation/paging';
import { officeOutput, officeSimplified, verboseOffice } from './output';

export const getAllOffices = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many offices',
	description: 'List the offices of the practice, their exam rooms and their IDs',
	simplified: officeSimplified,
	properties: [
		...pagingProperties,
		property({
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{ ...optionalDoctorLocator, description: 'Only offices that belong to this doctor' },
			],
		}),
		...officeOutput,
		optionsCollection(verboseOffice),
	],
	execute: ({ api, params }) => {
		const { filters, options } = params;
		const count = wanted(params);
		const query = {
			...withoutBlanks(filters),
			...verboseQuery(options),
			page_size: pageSize(count),
		};
		return take(count, api.list('/api/offices', query));
	},
});
