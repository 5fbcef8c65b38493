import { needed } from '../fields/kinds';
import { textOf } from '../messages/words';
import { property } from '../operation/operation';
import { recordLocator, type RecordList } from './record';

export const users: RecordList = {
	target: '/api/users',
	one: 'a user',
	method: 'searchUsers',
	title: ({ username }) => textOf(username),
	eg: '160001',
	hint: 'DrChrono Users → User → Get Many lists the IDs; a doctor has another ID than the doctor’s login',
};

export const userLocator = property({
	...needed(
		recordLocator(users, 'User', {
			about:
				'Somebody with a DrChrono login: a doctor or a member of staff. The list shows login names.',
		}),
	),
	name: 'userId',
});
