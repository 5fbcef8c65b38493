import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { queryOf, which } from './which';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get yellow notepad',
	description: 'Read what is on the notepad beside a clinical note',
	properties: [...which, optionsCollection()],
	execute: async ({ api, params }) => await api.get('/api/yellow_notepad', queryOf(params)),
});
