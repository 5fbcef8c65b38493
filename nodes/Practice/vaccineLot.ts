import {
	amount,
	changedSince,
	choice,
	date,
	longText,
	needed,
	text,
	wholeNumber,
	yesNo,
} from '../shared/fields/kinds';
import { inventoryCategories, vaccineLots } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { recordLocator } from '../shared/locators/record';
import { crud } from '../shared/operation/crud';

const statuses = { active: 'Active', inactive: 'Inactive', archived: 'Archived', voided: 'Voided' };

export const vaccineLot = crud({
	...vaccineLots,
	path: 'inventory_vaccines',
	one: 'vaccine lot',
	many: 'vaccine lots',
	operations: {
		create: 'Add a lot of a vaccine to the inventory. DrChrono lets nobody change it afterwards.',
		createMany: 'Add a lot for each input item',
		get: 'Look up one lot, and how much of it is left',
		getAll: 'List the lots in the inventory, and how much of each is left',
	},
	fields: {
		name: needed(text({ label: 'Vaccine', eg: 'Influenza, seasonal, injectable' })),
		manufacturer_code: needed(text({ eg: 'EXA', about: 'The MVX code of who makes it' })),
		doctor: needed(doctor('Whose inventory it is')),
		category: recordLocator(inventoryCategories, 'Category', {}),
		cost: amount({ about: 'What the practice pays' }),
		cvx_code: text({ eg: '141' }),
		expiry: date({ label: 'Expires On' }),
		lot_number: text({ eg: 'L0042' }),
		manufacturer: text(),
		note: longText(),
		original_quantity: wholeNumber({ about: 'How many doses there were to start with' }),
		price: amount({ about: 'What the patient pays' }),
		price_with_tax: amount(),
		sales_tax_applicable: yesNo({ label: 'Taxed', about: 'Whether sales tax is added' }),
		status: choice(statuses),
		vaccination_type: text({ eg: 'standard vaccine' }),
	},
	readOnly: ['id', 'created_at', 'current_quantity', 'updated_at'],
	filters: {
		cvx_code: text({ eg: '141', about: 'Only lots of this vaccine' }),
		doctor: doctor('Only lots of this doctor'),
		since: changedSince('lots'),
		status: choice(statuses),
	},
	simplified: [
		...['id', 'name', 'lot_number', 'expiry', 'current_quantity', 'original_quantity', 'status'],
		...['cvx_code', 'manufacturer', 'doctor'],
	],
});
