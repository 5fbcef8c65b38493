import type { IDataObject } from 'n8n-workflow';
import { property } from '../operation/operation';
import { textOf } from '../messages/words';
import { searchByName } from './locator';

export const userLocator = property({
	displayName: 'User',
	name: 'userId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description:
		'Somebody with a DrChrono login: a doctor or a member of staff. The list shows login names.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a user…',
			typeOptions: { searchListMethod: 'searchUsers', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 160001',
			hint: 'DrChrono Users → User → Get Many lists the IDs; a doctor has another ID than the doctor’s login',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '[0-9]+',
						errorMessage: 'A user ID is a whole number, such as 160001',
					},
				},
			],
		},
	],
});

/** The users of the practice whose user name contains what was typed. */
export const searchUsers = searchByName('/api/users', userName);

function userName({ username }: IDataObject): string {
	return textOf(username);
}
