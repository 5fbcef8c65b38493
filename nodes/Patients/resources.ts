import type { Resource } from '../shared/operation/operation';
import { clinicalSummary } from './clinicalSummary';
import { patient } from './patient';
import { patientSummary } from './patientSummary';
import { portalAccess } from './portalAccess';

export const resources: readonly Resource[] = [
	patient,
	portalAccess,
	clinicalSummary,
	patientSummary,
];
