import { DateTime } from 'luxon';

import { type Row, text } from '../collection';
import { badRequest } from '../errors';
import type { JsonObject, Texts } from '../json';
import type { Call, Resource } from '../route';
import { isDate } from '../time';
import { bookedOn } from './appointments/rules';

const STEP_MINUTES = 15;
const DEFAULT_MINUTES = 30;

const at = (date: string, time: string) => DateTime.fromISO(`${date}T${time}`, { zone: 'utc' });

/** @throws {ApiError} 400 */
function daysOf({ date, date_range }: Texts): string[] {
	const [first = '', last = first] = (date_range ?? date ?? '').split('/');
	if (!isDate(first) || !isDate(last)) {
		throw badRequest({ date: ['Either date or date_range must be specified.'] });
	}
	const days: string[] = [];
	for (let day = at(first, '00:00'); day <= at(last, '00:00'); day = day.plus({ days: 1 })) {
		days.push(day.toFormat('yyyy-MM-dd'));
	}
	return days;
}

interface Place {
	readonly doctor: Row;
	readonly office: Row;
	readonly minutes: number;
}

/** Free times of one doctor in one office on one day, in steps of a quarter of an hour. */
function freeSlots(call: Call, date: string, { doctor, office, minutes }: Place): JsonObject[] {
	if (at(date, '00:00').weekday > 5) return [];
	const booked = bookedOn(call.practice.store, date)
		.filter((row) => text(row, 'doctor') === String(doctor.id))
		.map((row) => {
			const start = DateTime.fromISO(text(row, 'scheduled_time'), { zone: 'utc' });
			return { start, end: start.plus({ minutes: Number(row.duration) }) };
		});
	const slots: JsonObject[] = [];
	const closing = at(date, text(office, 'end_time'));
	let start = at(date, text(office, 'start_time'));
	for (; start.plus({ minutes }) <= closing; start = start.plus({ minutes: STEP_MINUTES })) {
		const end = start.plus({ minutes });
		const free = booked.every((one) => one.end <= start || one.start >= end);
		if (!free) continue;
		slots.push({
			scheduled_time: start.toFormat("yyyy-MM-dd'T'HH:mm:ss"),
			duration: minutes,
			doctor: doctor.id,
			office: office.id,
		});
	}
	return slots;
}

/** Free slots. The OpenAPI names the parameters, but no schema: this shape is a guess. */
function list(call: Call) {
	const { query, practice } = call;
	const { store } = practice;
	const minutes = Number(query.duration ?? DEFAULT_MINUTES);
	const doctors = store.doctors.all().filter(({ id }) => !query.doctor || query.doctor === `${id}`);
	const offices = store.offices.all().filter(({ id }) => !query.office || query.office === `${id}`);
	const slots = daysOf(query).flatMap((date) =>
		doctors.flatMap((doctor) =>
			offices.flatMap((office) => freeSlots(call, date, { doctor, office, minutes })),
		),
	);
	return { status: 200, json: { previous: null, [store.doubts.envelope]: slots, next: null } };
}

export const availability: Resource = {
	routes: [
		{
			method: 'GET',
			path: '/api/availability',
			scope: 'calendar',
			permission: 'scheduling',
			handle: list,
		},
	],
};
