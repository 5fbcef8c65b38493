import { appointmentLocator } from '../../shared/locators/appointment';
import { textOf } from '../../shared/messages/words';
import type { Table } from '../../shared/operation/crud';
import { recordPath } from '../../shared/operation/crudParameters';
import { defineOperation, property } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';

const forAppointment = property({
	...appointmentLocator,
	name: 'appointment',
	description: 'The appointment that the patient signs the form for',
});

interface Assignment {
	readonly value: string;
	readonly name: string;
	readonly action: string;
	readonly description: string;
	/** What comes out says that it is so. */
	readonly done: string;
	/** The last part of its path. */
	readonly last: string;
}

/** The contract does not say where the appointment is told, so it is told in the query and in the body. */
function assignment(table: Table, { last, done, ...what }: Assignment) {
	return defineOperation({
		...what,
		properties: [...table.chosen, forAppointment, optionsCollection()],
		execute: async ({ api, params }) => {
			const { appointment: id } = params;
			const target = `${recordPath(table, params)}/${last}`;
			const told = { appointment: id };
			await api.request({ method: 'POST', target, query: told, body: told });
			const form = textOf((params as Readonly<Record<string, unknown>>)[table.id]);
			return { consent_form: Number(form), appointment: id, [done]: true };
		},
	});
}

export const apply = (table: Table) =>
	assignment(table, {
		value: 'apply',
		name: 'Apply',
		action: 'Apply consent form to appointment',
		description: 'Ask the patient to sign the form for an appointment',
		done: 'applied',
		last: 'apply_to_appointment',
	});

export const unapply = (table: Table) =>
	assignment(table, {
		value: 'unapply',
		name: 'Unapply',
		action: 'Unapply consent form from appointment',
		description: 'Take the form off an appointment again',
		done: 'unapplied',
		last: 'unapply_from_appointment',
	});
