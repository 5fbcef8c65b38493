import type { Resource } from '../shared/operation/operation';
import { create } from './patient/create.operation';
import { createMany } from './patient/createMany.operation';
import { deletePatient } from './patient/delete.operation';
import { get } from './patient/get.operation';
import { getAll } from './patient/getAll.operation';
import { getClinicalSummary } from './clinicalSummary/get.operation';
import { getQrda } from './clinicalSummary/getQrda.operation';
import { start } from './clinicalSummary/start.operation';
import { patientSummary } from './patientSummary';
import { getPortalAccess } from './portalAccess/get.operation';
import { invite } from './portalAccess/invite.operation';
import { revoke } from './portalAccess/revoke.operation';
import { update } from './patient/update.operation';
import { upsert } from './patient/upsert.operation';

export const resources: readonly Resource[] = [
	{
		value: 'patient',
		name: 'Patient',
		initial: getAll.value,
		operations: [create, createMany, upsert, deletePatient, get, getAll, update],
	},
	{
		value: 'portalAccess',
		name: 'Portal Access',
		initial: getPortalAccess.value,
		operations: [getPortalAccess, invite, revoke],
	},
	{
		value: 'clinicalSummary',
		name: 'Clinical Summary',
		initial: getClinicalSummary.value,
		operations: [getClinicalSummary, getQrda, start],
	},
	patientSummary,
];
