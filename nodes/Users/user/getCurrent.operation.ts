import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { userOutput, userSimplified } from './output';

export const getCurrentUser = defineOperation({
	value: 'getCurrent',
	name: 'Get Current',
	action: 'Get current user',
	description: 'See whose DrChrono login the credential is connected with. A good first test.',
	simplified: userSimplified,
	properties: [...userOutput, optionsCollection()],
	execute: async ({ api }) => await api.get('/api/users/current'),
});
