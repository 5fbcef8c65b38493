import { choice, dateTime, longText, needed, orNotSet, text, yesNo } from '../shared/fields/kinds';
import { labDocuments, labTests, line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { recordLocator } from '../shared/locators/record';
import { crud } from '../shared/operation/crud';
import { resultStatuses, vendorFlags } from './choices';
import { labOrder, withinOrder } from './fields';

export const labResult = crud({
	path: 'lab_results',
	one: 'lab result',
	many: 'lab results',
	operations: {
		create: 'Add a result to a test of an order. For a value in the chart use Chart Lab Result.',
		createMany: 'Add a result for each input item',
		delete: 'Delete a result',
		get: 'Read one result',
		getAll: 'List the results of orders',
		update: 'Change a result',
	},
	fields: {
		lab_test: needed(recordLocator(labTests, 'Lab Test', { about: 'The test that gave it' })),
		value: needed(text({ eg: '112' })),
		status: needed(choice(resultStatuses, { initial: 'F' })),
		test_performed: needed(dateTime({ about: 'When the test was done' })),
		document: needed(
			recordLocator(labDocuments, 'Lab Document', { about: 'The document that reports it' }),
		),
		abnormal_status: choice(orNotSet(vendorFlags), { about: 'How the value lies' }),
		comments: longText(),
		group_code: text({ about: 'By which results are grouped' }),
		is_abnormal: choice(
			{ true: 'Yes', false: 'No' },
			{ label: 'Abnormal', about: 'Whether DrChrono brings it to the doctor’s attention' },
		),
		normal_range: text({
			eg: '70 99',
			about: 'Of a numeric value: the lowest and the highest normal number with a blank between',
		}),
		observation_code: text({ eg: '3094-0' }),
		observation_description: text({ eg: 'Blood Urea Nitrogen (BUN)' }),
		specimen_received: dateTime(),
		unit: text({ eg: 'mg/dL' }),
		value_is_numeric: yesNo({ about: 'Whether the value is a number' }),
	},
	readOnly: ['id', 'lab_order'],
	filters: {
		doctor: doctor('Only results of tests that this doctor ordered'),
		order: labOrder('Only results of this order'),
	},
	simplified: [
		...['id', 'lab_order', 'lab_test', 'observation_description', 'value', 'unit'],
		...['abnormal_status', 'status', 'normal_range', 'test_performed'],
	],
	title: ({ observation_description, value, unit, test_performed }) =>
		line(observation_description, value, unit, test_performed),
	within: withinOrder,
	eg: '277001',
	hint: 'Lab Result → Get Many lists the IDs',
});
