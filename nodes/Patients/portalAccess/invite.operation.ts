import { patientLocator } from '../../shared/locators/patient';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';

export const invite = defineOperation({
	value: 'invite',
	name: 'Invite',
	action: 'Invite to portal',
	creates: true,
	description:
		'Send a patient an invitation to the OnPatient portal by email. Try it with a test patient first.',
	properties: [patientLocator, optionsCollection()],
	execute: async ({ api, params }) =>
		await api.post(path`/api/patients/${params.patientId}/onpatient_access`),
});
