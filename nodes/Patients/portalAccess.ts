import type { IDataObject } from 'n8n-workflow';
import { patientLocator } from '../shared/locators/patient';
import { defineOperation, type Resource } from '../shared/operation/operation';
import { optionsCollection } from '../shared/operation/options';
import { path } from '../shared/transport/urls';

const accessOf = (patientId: string | number) => path`/api/patients/${patientId}/onpatient_access`;

const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get portal access',
	description: 'See whether a patient was invited to the OnPatient portal',
	properties: [patientLocator, optionsCollection()],
	execute: async ({ api, params: { patientId } }) => {
		const invitations: IDataObject[] = [];
		for await (const invitation of api.list(accessOf(patientId))) invitations.push(invitation);
		return { patient: Number(patientId), invited: invitations.length > 0, invitations };
	},
});

const invite = defineOperation({
	value: 'invite',
	name: 'Invite',
	action: 'Invite to portal',
	creates: true,
	description:
		'Send a patient an invitation to the OnPatient portal by email. Try it with a test patient first.',
	properties: [patientLocator, optionsCollection()],
	execute: async ({ api, params }) => await api.post(accessOf(params.patientId)),
});

const revoke = defineOperation({
	value: 'revoke',
	name: 'Revoke',
	action: 'Revoke portal access',
	description: 'Withdraw the invitations to the portal that were sent to a patient',
	properties: [patientLocator, optionsCollection()],
	execute: async ({ api, params: { patientId } }) => {
		await api.delete(accessOf(patientId));
		return { patient: Number(patientId), revoked: true };
	},
});

export const portalAccess: Resource = {
	value: 'portalAccess',
	name: 'Portal Access',
	initial: get.value,
	operations: [get, invite, revoke],
};
