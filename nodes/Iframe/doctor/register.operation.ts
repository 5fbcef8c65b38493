import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { currentDoctor, INTEGRATION } from './integration';

export const register = defineOperation({
	value: 'register',
	name: 'Register Doctor',
	action: 'Register doctor for iframe',
	description:
		'Show your page to the doctor who connected the credential. Other doctors need a credential of their own.',
	properties: [optionsCollection()],
	execute: async ({ api }) => {
		// Read first: if that does not work, nothing has been registered yet.
		const doctor = await currentDoctor(api);
		await api.request({ method: 'POST', target: INTEGRATION });
		return { registered: true, ...doctor };
	},
});
