import { changedSince, wholeNumber } from '../shared/fields/kinds';
import { textOf } from '../shared/messages/words';
import { crud } from '../shared/operation/crud';

export const lineItemDeletion = crud({
	path: 'line_item_deletions',
	one: 'line item deletion',
	many: 'line item deletions',
	operations: {
		getAll: 'List which line items were deleted, and when, to keep another system in step',
	},
	readOnly: [],
	filters: {
		appointment_id: wholeNumber({
			label: 'Appointment ID',
			least: 1,
			initial: 1,
			about: 'Only line items deleted from this appointment, by its ID',
		}),
		since: { ...changedSince('deletions'), description: 'Only deletions at this time or later' },
	},
	simplified: ['billing_line_item_id', 'appointment_id', 'created_at'],
	title: ({ billing_line_item_id: id }) => textOf(id),
	eg: '410001',
});
