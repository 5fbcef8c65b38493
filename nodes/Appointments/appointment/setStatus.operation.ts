import { appointmentLocator } from '../../shared/locators/appointment';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection, returnRecord } from '../../shared/operation/options';
import { changeRecord } from '../../shared/input/records';
import { ParameterIssue, told } from '../../shared/input/parameters';
import { textOf } from '../../shared/messages/words';
import { path } from '../../shared/transport/urls';
import { appointment } from './fields';

export const setStatus = defineOperation({
	value: 'setStatus',
	name: 'Set Status',
	action: 'Set appointment status',
	description: 'Note where a visit stands, such as confirmed, checked in or complete',
	properties: [appointmentLocator, appointment.status, optionsCollection(returnRecord)],
	execute: async ({ api, node, params }) => {
		const { appointmentId: id, options } = params;
		const changes = { status: told(params.status, 'Status') };
		// From the list, No Status is meant; what an expression leaves empty never clears.
		const isExpression = textOf(node.getNode().parameters.status).startsWith('=');
		if (isExpression && changes.status === '') {
			throw new ParameterIssue(
				'is empty. To take the status away, choose No Status from the list',
				['Status'],
			);
		}
		return await changeRecord(api, { target: path`/api/appointments/${id}`, id, changes }, options);
	},
});
