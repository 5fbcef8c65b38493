import { withoutBlanks } from '../../shared/input/blanks';
import { optionalDoctorLocator } from '../../shared/locators/doctor';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { pageSize, pagingProperties, take, wanted } from '../../shared/operation/paging';
import { userOutput, userSimplified } from './output';

export const getAllUsers = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'List everybody with a login: doctors and staff',
	simplified: userSimplified,
	properties: [
		...pagingProperties,
		property({
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [{ ...optionalDoctorLocator, description: 'Only this doctor and their staff' }],
		}),
		...userOutput,
		optionsCollection(),
	],
	execute: ({ api, params }) => {
		const count = wanted(params);
		const query = { ...withoutBlanks(params.filters), page_size: pageSize(count) };
		return take(count, api.list('/api/users', query));
	},
});
