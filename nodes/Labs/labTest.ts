import { amount, choice, date, longText, needed, text } from '../shared/fields/kinds';
import { labTests } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';
import { resultStatuses } from './choices';
import { labOrder, withinOrder } from './fields';

export const labTest = crud({
	...labTests,
	path: 'lab_tests',
	one: 'lab test',
	many: 'lab tests',
	operations: {
		create: 'Add a test to an order',
		createMany: 'Add a test for each input item',
		delete: 'Take a test out of its order',
		get: 'Look up one test',
		getAll: 'List tests, of one order or of all',
		update: 'Change a test, such as its status or its specimen',
	},
	fields: {
		lab_order: needed(labOrder('The order that the test belongs to')),
		code: text({ eg: '2345-7', about: 'The code by which the lab knows the test' }),
		collection_date: date({ about: 'When the specimen was collected' }),
		description: text(),
		internal_notes: longText({ about: 'What the lab reads' }),
		name: text({ eg: 'Glucose' }),
		report_notes: longText({ about: 'What is copied onto the results; the lab does not read it' }),
		specimen_condition: text(),
		specimen_source: text({ eg: 'Blood' }),
		specimen_total_volume: amount(),
		status: choice(resultStatuses),
	},
	readOnly: ['id'],
	filters: {
		doctor: doctor('Only tests that this doctor ordered'),
		order: labOrder('Only tests of this order'),
	},
	simplified: [
		...['id', 'lab_order', 'name', 'code', 'status', 'collection_date', 'specimen_source'],
		...['description', 'report_notes'],
	],
	within: withinOrder,
});
