import { DateTime } from 'luxon';

import { type Row, text } from '../../collection';
import { ApiError, badRequest, conflict } from '../../errors';
import { type JsonObject, isJsonArray, isJsonObject } from '../../json';
import type { CollectionResource } from '../../resourceRoutes';
import type { Call } from '../../route';
import type { Store } from '../../store';
import { virtualRows } from './virtual';

/** Those leave their time free. */
const FREE = ['Cancelled', 'No Show', 'Rescheduled'];

const PLACE = ['doctor', 'office', 'exam_room', 'scheduled_time', 'duration'];

interface Span {
	readonly from: number;
	readonly to: number;
}

function spanOf(row: JsonObject): Span {
	const from = DateTime.fromISO(text(row, 'scheduled_time'), { zone: 'utc' }).toMillis();
	return { from, to: from + Number(row.duration ?? 0) * 60_000 };
}

function overlap(a: JsonObject, b: JsonObject): boolean {
	const [one, other] = [spanOf(a), spanOf(b)];
	if (one.from >= other.to || other.from >= one.to) return false;
	const sameDoctor = text(a, 'doctor') === text(b, 'doctor');
	const sameRoom =
		text(a, 'office') === text(b, 'office') && text(a, 'exam_room') === text(b, 'exam_room');
	return sameDoctor || sameRoom;
}

/** What is on the calendar of one day and takes its time. */
export function bookedOn(store: Store, date: string): Row[] {
	const appointments = store.collection('appointments');
	const series = appointments.find('series', 'yes');
	return [
		...appointments.find('day', date),
		...series.flatMap((base) => virtualRows(store, base, date, date)),
	].filter((row) => row.deleted_flag !== true && !FREE.includes(text(row, 'status')));
}

function overlaps(id: Row['id'], { doubts }: Store): ApiError {
	const words = `Appointment overlaps with ${doubts.overlaps === 'plain' ? id : `[${id}]`}`;
	return doubts.overlaps === 'general'
		? new ApiError(409, { non_field_errors: [words] })
		: conflict(words);
}

/** @throws {ApiError} 409 */
function checkOverlap(
	appointment: JsonObject,
	{ practice }: Call,
	replaced: Row | undefined,
	batch: readonly JsonObject[],
): void {
	if (appointment.allow_overlapping === true || FREE.includes(text(appointment, 'status'))) return;
	const moved = PLACE.some((name) => appointment[name] !== replaced?.[name]);
	if (replaced && !moved) return;
	const others = bookedOn(practice.store, text(appointment, 'scheduled_time').slice(0, 10));
	const inTheWay = others.find((row) => row.id !== replaced?.id && overlap(row, appointment));
	if (inTheWay) throw overlaps(inTheWay.id, practice.store);
	if (batch.some((row) => overlap(row, appointment))) {
		throw conflict('Appointment overlaps with [another of this request]');
	}
}

/** An exam room is named by its index among those of the office [spec]. @throws {ApiError} 400 */
function checkRoom(appointment: JsonObject, { practice }: Call): void {
	const rooms = practice.store.offices.get(text(appointment, 'office'))?.exam_rooms;
	const isBreak = appointment.patient === null && practice.store.doubts.breakRoom === 'zero';
	if (isBreak && appointment.exam_room === 0) return;
	const exists = (isJsonArray(rooms) ? rooms : []).some(
		(room) => isJsonObject(room) && room.index === appointment.exam_room,
	);
	if (!exists) throw badRequest({ exam_room: ['The office has no such exam room.'] });
}

/** The practice's rules for an appointment. @throws {ApiError} 400, 409 */
export const checkAppointment: NonNullable<CollectionResource['check']> = (
	appointment,
	call,
	replaced,
	batch,
) => {
	const { doubts } = call.practice.store;
	if (doubts.breaks === 'refused' && appointment.patient === null) {
		throw badRequest({ patient: ['This field may not be null.'] });
	}
	if (doubts.reasonLength === 'short' && text(appointment, 'reason').length > 100) {
		throw badRequest({ reason: ['Ensure this field has no more than 100 characters.'] });
	}
	if (text(appointment, 'scheduled_time') === '') {
		throw badRequest({ scheduled_time: ['This field may not be null.'] });
	}
	if (Number(appointment.duration ?? 0) <= 0) {
		throw badRequest({ duration: ['This field is required if profile is not given.'] });
	}
	checkRoom(appointment, call);
	checkOverlap(appointment, call, replaced, batch);
};

/** A new appointment with what its profile and the server add to it. */
export function completeAppointment(appointment: JsonObject, { practice }: Call): JsonObject {
	const profile = practice.store
		.collection('appointment_profiles')
		.get(text(appointment, 'profile'));
	return {
		...(profile && {
			color: profile.color,
			duration: profile.duration,
			reason: profile.reason,
		}),
		...appointment,
		...(appointment.patient === null && { appt_is_break: true }),
		is_virtual_base: appointment.recurring_appointment === true,
	};
}
