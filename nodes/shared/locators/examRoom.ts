import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { SEARCH } from '../fields/field';
import { property } from '../operation/operation';
import { path } from '../transport/urls';
import { textOf } from '../messages/words';
import { chosenIn } from './chosen';
import { containing, listSearch, searchClient } from './locator';

/** The rooms of the chosen office, or else of the office where the chosen appointment takes place. */
export const searchExamRooms = listSearch(async (functions, filter) => {
	const office = (await chosenOffice(functions)) ?? '';
	if (office === '') return { results: [] };
	const { exam_rooms: rooms } = await searchClient(functions).get(path`/api/offices/${office}`);
	const results = (Array.isArray(rooms) ? (rooms as IDataObject[]) : []).map(({ index, name }) => ({
		name: textOf(name) || `Room ${textOf(index)}`,
		value: textOf(index),
	}));
	return containing({ results }, filter);
});

/** An office's rooms have no IDs: an appointment names the room's index in the office, from 1 on. */
export const examRoomLocator = property({
	displayName: 'Exam Room',
	name: 'exam_room',
	type: 'resourceLocator',
	[SEARCH]: searchExamRooms,
	required: true,
	default: { mode: 'list', value: '' },
	description: 'A room of the office, by name',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an exam room…',
			hint: 'Shows the rooms of the office you chose, or else of the appointment’s',
			typeOptions: { searchListMethod: 'searchExamRooms', searchable: true },
		},
		{
			displayName: 'By Number',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1',
			hint: 'The room’s place in the list of the office’s rooms, from 1 on',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '[0-9]+',
						errorMessage: 'An exam room is named by its number in the office, such as 1',
					},
				},
			],
		},
	],
});

/** The same locator where a room may be left out. */
export const optionalExamRoomLocator = property({ ...examRoomLocator, required: undefined });

/** Where the office may have been chosen, by operation. */
const OFFICE_PARAMETERS = ['office', 'updateFields.office', 'additionalFields.office'];

async function chosenOffice(functions: ILoadOptionsFunctions): Promise<string | undefined> {
	const office = OFFICE_PARAMETERS.map((name) => chosenIn(functions, name)).find(Boolean);
	const appointment = chosenIn(functions, 'appointmentId');
	if (office || !appointment) return office;
	return textOf((await searchClient(functions).get(path`/api/appointments/${appointment}`)).office);
}
