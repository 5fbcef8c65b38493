import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { currentDoctor, INTEGRATION } from './integration';

export const unregister = defineOperation({
	value: 'unregister',
	name: 'Unregister Doctor',
	action: 'Unregister doctor from iframe',
	description: 'Take your page away from the doctor who connected the credential',
	properties: [optionsCollection()],
	execute: async ({ api }) => {
		const doctor = await currentDoctor(api);
		await api.delete(INTEGRATION);
		return { registered: false, ...doctor };
	},
});
