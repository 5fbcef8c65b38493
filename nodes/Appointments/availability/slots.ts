import type { IDataObject } from 'n8n-workflow';
import { daysFrom } from '../../shared/input/dates';
import { textOf } from '../../shared/messages/words';
import type { DrChronoClient } from '../../shared/transport/client';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** What `/api/availability` was asked: one day or a range of days, and perhaps an office and a doctor. */
type Query = Readonly<IDataObject>;

/**
 * The free times of one query, one after the other. The contract does not say what an answer looks like.
 * The one that is publicly known is about one day; so where an answer to a range is about one day only,
 * the other days are asked for one by one.
 */
export async function* readSlots(api: DrChronoClient, query: Query): AsyncGenerator<IDataObject> {
	const target = '/api/availability';
	const body = await api.request({ method: 'GET', target, query });
	const { answers, next } = answersOf(body);
	const left = Array.isArray(body) ? [] : daysLeft(answers, query);
	if (left.length === 0) {
		yield* answers.flatMap((answer) => slotsOf(answer, query));
	} else {
		const told = answers.filter(({ date }) => DAY.test(textOf(date)));
		yield* told.flatMap((answer) => slotsOf(answer, query));
		for (const date of left) yield* readSlots(api, { ...query, date_range: undefined, date });
	}
	if (next) {
		for await (const answer of api.list(next)) yield* slotsOf(answer, query);
	}
}

/** The objects of an answer: a page of them, a list, or one; a bare time is made one. Pure. */
export function answersOf(body: unknown): { answers: IDataObject[]; next?: string } {
	if (Array.isArray(body)) return { answers: body.map(asObject) };
	if (!isObject(body)) return { answers: [] };
	const { results, data, next } = body;
	const list: unknown = results ?? data;
	if (!Array.isArray(list)) return { answers: [body] };
	return { answers: list.map(asObject), ...(typeof next === 'string' && next && { next }) };
}

/**
 * The free times in `{"duration": 30, "date": "2025-02-10", "open_slots": [{"start": "09:00", "end":
 * "12:00", "availability": [{"start": "09:00", "end": "09:30"}, …], "office": 1}]}`, each with the names
 * that a new appointment has: `scheduled_time`, `duration`, `office`, `doctor`. What else is said of them
 * stays. A free time that is already written so, or in a way that nobody knows, is passed on as it is. Pure.
 */
export function slotsOf(answer: IDataObject, query: Query): IDataObject[] {
	const { open_slots: blocks, ...about } = answer;
	if (!('open_slots' in answer)) return [answer];
	return objectsIn(blocks).flatMap(({ availability, ...block }) => {
		const times = Array.isArray(availability) ? objectsIn(availability) : [{}];
		return times.map((time) => slotOf({ ...about, ...block, ...time }, query));
	});
}

function slotOf(told: IDataObject, query: Query): IDataObject {
	const { date, start, end, duration, ...others } = told;
	const day = textOf(date ?? query.date);
	const from = wallTime(day, start);
	const to = wallTime(day, end);
	return {
		scheduled_time: from,
		end: to,
		duration: duration ?? minutesBetween(from, to) ?? query.duration ?? null,
		...named('office', query),
		...named('doctor', query),
		...others,
	};
}

/** Whom or what was asked for, as the number that DrChrono's IDs are. */
function named(name: string, query: Query): IDataObject {
	const id = textOf(query[name]);
	return id === '' ? {} : { [name]: Number(id) };
}

/** `2025-02-10T09:00:00`, of a day and a time on the office's wall clock; a whole date stays. */
function wallTime(day: string, time: unknown): string {
	const text = textOf(time).trim();
	const [, hour = '', minute = '', second = '00'] = TIME.exec(text) ?? [];
	return hour === '' ? text : `${day}T${hour.padStart(2, '0')}:${minute}:${second}`;
}

function minutesBetween(start: string, end: string): number | undefined {
	const minutes = (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000;
	return minutes > 0 ? minutes : undefined;
}

/** Days of a range that a single answer, which names one day or none, says nothing of. */
function daysLeft(answers: readonly IDataObject[], { date_range: range }: Query): string[] {
	const [first, last] = textOf(range).split('/');
	const [answer] = answers;
	if (!DAY.test(first) || !last || answers.length !== 1 || !('open_slots' in answer)) return [];
	if (objectsIn(answer.open_slots).some(({ date }) => date !== undefined)) return [];
	const days: string[] = [];
	for (let day = first; day <= last; day = daysFrom(day, 1)) days.push(day);
	return days.filter((day) => day !== answer.date);
}

const asObject = (value: unknown): IDataObject =>
	isObject(value) ? value : { slot: value as IDataObject[string] };

const objectsIn = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? value.filter(isObject) : [];

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
