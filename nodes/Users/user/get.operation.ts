import { userLocator } from '../../shared/locators/user';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';
import { userOutput, userSimplified } from './output';

export const getUser = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get user',
	description: 'Look up one person with a login: whether a doctor or staff, and for which doctor',
	simplified: userSimplified,
	properties: [userLocator, ...userOutput, optionsCollection()],
	execute: async ({ api, params }) => await api.get(path`/api/users/${params.userId}`),
});
