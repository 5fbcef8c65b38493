import { needed, text } from '../shared/fields/kinds';
import { labVendors } from '../shared/locators/lookups';
import { crud } from '../shared/operation/crud';

export const labVendor = crud({
	...labVendors,
	path: 'sublabs',
	one: 'lab vendor',
	many: 'lab vendors',
	operations: {
		create: 'Set up a lab that orders can be sent to',
		createMany: 'Set up a lab for each input item',
		delete: 'Delete a lab',
		get: 'Look up one lab',
		getAll: 'List the labs that orders can be sent to, and their IDs',
		update: 'Change the name or the code of a lab',
	},
	fields: {
		name: needed(text({ eg: 'Example Lab, Springfield' })),
		facility_code: needed(text({ eg: 'EXL01', about: 'By which orders and results name the lab' })),
	},
	readOnly: ['id', 'vendor_name'],
	simplified: ['id', 'name', 'vendor_name', 'facility_code'],
});
