import { declare } from '../../shared/fields/field';
import { longText } from '../../shared/fields/kinds';
import { withoutBlanks } from '../../shared/input/blanks';
import { changedRecord } from '../../shared/input/records';
import type { Table } from '../../shared/operation/crud';
import { idOf, recordPath } from '../../shared/operation/crudParameters';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection, returnRecord } from '../../shared/operation/options';

const { doctor_comments } = declare({
	doctor_comments: longText({
		label: 'Comments',
		about: 'What the doctor says of the result. Left empty, what is there stays.',
	}),
});

/** Marks a result as seen by the doctor. */
export const signOff = (table: Table) =>
	defineOperation({
		value: 'signOff',
		name: 'Sign Off',
		action: 'Sign off chart lab result',
		description: 'Mark a result as seen by the doctor, with or without a comment',
		properties: [...table.chosen, property(doctor_comments), optionsCollection(returnRecord)],
		execute: async ({ api, params }) => {
			const comments = { doctor_comments: params.doctor_comments };
			const changes = withoutBlanks({ doctor_signoff: true, ...comments });
			const target = recordPath(table, params);
			await api.patch(target, changes);
			const changed = { id: idOf(table, params), ...changes };
			return await changedRecord(api, target, changed, params.options);
		},
	});
