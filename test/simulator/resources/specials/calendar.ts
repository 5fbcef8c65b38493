import { DateTime } from 'luxon';

import { text } from '../../collection';
import type { Special } from '../../contracted';
import { badRequest } from '../../errors';
import { type Field, required, timestamp } from '../../fields';
import type { JsonObject } from '../../json';
import { requireRow } from '../../resourceRoutes';
import type { Call, Route } from '../../route';
import { requireJson } from '../../body';
import { isJsonObject } from '../../json';
import { seedAppointmentProfiles } from '../../seeding/appointments';

/** ISO 8601, with a zone or without: kept as the wall clock of the practice. */
function instant(): Field {
	const wall = timestamp();
	return {
		...wall,
		parse: (value, store) => {
			const zoned = typeof value === 'string' && /(?:Z|[+-]\d{2}:?\d{2})$/.test(value);
			if (!zoned) return wall.parse(value, store);
			const time = DateTime.fromISO(value).setZone(store.settings.timezone);
			return wall.parse(time.isValid ? time.toFormat("yyyy-MM-dd'T'HH:mm:ss") : value, store);
		},
	};
}

/** Blocked time is a break on the calendar of its provider. @throws {ApiError} 400 */
function withBreak(block: JsonObject, { practice }: Call): JsonObject {
	const [start, end] = [text(block, 'start_time'), text(block, 'end_time')];
	if (start >= end) throw badRequest({ end_time: ['End time must be after start time.'] });
	const minutes = DateTime.fromISO(end).diff(DateTime.fromISO(start), 'minutes').minutes;
	const made = practice.store.collection('appointments').insert({
		patient: null,
		appt_is_break: true,
		exam_room: 0,
		doctor: block.provider,
		office: block.office,
		scheduled_time: start,
		duration: minutes,
		reason: text(block, 'description'),
		status: '',
	});
	return { ...block, appointment_break: Number(made.id) };
}

/** The hours in which a doctor or an office works: one object, made when somebody asks for it. */
function workSchedule(name: string, owner: 'doctor' | 'office', owners: string): Route {
	return {
		method: 'GET',
		path: `/api/${name}`,
		scope: 'user',
		handle: ({ practice: { store } }) => {
			const schedules = store.collection(name);
			const [first] = schedules.all();
			const { id } = store.collection(owners).all()[0];
			const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => ({
				iso_weekday: day,
				enabled: true,
				work_hours: [{ start_time: '08:00:00', end_time: '18:00:00', enabled: true }],
			}));
			const row = schedules.size > 0 ? first : schedules.insert({ [owner]: id, work_days: week });
			const { work_days } = row;
			return {
				status: 200,
				json: { id: row.id, doctor: row.doctor ?? null, office: row.office ?? null, work_days },
			};
		},
	};
}

const notepadKey = (appointment: string, template: string) => `${appointment}-${template}`;

/** @throws {ApiError} 400 */
function notepadOf({ query }: Call) {
	const { appointment_id = '', template_id = '' } = query;
	for (const [name, value] of Object.entries({ appointment_id, template_id })) {
		if (!/^\d+$/.test(value)) throw badRequest({ [name]: ['This field is required.'] });
	}
	return { appointment_id, template_id, id: notepadKey(appointment_id, template_id) };
}

const notepadAccess = {
	path: '/api/yellow_notepad',
	scope: 'clinical',
	permission: 'clinical-notes',
};

function showNotepad(call: Call, status: number) {
	const { id, appointment_id, template_id } = notepadOf(call);
	const { content } = requireRow(call.practice.store.collection('yellow_notepad'), id);
	const ids = { appointment_id: Number(appointment_id), template_id: Number(template_id) };
	return { status, json: { content, ...ids } };
}

function writeNotepad(call: Call) {
	const { id } = notepadOf(call);
	const body = requireJson(call.contentType, call.bytes);
	const content = isJsonObject(body) ? body.content : undefined;
	if (typeof content !== 'string') throw badRequest({ content: ['This field is required.'] });
	const notepads = call.practice.store.collection('yellow_notepad');
	if (notepads.get(id)) notepads.update(id, { content });
	else notepads.insert({ id, content });
	return showNotepad(call, 201);
}

/** What has to do with the calendar and the doctors' hours. */
export const calendarSpecials: Readonly<Record<string, Special>> = {
	appointment_profiles: { seed: seedAppointmentProfiles },
	doctor_work_schedule: {
		without: ['list'],
		routes: [workSchedule('doctor_work_schedule', 'doctor', 'doctors')],
	},
	office_work_schedule: {
		without: ['list'],
		routes: [workSchedule('office_work_schedule', 'office', 'offices')],
	},
	schedule_blocks: {
		fields: { start_time: required(instant()), end_time: required(instant()) },
		complete: withBreak,
	},
	telehealth_appointments: {
		prepare: (fields) => ({
			...fields,
			id: text(fields, 'appointment'),
			duration: 30,
			telehealth_url: `https://telehealth.example.com/${text(fields, 'appointment')}`,
		}),
	},
	yellow_notepad: {
		without: ['list', 'create'],
		routes: [
			{ ...notepadAccess, method: 'GET', handle: (call) => showNotepad(call, 200) },
			{ ...notepadAccess, method: 'POST', handle: writeNotepad },
		],
	},
};
