import { listed } from '../../shared/fields/field';
import { yesNo } from '../../shared/fields/kinds';
import { withoutBlanks } from '../../shared/input/blanks';
import { ParameterIssue } from '../../shared/input/parameters';
import { fieldsCollection } from '../../shared/input/records';
import { appointment } from '../../shared/locators/visits';
import { textOf } from '../../shared/messages/words';
import type { Table } from '../../shared/operation/crud';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { formOf, MultipartForm } from '../../shared/transport/form';

/** Unlike other records, a signature is changed at the address of the list, with its ID in the query. */
export const update = (table: Table) =>
	defineOperation({
		value: 'update',
		name: 'Update',
		action: 'Update signed consent form',
		description: 'Put a signature out of use, or move it to another appointment',
		properties: [
			...table.chosen,
			fieldsCollection(
				{ name: 'updateFields', displayName: 'Update Fields' },
				listed({
					appointment: appointment('The appointment that it shall belong to'),
					archived: yesNo({ about: 'Whether the signature is out of use' }),
				}),
			),
			optionsCollection(),
		],
		execute: async ({ api, params }) => {
			const changes = withoutBlanks(params.updateFields);
			if (Object.keys(changes).length === 0) {
				throw new ParameterIssue('has no field. Add the fields to change', ['Update Fields']);
			}
			const id = Number(textOf((params as Readonly<Record<string, unknown>>)[table.id]));
			await api.patch(table.target, new MultipartForm(formOf({ id, ...changes })), { id });
			return { id, ...changes };
		},
	});
