import { changedSince, date, wholeNumber } from '../shared/fields/kinds';
import { line } from '../shared/locators/lookups';
import { chartFilters, inChart } from '../shared/locators/people';
import { crud } from '../shared/operation/crud';

export const prescriptionMessage = crud({
	path: 'prescription_messages',
	one: 'prescription message',
	many: 'prescription messages',
	operations: {
		get: 'Read one message',
		getAll:
			'List what went to and came from pharmacies, such as refill requests. A request is answered in DrChrono only.',
	},
	readOnly: ['json_data'],
	filters: {
		...chartFilters,
		created_at: date({ label: 'Created On', about: 'Only messages of this day' }),
		parent_message: wholeNumber({
			label: 'Parent Message ID',
			least: 1,
			initial: 1,
			about: 'Only answers to this message',
		}),
		since: changedSince('messages'),
	},
	simplified: [
		...['id', 'patient', 'doctor', 'message_type', 'message_direction', 'message_status'],
		...['pharmacy', 'parent_message', 'created_at'],
	],
	title: ({ message_type, message_status, created_at }) =>
		line(message_type, message_status, created_at),
	within: inChart.within,
	eg: '490001',
	hint: 'Prescription Message → Get Many lists the IDs',
});
