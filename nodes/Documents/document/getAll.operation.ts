import { withoutBlanks } from '../../shared/input/blanks';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { optionalPatientLocator } from '../../shared/locators/patient';
import { defineOperation, property } from '../../shared/operation/operation';
import { officeTimeZone, listOptions } from '../../shared/operation/options';
import { pageSize, pagingProperties, take, wanted } from '../../shared/operation/paging';

export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many documents',
	description: 'List documents, of one patient for example. Download gives their files.',
	properties: [
		...pagingProperties,
		property({
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{
					displayName: 'Changed Since',
					name: 'since',
					type: 'dateTime',
					default: '',
					description: 'Only documents filed or changed at this time or later',
				},
				{ ...optionalDoctorLocator, description: 'Only documents filed under this doctor' },
				{ ...optionalPatientLocator, description: 'Only documents of this patient' },
			],
		}),
		listOptions(officeTimeZone),
	],
	execute: ({ api, params }) => {
		const count = wanted(params);
		const query = { ...withoutBlanks(params.filters), page_size: pageSize(count) };
		return take(count, api.list('/api/documents', query));
	},
});
