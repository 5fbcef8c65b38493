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

const clockTime = (time: DateTime) => time.toFormat('HH:mm');

/** Free times of one doctor in one office on one day, in steps of a quarter of an hour. */
function freeTimes(call: Call, date: string, { doctor, office, minutes }: Place): JsonObject[] {
	if (at(date, '00:00').weekday > 5) return [];
	const booked = bookedOn(call.practice.store, date)
		.filter((row) => text(row, 'doctor') === String(doctor.id))
		.map((row) => {
			const start = DateTime.fromISO(text(row, 'scheduled_time'), { zone: 'utc' });
			return { start, end: start.plus({ minutes: Number(row.duration) }) };
		});
	const times: JsonObject[] = [];
	const closing = at(date, text(office, 'end_time'));
	let start = at(date, text(office, 'start_time'));
	for (; start.plus({ minutes }) <= closing; start = start.plus({ minutes: STEP_MINUTES })) {
		const end = start.plus({ minutes });
		const free = booked.every((one) => one.end <= start || one.start >= end);
		if (free) times.push({ start: clockTime(start), end: clockTime(end) });
	}
	return times;
}

/** What is open on one day: of each doctor and office a block with its free times [obs 2025-02]. */
function openSlots(call: Call, date: string): JsonObject[] {
	const { query, practice } = call;
	const { store } = practice;
	const minutes = minutesOf(query);
	const doctors = store.doctors.all().filter(({ id }) => !query.doctor || query.doctor === `${id}`);
	const offices = store.offices.all().filter(({ id }) => !query.office || query.office === `${id}`);
	return doctors.flatMap((doctor) =>
		offices.flatMap((office) => {
			const availability = freeTimes(call, date, { doctor, office, minutes });
			if (availability.length === 0) return [];
			const start = text(office, 'start_time').slice(0, 5);
			const end = text(office, 'end_time').slice(0, 5);
			return { start, end, availability, office: office.id };
		}),
	);
}

const minutesOf = ({ duration }: Texts): number => Number(duration ?? DEFAULT_MINUTES);

/** Free times. The OpenAPI has no schema for them; of several days nobody has published an answer. */
function list(call: Call) {
	const { query, practice } = call;
	const days = daysOf(query);
	const duration = minutesOf(query);
	const answers = days.map((date) => ({ duration, date, open_slots: openSlots(call, date) }));
	if (query.date_range === undefined || practice.store.doubts.freeDays === 'first') {
		return { status: 200, json: answers[0] };
	}
	const dated = answers.flatMap(({ date, open_slots: blocks }) =>
		blocks.map((block) => ({ date, ...block })),
	);
	return {
		status: 200,
		json:
			practice.store.doubts.freeDays === 'list'
				? answers
				: { duration, date: query.date_range, open_slots: dated },
	};
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
