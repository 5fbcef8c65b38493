import { appointmentLocator } from '../../shared/locators/appointment';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection, returnRecord } from '../../shared/operation/options';
import { changeRecord } from '../../shared/input/records';
import { ParameterIssue, told } from '../../shared/input/parameters';
import { textOf } from '../../shared/messages/words';
import { path } from '../../shared/transport/urls';
import { appointment } from './fields';

/** In a list that begins with nothing, what stands for no status. */
const NO_STATUS = 'noStatus';

const shownIn = (version: number) => ({ displayOptions: { show: { '@version': [version] } } });

/** A node from before the list began with nothing goes on with Confirmed. */
const statusBefore = property({ ...appointment.status, ...shownIn(1) });

const status = property({
	...appointment.status,
	default: '',
	required: true,
	options: appointment.status.options.map(({ name, value }) => ({
		name,
		value: value || NO_STATUS,
	})),
	...shownIn(1.1),
});

export const setStatus = defineOperation({
	value: 'setStatus',
	name: 'Set Status',
	action: 'Set appointment status',
	description: 'Note where a visit stands, such as confirmed, checked in or complete',
	properties: [appointmentLocator, statusBefore, status, optionsCollection(returnRecord)],
	execute: async ({ api, node, params }) => {
		const { appointmentId: id, options } = params;
		const chosen = told(params.status, 'Status');
		// What an older node has as an empty text means No Status; what an expression leaves empty never clears.
		const isExpression = textOf(node.getNode().parameters.status).startsWith('=');
		if (isExpression && chosen === '') {
			throw new ParameterIssue(
				'is empty. To take the status away, choose No Status from the list',
				['Status'],
			);
		}
		const changes = { status: chosen === NO_STATUS ? '' : chosen };
		return await changeRecord(api, { target: path`/api/appointments/${id}`, id, changes }, options);
	},
});
