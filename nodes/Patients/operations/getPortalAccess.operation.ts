import { patientLocator } from '../../shared/locators/patient';
import { defineOperation } from '../../shared/operation';
import { optionsCollection } from '../../shared/options';
import { path } from '../../shared/transport/urls';

export const getPortalAccess = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get portal access',
	description: 'See whether a patient was invited to the OnPatient portal',
	properties: [patientLocator, optionsCollection()],
	execute: async ({ api, params }) =>
		await api.get(path`/api/patients/${params.patientId}/onpatient_access`),
});
