import type { Resource } from '../route';
import { appointmentProfiles } from './appointmentProfiles';
import { appointments } from './appointments';
import { availability } from './availability';
import { clinicalSummary } from './clinicalSummary';
import { doctors } from './doctors';
import { documents } from './documents';
import { iframeIntegration } from './iframeIntegration';
import { offices } from './offices';
import { onpatientAccess } from './onpatientAccess';
import { patients } from './patients';
import { patientsSummary } from './patientsSummary';
import { users } from './users';
import { watchedResources } from './watched';

/** All resources, in the order of seeding: a patient has a doctor. */
export const resources: readonly Resource[] = [
	doctors,
	offices,
	users,
	patients,
	appointmentProfiles,
	appointments,
	availability,
	patientsSummary,
	clinicalSummary,
	onpatientAccess,
	documents,
	iframeIntegration,
	...watchedResources,
];
