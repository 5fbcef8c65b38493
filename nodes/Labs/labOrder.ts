import { changedSince, choice, longText, needed, rows, text } from '../shared/fields/kinds';
import { labOrders, labVendors } from '../shared/locators/lookups';
import { doctor, patient } from '../shared/locators/people';
import { recordLocator } from '../shared/locators/record';
import { crud } from '../shared/operation/crud';
import { transmissions } from './choices';

const readOnly = ['id', 'documents', 'requisition_id', 'timestamp'];
const simplified = [
	...['id', 'patient', 'doctor', 'sublab', 'status', 'priority', 'timestamp', 'requisition_id'],
	...['icd10_codes', 'notes'],
];
const fields = {
	patient: needed(patient('Whose specimen is tested')),
	doctor: needed(doctor('Who orders it')),
	sublab: needed(recordLocator(labVendors, 'Lab Vendor', { about: 'The lab that does the tests' })),
	accession_number: text({ about: 'The lab’s own number for the specimen' }),
	external_requisition_id: text({
		label: 'External Requisition ID',
		about: 'The number of an order that was made outside DrChrono',
	}),
	icd10_codes: rows(
		{ code: { ...text({ eg: 'E11.9' }), required: true } },
		{ row: 'Diagnosis', label: 'Diagnoses (ICD-10)', about: 'What the tests are about' },
	),
	notes: longText(),
	priority: choice({ N: 'Normal', S: 'STAT' }),
	status: choice(transmissions, { about: 'How far it is on its way to the lab' }),
};

export const labOrder = crud({
	...labOrders,
	path: 'lab_orders',
	one: 'lab order',
	many: 'lab orders',
	operations: {
		create: 'Order tests from a lab. Which tests, Lab Test → Create says.',
		createMany: 'Make an order of each input item',
		delete: 'Delete an order',
		get: 'Look up one order',
		getAll: 'List orders. For those of one patient use Lab Order Summary.',
		update: 'Change an order, such as its status',
	},
	fields,
	readOnly,
	filters: { doctor: doctor('Only orders of this doctor'), since: changedSince('orders') },
	simplified,
	fixed: ['patient'],
});

export const labOrderSummary = crud({
	...labOrders,
	path: 'lab_orders_summary',
	one: 'lab order summary',
	many: 'lab order summaries',
	operations: {
		get: 'Look up one order with the permission Clinical: Read alone. It can only be read.',
		getAll: 'List the orders of one patient or of all, with the permission Clinical: Read alone',
	},
	readOnly: [...readOnly, ...Object.keys(fields)],
	filters: {
		doctor: doctor('Only orders of this doctor'),
		patient: patient('Only orders for this patient'),
		since: changedSince('orders'),
	},
	simplified,
});
