import type { Resource } from '../shared/operation';
import { create } from './operations/create.operation';
import { createMany } from './operations/createMany.operation';
import { deletePatient } from './operations/delete.operation';
import { get } from './operations/get.operation';
import { getAll } from './operations/getAll.operation';
import { getClinicalSummary } from './operations/getClinicalSummary.operation';
import { getPortalAccess } from './operations/getPortalAccess.operation';
import { invite } from './operations/invite.operation';
import { revoke } from './operations/revoke.operation';
import { update } from './operations/update.operation';
import { upsert } from './operations/upsert.operation';

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
		operations: [getClinicalSummary],
	},
];
