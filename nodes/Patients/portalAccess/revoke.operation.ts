import { patientLocator } from '../../shared/locators/patient';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';

export const revoke = defineOperation({
	value: 'revoke',
	name: 'Revoke',
	action: 'Revoke portal access',
	description: 'Withdraw the invitations to the portal that were sent to a patient',
	properties: [patientLocator, optionsCollection()],
	execute: async ({ api, params }) => {
		await api.delete(path`/api/patients/${params.patientId}/onpatient_access`);
		return { patient: Number(params.patientId), revoked: true };
	},
});
