import type { IDataObject } from 'n8n-workflow';
import { daysFrom } from '../../shared/input/dates';
import { isObject } from '../../shared/json';
import { textOf } from '../../shared/messages/words';
import type { DrChronoClient } from '../../shared/transport/client';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const US_DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/;
/** Also with fractions of a second, the half of the day, and how far the wall clock is from UTC. */
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?(?:[+-]\d{2}:?\d{2})?$/i;
const STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;

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
	if (!('open_slots' in answer) || isObject(blocks)) return [answer];
	const slots = timesIn(blocks).flatMap((block) =>
		freeTimes(block).flatMap((time) => {
			const slot = slotOf({ ...about, ...time }, query);
			return block.availability === undefined ? piecesOf(slot) : [slot];
		}),
	);
	return [...new Map(slots.map((slot) => [JSON.stringify(slot), slot])).values()];
}

/** The free times of a block, with what else it says; a block that names none is one itself. */
function freeTimes({ availability, ...block }: IDataObject): IDataObject[] {
	if (availability === undefined) return [block];
	const about = { ...block, start: undefined, end: undefined };
	return timesIn(availability).map((time) => ({ ...about, ...time }));
}

/** A time that is free for longer, as one free time after the other. */
function piecesOf(slot: IDataObject): IDataObject[] {
	const [from, length] = [textOf(slot.scheduled_time), Number(slot.duration)];
	const span = minutesBetween(from, textOf(slot.end)) ?? 0;
	if (!(span >= 2 * length)) return [slot];
	return Array.from({ length: Math.floor(span / length) }, (_, index) => ({
		...slot,
		scheduled_time: later(from, index * length),
		end: later(from, (index + 1) * length),
	}));
}

function slotOf(told: IDataObject, query: Query): IDataObject {
	const { date, start, end, duration, ...others } = told;
	const from = wallTime(dayOf(date) ?? dayOf(query.date) ?? '', start);
	const length = minutesOf(duration) ?? minutesOf(query.duration);
	const to = endOf(from, end) ?? (length ? later(from, length) : '');
	return {
		scheduled_time: from,
		end: to,
		duration: minutesOf(duration) ?? minutesBetween(from, to) ?? length ?? null,
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

/** The day in a text that may hold a time too, or is written the American way. */
function dayOf(date: unknown): string | undefined {
	const text = textOf(date).trim();
	const [, month, day, year] = US_DAY.exec(text) ?? [];
	if (year) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return DAY.test(text.slice(0, 10)) ? text.slice(0, 10) : undefined;
}

/** `2025-02-10T09:00:00`, of a day and a time on the office's wall clock; what is neither stays. */
function wallTime(day: string, time: unknown): string {
	const text = textOf(time).trim();
	const own = dayOf(text);
	const [, hours, minute, second = '00', half] =
		TIME.exec(own ? text.replace(/^[^\sT]+[\sT]+/i, '') : text) ?? [];
	if (!hours) return text;
	const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
	// 24:00 is the beginning of the next day.
	const date = hour === 24 ? daysFrom(own ?? day, 1) : (own ?? day);
	return `${date}T${String(hour % 24).padStart(2, '0')}:${minute}:${second}`;
}

/** When a time that begins so ends: at midnight, on the next day. */
function endOf(from: string, end: unknown): string | undefined {
	if (textOf(end).trim() === '') return undefined;
	const to = wallTime(from.slice(0, 10), end);
	const isNextDay = STAMP.test(to) && to < from && dayOf(end) === undefined;
	return isNextDay ? `${daysFrom(to.slice(0, 10), 1)}${to.slice(10)}` : to;
}

function later(from: string, minutes: number): string {
	const at = Date.parse(`${from}Z`) + minutes * 60_000;
	return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 19);
}

function minutesOf(duration: unknown): number | undefined {
	const minutes = Number(textOf(duration) || Number.NaN);
	return minutes > 0 ? minutes : undefined;
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

/** Times as objects: of a text it is the start, of a pair the start and the end. */
const timesIn = (value: unknown): IDataObject[] =>
	(Array.isArray(value) ? value : [value]).flatMap((time: unknown): IDataObject[] => {
		if (isObject(time)) return [time];
		if (typeof time === 'string' && time !== '') return [{ start: time }];
		if (!Array.isArray(time) || time.length === 0) return [];
		const [start, end] = time.map(textOf);
		return [{ start, end }];
	});

const objectsIn = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? value.filter(isObject) : [];
