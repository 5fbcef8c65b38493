import type { CollectionDefinition, Row } from '../../collection';
import { notFound } from '../../errors';
import type { Store } from '../../store';
import { instanceId, isSeries, occurrence, occurrenceDays } from './recurrence';

/** Which days of series have got a record of their own, by the virtual ID. */
export const materialized: CollectionDefinition = { name: 'materialized_appointments' };

const VIRTUAL_ID = /^(?:(\d{4})-?(\d{2})-?(\d{2})_(\d+)|(\d+)_(\d{4}-\d{2}-\d{2}))$/;

/** The day of a series that an ID of this writing names. */
function dayNamed(id: string, { doubts }: Store): { date: string; base: string } | undefined {
	const [, year, month, day, behind = '', before = '', last = ''] = VIRTUAL_ID.exec(id) ?? [];
	const date = last || [year, month, day].join('-');
	const base = before || behind;
	return id === instanceId(base, date, doubts) ? { date, base } : undefined;
}

/** The days of a series that have no record of their own yet. */
export function virtualRows(store: Store, base: Row, first: string, last: string): Row[] {
	if (!isSeries(base) || base.deleted_flag === true) return [];
	const own = store.collection(materialized.name);
	return occurrenceDays(base, first, last)
		.map((date) => occurrence(base, date, store.doubts))
		.filter(({ id }) => own.get(id) === undefined);
}

/** A record or a day of a series by its ID. @throws {ApiError} 404 */
export function requireAppointment(store: Store, id: string): Row {
	const appointments = store.collection('appointments');
	const row = appointments.get(recordId(store, id));
	if (row) return row;
	const named = dayNamed(id, store);
	const base = named && appointments.get(named.base);
	const virtual = base && virtualRows(store, base, named.date, named.date)[0];
	if (!virtual) throw notFound();
	return virtual;
}

/** The ID of the record that is about to be changed: a day of a series gets one of its own first. */
export function materialize(store: Store, id: string): string {
	const row = requireAppointment(store, id);
	if (!dayNamed(String(row.id), store)) return String(row.id);
	const { id: virtualId, ...fields } = row;
	const record = store.collection('appointments').insert(fields);
	store.collection(materialized.name).seed({ id: virtualId, appointment: record.id });
	return String(record.id);
}

function recordId(store: Store, id: string): string {
	return String(store.collection(materialized.name).get(id)?.appointment ?? id);
}
