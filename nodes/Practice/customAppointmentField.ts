import { text } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { doctor } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const customAppointmentField = crud({
	path: 'custom_appointment_fields',
	one: 'custom appointment field',
	many: 'custom appointment fields',
	operations: {
		create: 'Set up a field of the practice’s own for every appointment',
		createMany: 'Set up a field for each input item',
		get: 'Look up one field',
		getAll: 'List the practice’s own fields of appointments, and their IDs',
		update: 'Rename or describe a field',
	},
	fields: {
		field_name: text({ label: 'Name', eg: 'Interpreter' }),
		field_desc: text({ label: 'Description', eg: 'The language that is spoken' }),
	},
	readOnly: ['created_at'],
	filters: { doctor: doctor('Only fields of this doctor’s appointments') },
	simplified: ['id', 'field_name', 'field_desc', 'order', 'doctor', 'archived', 'updated_at'],
	title: (record) => line(record.field_name),
	eg: '620001',
	hint: 'Custom Appointment Field → Get Many lists the IDs',
});
