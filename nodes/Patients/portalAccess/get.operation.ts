import type { IDataObject } from 'n8n-workflow';
import { patientLocator } from '../../shared/locators/patient';
import { defineOperation } from '../../shared/operation/operation';
import { optionsCollection } from '../../shared/operation/options';
import { path } from '../../shared/transport/urls';

export const getPortalAccess = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get portal access',
	description: 'See whether a patient was invited to the OnPatient portal',
	properties: [patientLocator, optionsCollection()],
	execute: async ({ api, params }) => {
		const { patientId } = params;
		const invitations: IDataObject[] = [];
		for await (const invitation of api.list(path`/api/patients/${patientId}/onpatient_access`)) {
			invitations.push(invitation);
		}
		return { patient: Number(patientId), invited: invitations.length > 0, invitations };
	},
});
