import { contract } from '../../contract/facts';
import { contracted } from '../contracted';
import type { Resource } from '../route';
import { appointments } from './appointments';
import { availability } from './availability';
import { batchReads } from './batchReads';
import { clinicalSummary } from './clinicalSummary';
import { doctors } from './doctors';
import { documents } from './documents';
import { iframeIntegration } from './iframeIntegration';
import { newest } from './newest';
import { onpatientAccess } from './onpatientAccess';
import { patients } from './patients';
import { patientsSummary } from './patientsSummary';
import { specials } from './specials';
import { users } from './users';

/** Resources with rules of their own, in the order of seeding: a patient has a doctor. */
const byHand: readonly Resource[] = [
	doctors,
	users,
	patients,
	appointments,
	availability,
	patientsSummary,
	clinicalSummary,
	onpatientAccess,
	documents,
	iframeIntegration,
	newest,
	...batchReads,
];

const paths = new Set(byHand.flatMap(({ routes }) => routes.map(({ path }) => path)));

/** What the contract has beyond them: of each resource what it says, and what is special about it. */
const byContract = Object.keys(contract.resources)
	.filter((name) => !paths.has(`/api/${name}`))
	.map((name) => contracted(name, specials[name]));

/** All resources of the API. */
export const resources: readonly Resource[] = [...byHand, ...byContract];
