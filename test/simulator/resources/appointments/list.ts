import { DateTime } from 'luxon';

import { type Row, text } from '../../collection';
import { badRequest, forbidden } from '../../errors';
import { type Filter, equals, idEquals, notBefore, onDate, rowTests } from '../../filters';
import type { Texts } from '../../json';
import { scopeAllows } from '../../oauth/scopes';
import { pageOfSorted, pageSize } from '../../paging';
import { listAnswer } from '../../listAnswer';
import { type CollectionResource, present } from '../../resourceRoutes';
import type { Answer, Call } from '../../route';
import { isDate } from '../../time';
import { virtualRows } from './virtual';

const MAXIMUM_RANGE_DAYS = 190;

/** How far series are followed where a query names no last day, in days. */
const HORIZON_DAYS = 365;

const DATE_PARAMETERS = ['since', 'occurred_since', 'date', 'date_range'];

const isTrue = (value: string | undefined) => ['true', 'True', '1'].includes(value ?? '');

const daysBetween = (first: string, last: string) =>
	DateTime.fromISO(last, { zone: 'utc' }).diff(DateTime.fromISO(first, { zone: 'utc' }), 'days')
		.days;

/** @throws {ApiError} 400 for what is not `2021-02-17/2021-02-24`, or too long */
function rangeOf(value: string): [string, string] {
	const [, first = '', last = ''] = /^([^/]+)\/([^/]+)$/.exec(value) ?? [];
	if (!isDate(first) || !isDate(last)) {
		throw badRequest({ date_range: ['Enter a valid date range.'] });
	}
	if (daysBetween(first, last) > MAXIMUM_RANGE_DAYS) {
		throw badRequest({ date_range: [`The range is longer than ${MAXIMUM_RANGE_DAYS} days.`] });
	}
	return [first, last];
}

const inRange: Filter = (value) => {
	const [first, last] = rangeOf(value);
	return (row) => {
		const date = text(row, 'scheduled_time').slice(0, 10);
		return date >= first && date <= last;
	};
};

const filters = {
	since: notBefore('updated_at'),
	occurred_since: notBefore('scheduled_time'),
	date: onDate('scheduled_time'),
	date_range: inRange,
	doctor: idEquals('doctor'),
	office: idEquals('office'),
	patient: idEquals('patient'),
	status: equals('status'),
};

/** The days on which a query shows the days of series; it shows none for `since`. */
function virtualDays({ date, date_range, occurred_since }: Texts): [string, string] | undefined {
	if (date) return [date, date];
	if (date_range) return rangeOf(date_range);
	if (!occurred_since) return undefined;
	const first = DateTime.fromISO(occurred_since.slice(0, 10), { zone: 'utc' });
	return [first, first.plus({ days: HORIZON_DAYS })].map((day) => day.toFormat('yyyy-MM-dd')) as [
		string,
		string,
	];
}

/** Of a day of a series the number of the series. */
const baseNumber = ({ id, base_recurring_appointment: base }: Row) =>
	Number(base ?? String(id).split('_').pop());

/** Plain comparisons, since a whole year is sorted for every page. */
function byTime(a: Row, b: Row): number {
	const [one, other] = [text(a, 'scheduled_time'), text(b, 'scheduled_time')];
	if (one !== other) return one < other ? -1 : 1;
	return baseNumber(a) - baseNumber(b);
}

/** Everything that the query asks for, in the order of the calendar [spec]. */
function matching(call: Call): Row[] {
	const { query, practice, token, view } = call;
	// Without the scope the list is empty, and not a 403 [obs].
	if (!scopeAllows(token.scopes, 'calendar', 'GET')) {
		if (practice.store.doubts.withoutCalendar === 'refused') throw forbidden();
		return [];
	}
	const tests = rowTests(filters, query);
	const collection = practice.store.collection('appointments');
	const scanned =
		view === 'stale'
			? collection.scanStale()
			: collection.scan({ direction: 'after', sequence: 0 });
	const rows = Array.from(scanned, ({ row }) => row);
	const days = isTrue(query.ignore_virtual) ? undefined : virtualDays(query);
	const virtual = days
		? collection.find('series', 'yes').flatMap((base) => virtualRows(practice.store, base, ...days))
		: [];
	return [...rows, ...virtual]
		.filter((row) => isTrue(query.show_archived) || row.deleted_flag !== true)
		.filter((row) => tests.every((test) => test(row)))
		.sort(byTime);
}

/** Whether a query is over more days than are answered, and that is no reason to refuse it [obs]. */
function tooWide({ query, practice }: Call): boolean {
	if (practice.store.doubts.wideRange !== 'empty') return false;
	const [first, last = ''] = (query.date_range ?? '').split('/');
	return isDate(first) && isDate(last) && daysBetween(first, last) > MAXIMUM_RANGE_DAYS;
}

/** The list of appointments: one of the date parameters must be there. @throws {ApiError} 400 */
export function listAppointments(resource: CollectionResource, call: Call): Answer {
	const { query, practice } = call;
	if (!DATE_PARAMETERS.some((name) => query[name])) {
		throw badRequest(['Either since, occurred_since, date or date_range must be specified.']);
	}
	const { doubts } = practice.store;
	const collection = practice.store.collection('appointments');
	const stale = doubts.staleLists === 'once' && collection.changedSinceListed;
	const rows = tooWide(call) ? [] : matching(stale ? { ...call, view: 'stale' } : call);
	if (call.view === 'fresh') collection.listed();
	// Pages are small here, and reports disagree how small [conflict].
	const [plain, verbose] = doubts.appointmentsPage.split('/').map(Number);
	const maximum = isTrue(query.verbose) ? verbose : plain;
	const size = pageSize(query.page_size, Math.min(practice.settings.pageSize, maximum));
	const page = pageOfSorted(rows, call, size, doubts);
	const shown = page.rows.map((row) => present(resource, collection.whole(row), call));
	return listAnswer({ ...page, shown }, doubts);
}
