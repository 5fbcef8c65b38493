import { requireJson } from '../../body';
import type { Special } from '../../contracted';
import { badRequest } from '../../errors';
import { readOnly } from '../../fields';
import { isJsonArray, isJsonObject } from '../../json';
import { requireRow } from '../../resourceRoutes';
import type { Call, Route } from '../../route';
import { seedOffices } from '../../seeding/staff';

/** One more room, with the next index. The contract names no body: a name is a guess. @throws {ApiError} */
function addExamRoom(call: Call) {
	const { offices } = call.practice.store;
	const office = requireRow(offices, call.params.id);
	const body = requireJson(call.contentType, call.bytes);
	const name = isJsonObject(body) ? body.name : undefined;
	if (typeof name !== 'string' || name === '') {
		throw badRequest({ name: ['This field is required.'] });
	}
	const rooms = isJsonArray(office.exam_rooms) ? office.exam_rooms : [];
	const room = { index: rooms.length + 1, name, online_scheduling: false };
	offices.update(office.id, { exam_rooms: [...rooms, room] });
	return { status: 201, json: room };
}

const addRoom: Route = {
	method: 'POST',
	path: '/api/offices/:id/add_exam_room',
	scope: 'user',
	handle: addExamRoom,
};

/** An office has its rooms as a list, though the contract calls them a text. */
export const offices: Special = {
	seed: seedOffices,
	fields: { exam_rooms: readOnly([]) },
	routes: [addRoom],
};
