import { changedSince } from '../shared/fields/kinds';
import { inventoryCategories } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const inventoryCategory = crud({
	...inventoryCategories,
	path: 'inventory_categories',
	one: 'inventory category',
	many: 'inventory categories',
	operations: {
		get: 'Look up one category',
		getAll: 'List the categories of the inventory. They are set up in DrChrono only.',
	},
	readOnly: ['created_at'],
	filters: { doctor: doctor('Only categories of this doctor'), since: changedSince('categories') },
	simplified: ['id', 'name', 'category_type', 'doctor', 'archived', 'updated_at'],
});
