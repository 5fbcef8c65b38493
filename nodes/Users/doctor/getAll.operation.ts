import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { pageSize, pagingProperties, take, wanted } from '../../shared/operation/paging';
import { doctorOutput, doctorSimplified } from './output';

export const getAllDoctors = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many doctors',
	description: 'List the doctors of the practice group and their IDs',
	simplified: doctorSimplified,
	properties: [...pagingProperties, ...doctorOutput, optionsCollection()],
	execute: ({ api, params }) => {
		const count = wanted(params);
		return take(count, api.list('/api/doctors', { page_size: pageSize(count) }));
	},
});
